/**
 * Catch-up: after a time in which texts could not arrive, asks each line's provider what it holds from then and adds
 * what is missing. A text that also arrives late by webhook is the same text. One line's failure never stops another's.
 * @module
 */
import { z } from 'zod';
import { type GapOutcome, gapOutcomeSchema } from '../../contract/reachability.ts';
import type { Line } from '../../domain/line.ts';
import type { Message } from '../../domain/message.ts';
import { type Gap, gapLength } from '../../domain/reachability.ts';
import type { CredentialBook } from '../credentials.ts';
import type { KeepText } from '../keep-text.ts';
import type { LineBook } from '../line-book.ts';
import type { Clock, Document, HttpClient, InboundText, Logger, Provider } from '../ports.ts';

/** Outcomes by the gap's beginning, then by line. */
export const catchUpDocumentSchema = z.object({ outcomes: z.record(z.string(), z.record(z.string(), gapOutcomeSchema)) });
export type CatchUpDocument = z.infer<typeof catchUpDocumentSchema>;

/** Asked a little beyond both ends: clocks differ, and a text in delivery at the edge counts as well. */
const marginMs = 2 * 60_000;
/** A provider that could not be asked is asked again after this long, and twice as long after each further failure. */
const againMs = 60_000;
const againAtMostMs = 3_600_000;
/** A list that never ends is not a list. */
const mostPages = 1_000;

type Fetched = { readonly texts: readonly InboundText[]; readonly failure?: string };
type Recovered = { readonly recovered: number; readonly failure?: string };

export type CatchUp = {
  /** Checks a gap for all lines; resolves when every line has its outcome. */
  run(gap: Gap): Promise<void>;
  /** What is known of each line's texts from a gap. */
  outcomes(gap: Gap): readonly { readonly lineId: string; readonly outcome: GapOutcome }[];
  close(): void;
};

type Dependencies = {
  readonly document: Document<CatchUpDocument>;
  readonly lines: LineBook;
  readonly knownGaps: () => readonly Gap[];
  readonly credentials: CredentialBook;
  readonly keepText: KeepText;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of what one line's check brought, newest last; never called with none. */
  readonly onRecovered: (line: Line, messages: readonly Message[]) => void;
  /** Told when what is known of a gap changed. */
  readonly onOutcome: (gap: Gap) => void;
};

