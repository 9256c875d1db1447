import { expect, test } from 'vitest';
import { createCredentialBook } from '../../../../src/core/credentials.ts';
import { createLineBook } from '../../../../src/core/line-book.ts';
import type { ListOutcome, ListQuery, Provider } from '../../../../src/core/ports.ts';
import { createProblems } from '../../../../src/core/problems.ts';
import { type CatchUpDocument, createCatchUp } from '../../../../src/core/reachability/catch-up.ts';
import { createAnnouncer } from '../../../../src/core/state.ts';
import type { Gap } from '../../../../src/domain/reachability.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { memoryDocument } from '../../../support/memory-document.ts';
import { memoryVault } from '../../../support/memory-vault.ts';
import { provider } from '../../../support/providers.ts';
import { silentLogger } from '../../../support/silent-logger.ts';

const start = Date.parse('2026-03-01T12:00:00.000Z');
const hours = (count: number): string => new Date(start + count * 3_600_000).toISOString();

/** Catch-up for one line whose provider answers what the test says. */
async function standing(answer: ListOutcome) {
  const clock = manualClock(start);
  const asked: ListQuery[] = [];
  const listing: Provider = {
    ...provider('cloudvno'),
    async list(query) {
      asked.push(query);
      return answer;
    },
  };
  const random = { token: (bytes: number) => 'a'.repeat(Math.ceil((bytes * 4) / 3)), fraction: () => 0 };
  const problems = createProblems({ announcer: createAnnouncer({ clock, logger: silentLogger }), clock });
  const credentials = createCredentialBook({ vault: memoryVault(), logger: silentLogger, problems });
  const lines = createLineBook({
    document: memoryDocument({ lines: [] }),
    credentials,
    providers: new Map([['cloudvno', listing]]),
    clock,
    random,
    receiverUrl: () => 'http://127.0.0.1:1',
  });
  const added = await lines.add({ provider: 'cloudvno', label: 'Cloud', number: '+12125559876' }, { authToken: 't', apiKey: 'k' });
  if (!added.ok) throw new Error(added.error.message);
  const document = memoryDocument<CatchUpDocument>({ outcomes: {} });
  const gaps: Gap[] = [];
  const catchUp = createCatchUp({
    document,
    lines,
    knownGaps: () => gaps,
    credentials,
    keepText: () => Promise.reject(new Error('There is nothing to keep.')),
    http: async () => ({ kind: 'not-sent', reason: 'Nothing is asked here.' }),
    clock,
    logger: silentLogger,
    onRecovered: () => undefined,
    onOutcome: () => undefined,
  });
  return { clock, asked, lines, line: added.value, catchUp, document, gaps };
}

test('a gap that was checked and then grew, because the computer died at once, is checked again', async () => {
  const { clock, asked, catchUp } = await standing({ kind: 'page', texts: [] });
  const gap = { from: hours(1), to: hours(3), causes: ['closed'] } as const;
  clock.advance(3 * 3_600_000);
  await catchUp.run(gap);
  await catchUp.run(gap);
  expect(asked).toHaveLength(1);

  const grown = { ...gap, to: hours(50) };
  clock.advance(47 * 3_600_000);
  expect(catchUp.outcomes(grown)).toMatchObject([{ outcome: { kind: 'waiting' } }]);
  await catchUp.run(grown);
  expect(asked).toHaveLength(2);
  expect(asked[1]?.to).toBe(hours(50));
  expect(catchUp.outcomes(grown)).toMatchObject([{ outcome: { kind: 'checked' } }]);
});

test('a line that was removed is not asked about any more', async () => {
  const { clock, asked, lines, line, catchUp } = await standing({ kind: 'failed', message: 'No.' });
  clock.advance(3 * 3_600_000);
  await catchUp.run({ from: hours(1), to: hours(3), causes: ['closed'] });
  expect(asked).toHaveLength(1);
  await lines.change(line.id, { removedAt: hours(3) });
  clock.advance(24 * 3_600_000);
  expect(asked).toHaveLength(1);
});

test('what is known of a gap is forgotten with the gap', async () => {
  const { clock, catchUp, document, gaps } = await standing({ kind: 'page', texts: [] });
  clock.advance(9 * 3_600_000);
  const first = { from: hours(1), to: hours(3), causes: ['closed'] } as const;
  const second = { from: hours(5), to: hours(8), causes: ['closed'] } as const;
  gaps.push(first, second);
  await catchUp.run(first);
  expect(Object.keys(document.get().outcomes)).toEqual([first.from]);
  gaps.shift();
  await catchUp.run(second);
  expect(Object.keys(document.get().outcomes)).toEqual([second.from]);
});
