/**
 * Cuts what a program or a service prints into lines.
 * @module
 */

const longestLine = 4_096;
const introducer = String.fromCharCode(27);
/** Colours, cursor movements and window titles, as terminals understand them. */
const terminalCodes = new RegExp(
  `${introducer}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${introducer}\\u0007]*(?:\\u0007|${introducer}\\\\)|[@-Z\\\\-_])`,
  'g',
);

/** Cuts a stream of bytes into lines without terminal codes. A line that never ends is given up. */
export function lineReader(onLine: (line: string) => void): (chunk: Uint8Array) => void {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  return (chunk) => {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r/);
    rest = parts.pop() ?? '';
    if (rest.length > longestLine) rest = '';
    for (const part of parts) if (part.length <= longestLine) onLine(part.replace(terminalCodes, ''));
  };
}
