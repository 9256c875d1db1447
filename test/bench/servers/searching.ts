/**
 * Typing what is searched for, letter by letter, as the window asks for it.
 * @module
 */
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { App } from '../../../src/app/start-app.ts';

/** Resolves when everything can be searched. */
export async function untilIndexed({ inbox }: App): Promise<void> {
  for (;;) {
    const answer = await inbox.handlers['search.query']({ query: '"', limit: 1 });
    if (!answer.ok) throw new Error(answer.error.message);
    if (answer.value.index.state === 'ready') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Milliseconds from each key to its results. */
export async function typeSearches({ inbox }: App, searches: readonly string[]): Promise<number[]> {
  const milliseconds: number[] = [];
  for (const search of searches) {
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
