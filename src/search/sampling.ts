/**
 * Looks at some texts of an index that was opened, spread over everything it holds.
 * @module
 */
import type { DatabaseSync } from 'node:sqlite';
import { foldText } from '../domain/search-text.ts';
import type { Frequencies } from './grams.ts';

/** How many texts are looked at: some ten milliseconds. */
const samples = 600;

export function sampleTexts(database: DatabaseSync, frequencies: Frequencies): void {
  const from = database.prepare('SELECT body FROM message WHERE place >= ? ORDER BY place LIMIT 1');
  const bounds = database.prepare(
    'SELECT (SELECT min(place) FROM message) AS low, (SELECT max(place) FROM message) AS high, (SELECT max(place) FROM message WHERE place < 0) AS old',
  );
  const { low, high, old } = bounds.get() ?? {};
  // Old messages that were imported have places of another scale, far below zero.
  const ranges = [...(old === null ? [] : [[low, old]]), ...(Number(high) >= 0 ? [[Math.max(0, Number(low)), high]] : [])];
  for (const [first, last] of ranges) {
    if (first === null || last === null) continue;
    const step = Math.max(1, Math.floor((Number(last) - Number(first)) / samples));
    for (let at = Number(first); at <= Number(last); at += step) {
      const row = from.get(at);
      if (row !== undefined) frequencies.sample(foldText(String(row.body)));
    }
  }
}