export function createCatchUp(dependencies: Dependencies): CatchUp {
  const { document, lines, knownGaps, credentials, keepText, http, clock, logger, onRecovered, onOutcome } = dependencies;
  const running = new Set<string>();
  const takeBacks = new Set<() => void>();
  let closed = false;
  let writing: Promise<void> = Promise.resolve();

  const iso = (moment: number): string => new Date(moment).toISOString();
  const known = (gap: Gap, lineId: string): GapOutcome | undefined => document.get().outcomes[gap.from]?.[lineId];

  /** What is known of gaps that the ledger has forgotten is forgotten as well. */
  const kept = (outcomes: CatchUpDocument['outcomes']): CatchUpDocument['outcomes'] => {
    const gaps = new Set(knownGaps().map(({ from }) => from));
    return Object.fromEntries(Object.entries(outcomes).filter(([from]) => gaps.has(from)));
  };

  const remember = (gap: Gap, lineId: string, outcome: GapOutcome): Promise<void> => {
    writing = writing
      .catch(() => undefined)
      .then(() => {
        const outcomes = kept(document.get().outcomes);
        return document.set({ outcomes: { ...outcomes, [gap.from]: { ...outcomes[gap.from], [lineId]: outcome } } });
      });
    return writing;
  };

  /** Everything the provider lists, oldest first whatever its order; with the failure that ended it early. */
  const fetchAll = async (line: Line, list: NonNullable<Provider['list']>, from: string, to: string): Promise<Fetched> => {
    const context = { credentials: credentials.of(line.id) ?? {}, http, number: line.number };
    const texts: InboundText[] = [];
    const done = (failure?: string): Fetched => ({ texts: texts.sort(byProviderTime), ...(failure !== undefined && { failure }) });
    let next: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const outcome = await list({ from, to, ...(next !== undefined && { next }) }, context);
      if (outcome.kind === 'failed') return done(outcome.message);
      texts.push(...outcome.texts);
      next = outcome.next;
      if (next === undefined) return done();
    }
    return done('Your provider’s list did not come to an end.');
  };

  /** Stores what is missing; answers how many were, and the failure that ended it early. */
  const recover = async (line: Line, { texts, failure }: Fetched): Promise<Recovered> => {
    const missing: Message[] = [];
    try {
      for (const text of texts) {
        const { kind, message } = await keepText(line.id, text, { at: iso(clock.now()), recovered: true });
        if (kind === 'stored') missing.push(message);
      }
    } finally {
      if (missing.length > 0) onRecovered(line, missing);
    }
    return { recovered: missing.length, ...(failure !== undefined && { failure }) };
  };

  const checkLine = async (gap: Gap, { id }: Line, failures: number): Promise<void> => {
    // It may have been changed or removed while it waited for another try.
    const line = lines.active(id);
    if (line === undefined) return;
    const provider = lines.provider(line);
    const list = provider.list?.bind(provider);
    const before = known(gap, line.id);
    if (list === undefined || closed || isChecked(before, gap) || isCoveredByRetries(gap, provider, clock)) return;
    const from = iso(Date.parse(gap.from) - marginMs);
    const to = iso(Math.min(clock.now(), Date.parse(gap.to ?? iso(clock.now())) + marginMs));
    const already = before !== undefined && 'recovered' in before ? before.recovered : 0;
    let found: Recovered;
    try {
      found = await recover(line, await fetchAll(line, list, from, to));
    } catch (error) {
      logger.error('catch-up.failed', { lineId: line.id, error });
      found = { recovered: 0, failure: 'What the provider holds could not be stored.' };
    }
    const at = iso(clock.now());
    const recovered = already + found.recovered;
    if (found.failure === undefined) {
      await remember(gap, line.id, { kind: 'checked', at, from, to, recovered });
    } else {
      await remember(gap, line.id, { kind: 'failed', at, message: found.failure, recovered });
      again(gap, line, failures + 1);
    }
    onOutcome(gap);
  };

  const again = (gap: Gap, line: Line, failures: number): void => {
    if (closed) return;
    const takeBack = clock.after(Math.min(againMs * 2 ** (failures - 1), againAtMostMs), () => {
      takeBacks.delete(takeBack);
      void guarded(gap, line, failures);
    });
    takeBacks.add(takeBack);
  };

  /** One check of a line's gap at a time; what goes wrong stays this line's. */
  const guarded = async (gap: Gap, line: Line, failures: number): Promise<void> => {
    const name = `${gap.from} ${line.id}`;
    // It may be about an earlier end of the same gap.
    if (running.has(name)) return again(gap, line, Math.max(1, failures));
    running.add(name);
    try {
      onOutcome(gap);
      await checkLine(gap, line, failures);
    } catch (error) {
      logger.error('catch-up.not-remembered', { lineId: line.id, error });
      again(gap, line, failures + 1);
    } finally {
      running.delete(name);
      onOutcome(gap);
    }
  };

  return {
    async run(gap) {
      const active = lines.all().filter((line) => line.removedAt === undefined && line.createdAt < (gap.to ?? iso(clock.now())));
      await Promise.all(active.map((line) => guarded(gap, line, 0)));
    },
    outcomes(gap) {
      const concerned = lines
        .all()
        .filter((line) => line.provider !== 'practice' && line.removedAt === undefined && (gap.to === null || line.createdAt < gap.to));
      return concerned.map((line) => ({ lineId: line.id, outcome: outcomeOf(gap, line) }));
    },
    close() {
      closed = true;
      for (const takeBack of takeBacks) takeBack();
    },
  };

  function outcomeOf(gap: Gap, line: Line): GapOutcome {
    if (running.has(`${gap.from} ${line.id}`)) return { kind: 'checking' };
    const before = known(gap, line.id);
    if (before !== undefined && (before.kind !== 'checked' || isChecked(before, gap))) return before;
    const provider = lines.provider(line);
    if (isCoveredByRetries(gap, provider, clock))
      return { kind: 'nothing-lost', retryMinutes: Math.round((provider.retryWindowMs ?? 0) / 60_000) };
    return provider.list === undefined ? { kind: 'cannot-check' } : { kind: 'waiting' };
  }
}

/**
 * A gap can grow after it was checked: what ended it is forgotten when the computer died or slept before the next beat.
 * What was fetched then says nothing about the rest.
 */
function isChecked(outcome: GapOutcome | undefined, gap: Gap): boolean {
  return outcome?.kind === 'checked' && gap.to !== null && outcome.to >= gap.to;
}

function isCoveredByRetries(gap: Gap, provider: Provider, clock: Clock): boolean {
  return provider.retryWindowMs !== undefined && gapLength(gap, new Date(clock.now()).toISOString()) <= provider.retryWindowMs;
}

/** Texts without a time keep their place behind those that have one. */
function byProviderTime(one: InboundText, other: InboundText): number {
  const [left, right] = [one.providerAt ?? '9', other.providerAt ?? '9'];
  return left < right ? -1 : left > right ? 1 : 0;
}
