/**
 * Two bodies byte by byte: where they part, and what stands there.
 * @module
 */

/** `at`: the first byte that differs, or where the shorter one ends. `undefined`: they are the same. */
export function firstDifference(one: Uint8Array, other: Uint8Array): number | undefined {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one[at] === other[at]) at += 1;
  return at === most && one.length === other.length ? undefined : at;
}

export type HexLine = {
  /** Place of its first byte. */
  readonly from: number;
  readonly bytes: readonly { readonly hex: string; readonly sign: string; readonly differs: boolean }[];
};

const perLine = 16;

/** Lines of sixteen bytes around a place; `other` is what they are compared with. */
export function hexAround(bytes: Uint8Array, other: Uint8Array, at: number, linesAround = 2): readonly HexLine[] {
  const middle = Math.floor(at / perLine);
  const last = Math.floor(Math.max(0, bytes.length - 1) / perLine);
  const lines: HexLine[] = [];
  for (let line = Math.max(0, middle - linesAround); line <= Math.min(last, middle + linesAround); line += 1) {
    const from = line * perLine;
    const part = bytes.subarray(from, from + perLine);
    if (part.length === 0) continue;
    lines.push({
      from,
      bytes: [...part].map((byte, index) => ({
        hex: byte.toString(16).padStart(2, '0'),
        sign: byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·',
        differs: other[from + index] !== byte,
      })),
    });
  }
  return lines;
}
