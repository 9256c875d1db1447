/**
 * The lines of a file that comes in pieces. A line that is too long to be one is passed over.
 * @module
 */
const newline = 0x0a;

/** Calls `onLine` with each line and its number; `undefined` stands for one that is too long. */
export function createLineSplitter(longest: number, onLine: (text: string | undefined, number: number) => void) {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;

  const finish = (): void => {
    const text = length > longest ? undefined : Buffer.concat(parts).toString('utf8');
    parts = [];
    length = 0;
    onLine(text, number);
    number += 1;
  };
  const keep = (part: Buffer): void => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  return {
    write(piece: Buffer): void {
      let from = 0;
      for (let at = piece.indexOf(newline); at !== -1; at = piece.indexOf(newline, from)) {
        keep(piece.subarray(from, at));
        finish();
        from = at + 1;
      }
      if (from < piece.length) keep(piece.subarray(from));
    },
    /** The last line need not end with a line break. */
    end(): void {
      if (length > 0) finish();
    },
  };
}
