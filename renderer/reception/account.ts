/**
 * Whether anything was missed, said only as far as it is known. "Nothing was missed" needs proof for every moment: texts
 * could arrive, or the provider's retries outlast the gap, or all it holds from then was fetched.
 * @module
 */
import type { GapOutcome, GapView, ReachHistory } from '../../src/contract/reachability.ts';
import type { ReachRange } from '../state/model.ts';
import { texts } from '../texts.ts';

/** `since`: nothing is known of the time before. `null`: all of it is known. */
type Known = { readonly since: string | null };

export type Account =
  /** Nothing was written down yet. */
  | { readonly kind: 'nothing-known' }
  /** No gap at all. */
  | (Known & { readonly kind: 'unbroken' })
  /** Every gap is accounted for, for every line. `blinks`: but for moments too short to be listed. */
  | (Known & { readonly kind: 'covered'; readonly gaps: number; readonly recovered: number; readonly blinks: boolean })
  /** There is no number that could have been texted. */
  | { readonly kind: 'no-lines' }
  /** Providers are being asked. */
  | { readonly kind: 'checking' }
  /** A gap lasts. */
  | { readonly kind: 'lasts' }
  /** Gaps from which texts may be missing. */
  | { readonly kind: 'open'; readonly gaps: number };

/** The core lists no gap shorter than this, in milliseconds. */
const blinkMs = 5_000;

/** `hasLines`: there is a number somebody could have texted. */
export function accountOf({ from, spans, gaps }: ReachHistory, hasLines: boolean): Account {
  if (!hasLines) return { kind: 'no-lines' };
  const first = spans[0];
  if (first === undefined) return { kind: 'nothing-known' };
  const since = first.from > from ? first.from : null;
  if (spans.every(({ state }) => state === 'receiving')) return { kind: 'unbroken', since };
  const outcomes = gaps.flatMap(({ lines }) => lines.map(({ outcome }) => outcome));
  const unlisted = breaksOf(spans).filter((span) => !gaps.some((gap) => isWithin(span, gap)));
  const open =
    gaps.filter(({ to, lines }) => to !== null && lines.some(({ outcome }) => isOpen(outcome))).length +
    unlisted.filter((span) => Date.parse(span.to) - Date.parse(span.from) >= blinkMs).length;
  const lasts = spans.at(-1)?.state !== 'receiving';
  if (open > 0) return { kind: 'open', gaps: open };
  if (lasts) return { kind: 'lasts' };
  if (outcomes.some(({ kind }) => kind === 'waiting' || kind === 'checking')) return { kind: 'checking' };
  const recovered = outcomes.reduce((sum, outcome) => sum + (outcome.kind === 'checked' ? outcome.recovered : 0), 0);
  return { kind: 'covered', since, gaps: gaps.length, recovered, blinks: unlisted.length > 0 };
}

type Break = { readonly from: string; readonly to: string };

/** The times in which texts could not arrive, whatever the reasons, but for one that lasts. */
function breaksOf(spans: ReachHistory['spans']): readonly Break[] {
  const breaks: Break[] = [];
  let open: Break | undefined;
  for (const { state, from, to } of spans) {
    if (state !== 'receiving') open = { from: open?.from ?? from, to };
    else if (open !== undefined) {
      breaks.push(open);
      open = undefined;
    }
  }
  return breaks;
}

/** Nobody is asking any more, or asking failed. */
function isOpen({ kind }: GapOutcome): boolean {
  return kind === 'failed' || kind === 'cannot-check';
}

/** A history cuts its spans at its own beginning, a gap begins when it began. */
function isWithin(span: Break, { from, to }: GapView): boolean {
  return from <= span.from && (to === null || span.to <= to);
}

const words = texts.reception.account;

/** The account as a sentence. `time` writes a moment. */
export function sentenceFor(account: Account, days: ReachRange, time: (at: string) => string): string {
  const when = 'since' in account && account.since !== null ? words.since(time(account.since)) : words.ranges[days];
  switch (account.kind) {
    case 'nothing-known':
      return words.nothingKnown;
    case 'unbroken':
      return words.unbroken(when);
    case 'covered':
      if (account.blinks) return words.blinks(account.gaps);
      return account.recovered > 0 ? words.recovered(when, account.gaps, account.recovered) : words.covered(when, account.gaps);
    case 'no-lines':
      return words.noLines;
    case 'checking':
      return words.checking;
    case 'lasts':
      return words.lasts;
    case 'open':
      return words.open(account.gaps);
  }
}
