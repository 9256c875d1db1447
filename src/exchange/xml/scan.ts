/**
 * Steps over the bytes of a tag.
 * @module
 */
export const byte = { less: 0x3c, greater: 0x3e, slash: 0x2f, equals: 0x3d } as const;
const [double, single, open, close] = [0x22, 0x27, 0x5b, 0x5d];

export function isQuote(value: number | undefined): value is number {
  return value === double || value === single;
}

function isSpace(value: number | undefined): boolean {
  return value === 0x20 || value === 0x09 || value === 0x0a || value === 0x0d;
}

/** The first position from `from` on that is no white space; the length when there is none. */
export function afterSpace(data: Buffer, from: number): number {
  let position = from;
  while (position < data.length && isSpace(data[position])) position += 1;
  return Math.min(position, Math.max(from, data.length));
}

/** A letter, `_`, `:` or anything beyond ASCII. */
export function beginsName(value: number | undefined): boolean {
  if (value === undefined) return false;
  const lower = value | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || value === 0x5f || value === 0x3a || value >= 0x80;
}

/** The first position from `from` on that is no part of a name. */
export function afterName(data: Buffer, from: number): number {
  let position = from;
  while (position < data.length) {
    const value = data[position];
    const isPart = beginsName(value) || (value !== undefined && ((value >= 0x30 && value <= 0x39) || value === 0x2d || value === 0x2e));
    if (!isPart) break;
    position += 1;
  }
  return position;
}

/** Where a `<!…>` ends, which may hold declarations of its own in brackets. `depth` is how many brackets are open. */
export function endOfDeclaration(data: Buffer, from: number, depth: number): { position: number; depth: number; isOver: boolean } {
  let open_ = depth;
  for (let position = from; position < data.length; position += 1) {
    const value = data[position];
    if (value === open) open_ += 1;
    else if (value === close) open_ = Math.max(0, open_ - 1);
    else if (value === byte.greater && open_ === 0) return { position: position + 1, depth: 0, isOver: true };
  }
  return { position: data.length, depth: open_, isOver: false };
}
