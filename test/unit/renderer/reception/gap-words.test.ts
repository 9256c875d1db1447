import { expect, test } from 'vitest';
import { clockRange } from '../../../../renderer/format/time.ts';
import { causesWords, outcomeWords } from '../../../../renderer/reception/gap-words.ts';
import type { GapOutcome } from '../../../../src/contract/reachability.ts';

const now = new Date(2026, 2, 1, 20);
const at = (hour: number, minute = 0): string => new Date(2026, 2, 1, hour, minute).toISOString();

test.each<[GapOutcome, 'good' | 'plain' | 'warn', RegExp]>([
  [{ kind: 'nothing-lost', retryMinutes: 30 }, 'good', /tries again for 30 min/],
  [{ kind: 'waiting' }, 'plain', /fetched when texts can arrive again/],
  [{ kind: 'checking' }, 'plain', /^Checking/],
  [{ kind: 'checked', at: at(17), from: at(14, 2), to: at(16, 40), recovered: 3 }, 'good', /3 recovered\.$/],
  [{ kind: 'checked', at: at(17), from: at(14, 2), to: at(16, 40), recovered: 0 }, 'good', /nothing was missing\.$/],
  [{ kind: 'failed', at: at(17), message: 'It did not answer.', recovered: 0 }, 'warn', /^It did not answer\. .*tried again\.$/],
  [{ kind: 'failed', at: at(17), message: 'It did not answer.', recovered: 2 }, 'warn', /2 recovered so far\.$/],
  [{ kind: 'cannot-check' }, 'warn', /ask the sender/],
])('each outcome is a sentence with a sign that fits: %#', (outcome, tone, text) => {
  const words = outcomeWords(outcome, now);
  expect(words.tone).toBe(tone);
  expect(words.text).toMatch(text);
});

test('a check names the time it covered', () => {
  const words = outcomeWords({ kind: 'checked', at: at(17), from: at(14, 2), to: at(16, 40), recovered: 3 }, now);
  expect(words.text).toContain(clockRange(at(14, 2), at(16, 40), now));
});

test('causes read as what happened, one after the other', () => {
  expect(causesWords(['closed', 'not-reachable'])).toBe('Texttray was closed, then nothing came through');
  expect(causesWords(['paused'])).toBe('You had paused');
});
