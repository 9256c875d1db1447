/**
 * How high the rows of a lane are, in pixels at the usual size, the gap between two of them included: the same as in ConversationRow.module.css.
 * @module
 */
import type { Lane } from '../../src/domain/lane.ts';

export function rowHeight({ kind }: Lane): number {
  if (kind === 'codes') return 82;
  return kind === 'unknown' || kind === 'blocked' ? 106 : 70;
}
