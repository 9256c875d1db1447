/**
 * Typing what is searched for, letter by letter, as the window asks for it.
 * @module
 */
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { App } from '../../../src/app/start-app.ts';
import { randomFrom, realisticTexts, vocabulary } from '../../support/realistic-texts.ts';

/** Resolves when everything can be searched. */
export async function untilIndexed({ inbox }: App): Promise<void> {
  for (;;) {
    const answer = await inbox.handlers['search.query']({ query: '"', limit: 1 });
    if (!answer.ok) throw new Error(answer.error.message);
    if (answer.value.index.state === 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What people search for: frequent and rare words, several, numbers, phrases, parts, and what is not there. */
function searches(messages: number): readonly string[] {
  const random = randomFrom(99);
  const words = vocabulary();
  const textOf = realisticTexts();
  const texts = Array.from({ length: 30 }, () => textOf(Math.floor(random() * messages)).split(' '));
  return [
    ...words.slice(0, 12).filter((word) => word.length > 1),
    ...['tomorrow', 'thanks', 'appointment', 'cafe', 'NAIVE', 'see you tomorrow', 'dinner tonight', 'your parcel'],
    ...Array.from({ length: 12 }, (_each, index) => words[1_000 + index * 2_400] ?? ''),
    ...texts.slice(0, 15).map((text) => text.slice(2, 5).join(' ')),
    ...texts.slice(15, 25).map((text) => `"${text.slice(1, 4).join(' ')}`),
    ...texts.flatMap((text) => text.filter((word) => /^\d{6}$/.test(word))),
    ...['482913', '2025', '555 01', 'xylophonist', 'qqqq', 'zzz unlikely', 'wq', 'x', '会议', '😀'],
  ];
}

/** Milliseconds from each key to its results. */
export async function typeSearches({ inbox }: App, messages: number): Promise<number[]> {
  const milliseconds: number[] = [];
  for (const search of searches(messages)) {
    const letters = Array.from(search);
    for (let length = 1; length <= letters.length; length += 1) {
      const query = letters.slice(0, length).join('').trim();
      const before = performance.now();
      const answer = await inbox.handlers['search.query']({ query, limit: 30, asker: 'window' });
      milliseconds.push(performance.now() - before);
      if (!answer.ok) throw new Error(answer.error.message);
      await nextTurn();
    }
  }
  return milliseconds;
}
