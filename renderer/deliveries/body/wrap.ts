/**
 * Where lines of a text are broken so that they fit a number of columns of equal width. Everything that is shown of a body
 * is put into rows of one height this way: however long a line is, only the rows in view are laid out.
 * @module
 */

/** A part of a text in UTF-16 units. */
export type Part = { readonly from: number; readonly to: number };

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** How many columns a character takes; what cannot be seen is written out, which takes about five. */
function columnsOf(point: number, text: string): number {
  if (point >= 0x20 && point < 0x7f) return 1;
  if (unseen.test(text)) return 5;
  return point >= 0x1100 ? 2 : 1;
}

/**
 * The rows of a text between two places.
 * @param first columns left in the first row; in all others there are `rest`
 */
export function wrapped(text: string, { from, to }: Part, first: number, rest: number): Part[] {
  // Where every character is an ordinary one, nothing has to be measured.
  const rows: Part[] = [];
  let begins = from;
  let room = first;
  for (let at = from; at < to; ) {
    const point = text.codePointAt(at) ?? 0;
    const units = point > 0xffff ? 2 : 1;
    const columns = columnsOf(point, point < 0x7f ? '' : String.fromCodePoint(point));
    if (columns > room && (at > begins || (rows.length === 0 && first < rest))) {
      rows.push({ from: begins, to: at });
      begins = at;
      room = rest;
    }
    room -= columns;
    at += units;
  }
  rows.push({ from: begins, to });
  return rows;
}
