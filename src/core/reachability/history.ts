/**
 * The gap ledger as the window is shown it.
 * @module
 */
import type { GapView, ReachHistory } from '../../contract/reachability.ts';
import type { Gap } from '../../domain/reachability.ts';
import type { Clock } from '../ports.ts';
import type { CatchUp } from './catch-up.ts';
import type { ReachLedger } from './ledger.ts';

/** Gaps shorter than this are a blink: they are in the strip, but no list names them. */
const shortestNamedMs = 5_000;
const mostGaps = 200;

export function gapView(gap: Gap, catchUp: CatchUp): GapView {
  return { from: gap.from, to: gap.to, causes: [...gap.causes], lines: catchUp.outcomes(gap).map((line) => ({ ...line })) };
}

/** The last `days` days, up to now. */
export function reachHistory(
  days: number,
  { ledger, catchUp, clock }: { ledger: ReachLedger; catchUp: CatchUp; clock: Clock },
): ReachHistory {
  const to = new Date(clock.now()).toISOString();
  const from = new Date(clock.now() - days * 86_400_000).toISOString();
  const gaps = ledger
    .gaps()
    .filter((gap) => (gap.to ?? to) > from && Date.parse(gap.to ?? to) - Date.parse(gap.from) >= shortestNamedMs)
    .slice(-mostGaps);
  return { from, to, spans: ledger.spans(from, to).map((span) => ({ ...span })), gaps: gaps.reverse().map((gap) => gapView(gap, catchUp)) };
}
