/**
 * How other programs escape the strings of JSON. Each takes a string as it was written, with its quotation marks.
 * @module
 */

export type Escapes = (written: string) => string;

const lower = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
const upper = (unit: number): string => `\\u${unit.toString(16).toUpperCase().padStart(4, '0')}`;

/** Writes a string with no more escapes than needed, and then every unit that `pattern` finds by `write`. */
function escaping(pattern: RegExp, write: (unit: number) => string, slash = false): Escapes {
  return (written) => {
    const plain = minimal(written);
    const escaped = pattern.test(plain) ? plain.replace(new RegExp(pattern, 'g'), (unit) => write(unit.charCodeAt(0))) : plain;
    return slash ? escaped.replaceAll('/', '\\/') : escaped;
  };
}

/** As JavaScript writes it. */
function minimal(written: string): string {
  return written.includes('\\') ? JSON.stringify(JSON.parse(written)) : written;
}

const notAscii = /[\u0080-\uffff]/;

export const escapeStyles: readonly Escapes[] = [
  minimal,
  // Python, Ruby's ascii_only: all that is not ASCII.
  escaping(notAscii, lower),
  // PHP: the slash as well.
  escaping(notAscii, lower, true),
  (written) => minimal(written).replaceAll('/', '\\/'),
  // Go.
  escaping(/[<>&\u2028\u2029]/, lower),
  // Gson.
  escaping(/[<>&='\u2028\u2029]/, lower),
  escaping(notAscii, upper),
  // .NET: what means anything in HTML, and the quotation mark itself.
  (written) => dotNet(minimal(written)),
  // Rails.
  escaping(/[<>&\u2028\u2029]/, upper),
  escaping(/[<>&\u0080-\uffff]/, lower),
  // As it arrived, but with escapes in the other case.
  (written) => written.replace(/\\u[0-9a-fA-F]{4}/g, (found) => found.toLowerCase()),
  (written) => written.replace(/\\u[0-9a-fA-F]{4}/g, (found) => `\\u${found.slice(2).toUpperCase()}`),
  // Only the slash.
  (written) => written.replaceAll('\\/', '/'),
  (written) => written.replace(/(?<!\\)\//g, '\\/'),
  // PHP with JSON_HEX_*: what means anything in HTML.
  (written) => minimal(written).replace(/\\"|[<>&'\u2028\u2029]/g, (found) => upper(found.charCodeAt(found.length - 1))),
];

function dotNet(plain: string): string {
  const inside = plain.slice(1, -1).replace(/\\"|[&'+<>`\u007f-\uffff]/g, (found) => upper(found.charCodeAt(found.length - 1)));
  return `"${inside}"`;
}
