/**
 * Keeps the shown ledgers true while the core learns more of a gap.
 * @module
 */
import type { GapView, ReachHistory } from '../../src/contract/reachability.ts';
import type { ReachState } from './model.ts';

/**
 * Puts what is now known of a gap into every history that lists it; a gap is known by its beginning. Others are left
 * out: moments too short to be named are announced as well, and a gap that is new comes with the next history.
 */
export function withGap(histories: ReachState['histories'], gap: GapView): ReachState['histories'] {
  const entries = Object.entries(histories).map(([days, history]) => [days, replaced(history, gap)]);
  return Object.fromEntries(entries) as ReachState['histories'];
}

function replaced(history: ReachHistory, gap: GapView): ReachHistory {
  if (!history.gaps.some(({ from }) => from === gap.from)) return history;
  return { ...history, gaps: history.gaps.map((known) => (known.from === gap.from ? gap : known)) };
}
