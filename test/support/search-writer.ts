/**
 * A process of its own that puts texts into a search index until it is killed, and says after each portion how many are in.
 * @module
 */
import process from 'node:process';
import { systemClock } from '../../src/app/system.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';
import { silentLogger } from './silent-logger.ts';

const [folder = '.'] = process.argv.slice(2);
const index = createSearchIndex({ folder, clock: systemClock, logger: silentLogger });
for (let sequence = 0; ; sequence += 20) {
  await index.put(
    Array.from({ length: 20 }, (_each, at) => ({
      id: `m${sequence + at}`,
      sequence: sequence + at,
      lineId: 'l_1',
      conversationId: 'c_1',
      peer: '+14155550100',
      direction: 'inbound',
      at: '2026-03-01T12:00:00.000Z',
      body: `kept number ${sequence + at}`,
      hasMedia: false,
    })),
  );
  process.stdout.write(`${sequence + 20}\n`);
}
