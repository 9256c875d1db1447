/**
 * A process of its own that imports the same old messages whatever is there already, while texts arrive, and kills itself
 * in the middle of it or after it. It says on its standard output which texts were acknowledged, and `done` when the import
 * is over. Arguments: the data folder, a name that makes its texts its own, and how many messages it reads and merges.
 * @module
 */
import { writeSync } from 'node:fs';
import { systemClock } from '../../src/app/system.ts';
import type { HistoricMessage } from '../../src/core/ports.ts';
import { openStore } from '../../src/store/open-store.ts';
import { oldTexts } from './old-texts.ts';
import { silentLogger } from './silent-logger.ts';

const [, , folder = '', name = '', limit = ''] = process.argv;
const opened = await openStore({ folder, clock: systemClock, logger: silentLogger, sealAfter: 60 });
if (!opened.ok) throw new Error(opened.error.message);
const { messages } = opened.value;

async function* inLots(): AsyncGenerator<readonly HistoricMessage[]> {
  let lot: HistoricMessage[] = [];
  for (const text of oldTexts()) {
    lot.push(text);
    if (lot.length < 500) continue;
    yield lot;
    lot = [];
  }
  yield lot;
}

async function receive(): Promise<void> {
  for (let number = 0; ; number += 1) {
    const body = `${name} ${number}`;
    const draft = {
      lineId: 'l_1',
      peer: `Sender ${number % 20}`,
      direction: 'inbound',
      body,
      at: new Date().toISOString(),
      status: 'received',
    } as const;
    const { message } = await messages.append(draft, [body]);
    writeSync(1, `${message.id} ${body}\n`);
  }
}

void receive();
await messages.importHistory(inLots(), {
  onProgress({ read, merged }) {
    if (read + merged >= Number(limit)) process.kill(process.pid, 'SIGKILL');
  },
});
writeSync(1, 'done\n');
process.kill(process.pid, 'SIGKILL');
