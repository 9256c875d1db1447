/**
 * Where lines of a text are broken so that they fit a number of columns of equal width. Everything that is shown of a body
 * is put into rows of one height this way: however long a line is, only the rows in view are laid out.
 * @module
 */

/** A part of a text in UTF-16 units. */
export type Part = { readonly from: number; readonly to: number };

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

const space = 0x20;
/** A row that is broken after a blank is filled at least this far. */
const nearEnough = 0.6;

/** How many columns a character takes; what cannot be seen is written out, which takes about five. */
function columnsOf(point: number): number {
  if (point >= 0x20 && point < 0x7f) return 1;
  if (unseen.test(String.fromCodePoint(point))) return 5;
  return point >= 0x11_00 ? 2 : 1;
}

/**
 * The rows of a text between two places, in order and without a gap; broken after a blank where one is near.
 * @param first columns left in the first row; in all others there are `rest`
 */
export function wrapped(text: string, { from, to }: Part, first: number, rest: number): Part[] {
  const rows: Part[] = [];
  let begins = from;
  let used = 0;
  let room = first;
  /** After the last blank of this row, and the columns used up to there. */
  let blank = { at: from, used: 0 };
  for (let at = from; at < to; ) {
    const point = text.codePointAt(at) ?? 0;
    const columns = columnsOf(point);
    const isAlone = at === begins && (rows.length > 0 || first >= rest);
    if (used + columns > room && !isAlone) {
      const isNear = blank.at > begins && blank.used > room * nearEnough;
      const end = isNear ? blank.at : at;
      rows.push({ from: begins, to: end });
      used = isNear ? used - blank.used : 0;
      begins = end;
      room = rest;
    }
    used += columns;
    at += point > 0xff_ff ? 2 : 1;
    if (point === space) blank = { at, used };
  }
  rows.push({ from: begins, to });
  return rows;
}
