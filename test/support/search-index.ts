/**
 * Search indexes for tests: real threads, real files, closed when the test ends.
 * @module
 */
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/app/system.ts';
import type { IndexedMessage, SearchIndex } from '../../src/core/ports.ts';
import { createSearchIndex, type SearchIndexOptions } from '../../src/search/search-index.ts';
import { silentLogger } from './silent-logger.ts';

export function openSearchIndex(folder: string, options: Partial<SearchIndexOptions> = {}): SearchIndex {
  const index = createSearchIndex({ folder, clock: systemClock, logger: silentLogger, ...options });
  onTestFinished(() => index.close());
  return index;
}

/** A message as the index keeps it; each sequence is its own minute. */
export function indexedText(sequence: number, body: string, changes: Partial<IndexedMessage> = {}): IndexedMessage {
  return {
    id: `m${sequence}`,
    sequence,
    lineId: 'l_1',
    conversationId: 'c_1',
    peer: '+14155550100',
    direction: 'inbound',
    at: new Date(1_750_000_000_000 + (sequence % 100_000) * 60_000).toISOString(),
    body,
    hasMedia: false,
    ...changes,
  };
}
