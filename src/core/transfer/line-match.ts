/**
 * Which line here a line of an archive is: the same one, one with the same number at the same provider, or none yet.
 * @module
 */
import type { Line } from '../../domain/line.ts';
import { normalizeAddress } from '../../domain/peer.ts';

/** `undefined`: it has to be made. Practice lines are all one and the same: nobody has two. */
export function lineHere(theirs: Line, lines: readonly Line[]): Line | undefined {
  const number = normalizeAddress(theirs.number);
  const isSame = (line: Line): boolean => line.provider === theirs.provider && normalizeAddress(line.number) === number;
  const inUse = lines.filter(({ removedAt }) => removedAt === undefined);
  return (
    lines.find(({ id }) => id === theirs.id) ??
    inUse.find(isSame) ??
    (theirs.provider === 'practice' ? inUse.find(({ provider }) => provider === 'practice') : undefined)
  );
}
