/**
 * Which line of a file a place is in, for files that come in pieces.
 * @module
 */
const newline = 0x0a;

export type LineCount = {
  /** The line (from 1) of a position in the present piece. Positions may only grow. */
  at(position: number): number;
  /** From here on there is another piece, which begins where the first `consumed` bytes of the present one end. */
  next(piece: Buffer, consumed: number): void;
};

export function createLineCount(): LineCount {
  let piece: Buffer = Buffer.alloc(0);
  let line = 1;
  let counted = 0;

  const at = (position: number): number => {
    for (;;) {
      const found = piece.indexOf(newline, counted);
      if (found === -1 || found >= position) break;
      line += 1;
      counted = found + 1;
    }
    counted = Math.max(counted, position);
    return line;
  };
  return {
    at,
    next(following, consumed) {
      at(consumed);
      piece = following;
      counted = 0;
    },
  };
}
