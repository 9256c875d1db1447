/**
 * Bytes as rows of a hexadecimal listing.
 * @module
 */

export type HexRow = { readonly offset: string; readonly hex: string; readonly text: string };

/** As many bytes a row as there is room for. */
export function bytesPerRow(columns: number): 4 | 8 | 16 {
  if (columns >= 74) return 16;
  return columns >= 42 ? 8 : 4;
}

export function hexRow(bytes: Uint8Array, index: number, perRow: number): HexRow {
  const begins = index * perRow;
  const row = bytes.subarray(begins, begins + perRow);
  return {
    offset: begins.toString(16).padStart(bytes.length > 0xff_ff ? 6 : 4, '0'),
    hex: Array.from(row, (byte) => byte.toString(16).padStart(2, '0')).join(' '),
    text: Array.from(row, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join(''),
  };
}

/** The whole listing, as it is copied. */
export function hexText(bytes: Uint8Array): string {
  const rows: string[] = [];
  for (let index = 0; index * 16 < bytes.length; index += 1) {
    const { offset, hex, text } = hexRow(bytes, index, 16);
    rows.push(`${offset}  ${hex.padEnd(47)}  ${text}`);
  }
  return rows.join('\n');
}
