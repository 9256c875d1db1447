/**
 * Steps over the bytes of a tag. A backup is tens of millions of attributes, most of which nobody wants: their names are
 * looked at byte by byte and hardly ever made into text.
 * @module
 */
export const byte = { less: 0x3c, greater: 0x3e, slash: 0x2f, equals: 0x3d } as const;
const [double, single, open, close] = [0x22, 0x27, 0x5b, 0x5d];

/** What each byte can be in a name: 0 nothing, 1 a part of it, 2 its beginning too. Beyond ASCII everything can. */
const inName = Uint8Array.from({ length: 256 }, (_, value) => {
  const character = String.fromCharCode(value);
  if (value >= 0x80 || /[A-Za-z_:]/.test(character)) return 2;
  return /[0-9.-]/.test(character) ? 1 : 0;
});

export function isQuote(value: number | undefined): value is number {
  return value === double || value === single;
}

/** The first position from `from` on that is no white space; the length when there is none. */
export function afterSpace(data: Buffer, from: number): number {
  let position = from;
  for (; position < data.length; position += 1) {
    const value = data[position];
    if (value !== 0x20 && value !== 0x09 && value !== 0x0a && value !== 0x0d) break;
  }
  return position;
}

export function beginsName(value: number | undefined): boolean {
  return value !== undefined && inName[value] === 2;
}

/** The first position from `from` on that is no part of a name. */
export function afterName(data: Buffer, from: number): number {
  let position = from;
  while (position < data.length && inName[data[position] ?? 0] !== 0) position += 1;
  return position;
}

/** Most values are that short, and for them a call of the native search costs more than the search. */
const shortValue = 32;

/** Where a byte is from `from` on; -1 when it is not. */
export function indexOfByte(data: Buffer, value: number, from: number): number {
  const near = Math.min(data.length, from + shortValue);
  for (let position = from; position < near; position += 1) if (data[position] === value) return position;
  return near === data.length ? -1 : data.indexOf(value, near);
}

/** As many different names are remembered: a power of two. */
const remembered = 1_024;
/** Longer names are no names of a backup, and not kept. */
const longestRemembered = 64;
type Name = { readonly bytes: Buffer; readonly text: string };

/** Reads names, the same few again and again, as the same text. */
export function createNameReader(): (data: Buffer, from: number, to: number) => string {
  const slots: (Name | undefined)[] = Array.from({ length: remembered });
  return (data, from, to) => {
    if (to - from > longestRemembered) return data.toString('latin1', from, to);
    let hash = to - from;
    for (let position = from; position < to; position += 1) hash = (hash * 31 + (data[position] ?? 0)) | 0;
    const slot = hash & (remembered - 1);
    const known = slots[slot];
    if (known !== undefined && isSame(known.bytes, data, from, to)) return known.text;
    const name = { bytes: Buffer.from(data.subarray(from, to)), text: data.toString('latin1', from, to) };
    slots[slot] = name;
    return name.text;
  };
}

function isSame(bytes: Buffer, data: Buffer, from: number, to: number): boolean {
  if (bytes.length !== to - from) return false;
  for (let index = 0; index < bytes.length; index += 1) if (bytes[index] !== data[from + index]) return false;
  return true;
}

/** Where a `<!…>` ends, which may hold declarations of its own in brackets. `depth` is how many brackets are open. */
export function endOfDeclaration(data: Buffer, from: number, depth: number): { position: number; depth: number; isOver: boolean } {
  let brackets = depth;
  for (let position = from; position < data.length; position += 1) {
    const value = data[position];
    if (value === open) brackets += 1;
    else if (value === close) brackets = Math.max(0, brackets - 1);
    else if (value === byte.greater && brackets === 0) return { position: position + 1, depth: 0, isOver: true };
  }
  return { position: data.length, depth: brackets, isOver: false };
}
