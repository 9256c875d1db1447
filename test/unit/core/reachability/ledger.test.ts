import { expect, test } from 'vitest';
import { type AliveDocument, createReachLedger, type ReachDocument } from '../../../../src/core/reachability/ledger.ts';
import type { Gap } from '../../../../src/domain/reachability.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { memoryDocument } from '../../../support/memory-document.ts';
import { silentLogger } from '../../../support/silent-logger.ts';

const start = Date.parse('2026-03-01T12:00:00.000Z');
const minutes = (count: number): string => new Date(start + count * 60_000).toISOString();

function folder() {
  return { document: memoryDocument<ReachDocument>({ changes: [] }), alive: memoryDocument<AliveDocument>({ at: null }) };
}

function open(documents: ReturnType<typeof folder>, clock: ManualClock) {
  const ledger = createReachLedger({ ...documents, clock, logger: silentLogger });
  const closed: Gap[] = [];
  ledger.onGapClosed((gap) => closed.push(gap));
  return { ledger, closed };
}

test('an orderly end and the next start leave one gap with its causes', async () => {
  const documents = folder();
  const clock = manualClock(start);
  const first = open(documents, clock);
  await first.ledger.start();
  clock.advance(60_000);
  first.ledger.note('receiving');
  clock.advance(9 * 60_000);
  await first.ledger.close();

  const later = manualClock(start + 70 * 60_000);
  const second = open(documents, later);
  await second.ledger.start();
  later.advance(60_000);
  second.ledger.note('receiving');
  expect(second.closed).toEqual([{ from: minutes(10), to: minutes(71), causes: ['closed', 'not-reachable'] }]);
});

test('after a crash the gap begins where the app was last known to run', async () => {
  const documents = folder();
  const clock = manualClock(start);
  const crashed = open(documents, clock);
  await crashed.ledger.start();
  crashed.ledger.note('receiving');
  clock.advance(5 * 60_000);
  await Promise.resolve();

  const later = manualClock(start + 60 * 60_000);
  const next = open(documents, later);
  await next.ledger.start();
  next.ledger.note('receiving');
  expect(next.ledger.gaps().at(-1)).toMatchObject({ from: minutes(5), to: minutes(60) });
});

test('sleep is a gap of its own kind, and whoever waits for it is told', async () => {
  const documents = folder();
  // A computer that sleeps runs nothing: the beat that was due comes late.
  let now = start;
  let beat: (() => void) | undefined;
  const clock = {
    now: () => now,
    monotonic: () => now - start,
    after(_milliseconds: number, task: () => void) {
      beat = task;
      return () => undefined;
    },
  };
  const ledger = createReachLedger({ ...documents, clock, logger: silentLogger });
  let woke = 0;
  ledger.onWoke(() => {
    woke += 1;
  });
  await ledger.start();
  ledger.note('receiving');
  now += 30_000;
  beat?.();
  expect(woke).toBe(0);
  now += 2 * 3_600_000;
  beat?.();
  expect(woke).toBe(1);
  now += 1_000;
  ledger.note('receiving');
  expect(ledger.gaps().at(-1)).toMatchObject({ from: new Date(start + 30_000).toISOString(), causes: ['asleep', 'not-reachable'] });
});

test('a store that cannot write loses nothing that is still known', async () => {
  const documents = folder();
  const clock = manualClock(start);
  let isFull = true;
  const written = documents.document;
  const document = { get: written.get, set: (value: ReachDocument) => (isFull ? Promise.reject(new Error('full')) : written.set(value)) };
  const { ledger } = open({ ...documents, document }, clock);
  await ledger.start();
  ledger.note('receiving');
  clock.advance(60_000);
  isFull = false;
  ledger.note('not-reachable');
  clock.advance(1_000);
  await ledger.close();
  expect(written.get().changes.map(({ state }) => state)).toEqual(['receiving', 'not-reachable', 'closed']);
});

test('a start that came to nothing is not taken for time in which the app ran', async () => {
  const documents = folder();
  const clock = manualClock(start);
  const crashed = open(documents, clock);
  await crashed.ledger.start();
  clock.advance(10_000);
  crashed.ledger.note('receiving');
  clock.advance(5 * 60_000);

  const failed = open(documents, manualClock(start + 30 * 60_000));
  await failed.ledger.close();
  const next = open(documents, manualClock(start + 60 * 60_000));
  await next.ledger.start();
  expect(next.ledger.gaps().at(-1)).toMatchObject({ from: minutes(5), to: null });
});
