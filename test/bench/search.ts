/**
 * How long results take after a key, with the index on disk and everything it needs to go through, and what that costs
 * the core's event loop, also while the index is built.
 * @module
 */
import { randomFrom, realisticTexts, vocabulary } from '../support/realistic-texts.ts';
import { startChild } from './child.ts';
import type { Report } from './servers/texttray.ts';

export type SearchFigures = {
  readonly buildSeconds: number;
  /** The event loop's longest stall while the index was built, in milliseconds. */
  readonly buildStallMs: number;
  readonly keyMs: { readonly median: number; readonly p95: number; readonly longest: number };
  /** The same while searches were typed. */
  readonly typingStallMs: number;
  readonly keys: number;
};

/** Builds the index of a folder, if it has none, and types searches. */
export async function measureSearch(folder: string, messages: number): Promise<SearchFigures> {
  const searches = searchesIn(messages);
  const child = await startChild<Report>('texttray.ts', [folder]);
  try {
    await child.ask({ ask: 'watch-loop' });
    const { seconds: buildSeconds } = await child.ask<{ seconds: number }>({ ask: 'index' });
    const { longestStallMs: buildStallMs } = await child.ask<{ longestStallMs: number }>({ ask: 'loop' });
    // Once for the files to come into memory, as in an app that has been running.
    await child.ask({ ask: 'search', searches });
    await child.ask({ ask: 'watch-loop' });
    const { milliseconds } = await child.ask<{ milliseconds: number[] }>({ ask: 'search', searches });
    const { longestStallMs: typingStallMs } = await child.ask<{ longestStallMs: number }>({ ask: 'loop' });
    const sorted = milliseconds.toSorted((one, other) => one - other);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    return { buildSeconds, buildStallMs, keyMs: { median: at(0.5), p95: at(0.95), longest: at(1) }, typingStallMs, keys: sorted.length };
  } finally {
    await child.ask({ ask: 'close' }).catch(() => undefined);
    await child.stop();
  }
}

/** What people search for: frequent and rare words, several, numbers, phrases, parts, and what is not there. */
function searchesIn(messages: number): readonly string[] {
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
