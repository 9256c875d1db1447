/**
 * One property: `group.NAME;PARAMETER=value:value`. Parameters come in every form there is: `TYPE=CELL`, `type=CELL,VOICE`,
 * `TYPE="voice,cell"`, and 2.1's bare `;CELL;QUOTED-PRINTABLE`.
 * @module
 */
export type Property = {
  /** What binds properties together, e.g. `item1` for a number and its label; lower case. */
  readonly group: string | undefined;
  /** In capitals. */
  readonly name: string;
  /** By name in capitals; values as they were written. */
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  readonly value: Buffer;
};

const colon = 0x3a;
const quote = 0x22;
const encodings = new Set(['QUOTED-PRINTABLE', 'BASE64', '8BIT', '7BIT', 'B']);
const mostParameters = 60;

/** Takes a property apart; `undefined` when it is none. */
export function parseProperty(bytes: Buffer): Property | undefined {
  const end = endOfHead(bytes);
  if (end < 0) return undefined;
  const [first = '', ...rest] = splitOutsideQuotes(bytes.toString('utf8', 0, end), ';');
  const named = /^\s*(?:([\w-]{1,60})\.)?([a-z0-9-]{1,60})\s*$/i.exec(first);
  if (named?.[2] === undefined) return undefined;
  const parameters = new Map<string, string[]>();
  for (const written of rest.slice(0, mostParameters)) {
    const { key, values } = parseParameter(written);
    parameters.set(key, [...(parameters.get(key) ?? []), ...values]);
  }
  return { group: named[1]?.toLowerCase(), name: named[2].toUpperCase(), parameters, value: bytes.subarray(end + 1) };
}

/** Where the value begins: at the first colon that is not within quotes; at the first of all when a quote never ends. */
function endOfHead(bytes: Buffer): number {
  let quoted = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte === quote) quoted = !quoted;
    else if (byte === colon && !quoted) return index;
  }
  return bytes.indexOf(colon);
}

function parseParameter(written: string): { key: string; values: string[] } {
  const equals = written.indexOf('=');
  if (equals < 0) {
    const bare = written.trim();
    return { key: encodings.has(bare.toUpperCase()) ? 'ENCODING' : 'TYPE', values: bare === '' ? [] : [bare] };
  }
  const key = written.slice(0, equals).trim().toUpperCase();
  // Within quotes a comma parts values too: TYPE="voice,cell" is written by those who quote everything.
  const values = written
    .slice(equals + 1)
    .replaceAll('"', '')
    .split(',');
  return { key, values: values.map((value) => unescapeParameter(value.trim())).filter((value) => value !== '') };
}

const circumflexed: Readonly<Record<string, string>> = { n: '\n', "'": '"', '^': '^' };

/** RFC 6868. */
function unescapeParameter(value: string): string {
  return value.replace(/\^([n'^])/g, (_, letter: string) => circumflexed[letter] ?? '');
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '"') quoted = !quoted;
    else if (text[index] === separator && !quoted) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
