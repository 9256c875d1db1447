/**
 * What a comparison is made of, whatever is compared: rows that hold a part of one, of the other, or of both.
 * @module
 */

/**
 * `rewritten`: it means the same and is written differently (an escape, the case of a header's name).
 * `unknown`: at least one of the two is masked, so that nobody can say.
 */
export type Change = 'same' | 'added' | 'removed' | 'changed' | 'rewritten' | 'unknown';

/** A part as it was written. A container that both have shows its members in rows of their own. */
export type Side = {
  readonly name: string;
  readonly value: string;
  /** What the value says, where it is written another way: without the escapes of a form. */
  readonly reads?: string;
};

export type Row = {
  readonly change: Change;
  /** It stands elsewhere among those around it. */
  readonly moved: boolean;
  /** Place of the row it lies in; -1: in none. */
  readonly parent: number;
  readonly depth: number;
  /** Both have it, and it has members. */
  readonly container: 'object' | 'array' | undefined;
  readonly one: Side | undefined;
  readonly other: Side | undefined;
};

/** Whether a row shows a difference, or what may be one. */
export function differs({ change, moved }: Pick<Row, 'change' | 'moved'>): boolean {
  return change !== 'same' || moved;
}
