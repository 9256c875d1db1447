/**
 * A process of its own that writes messages as fast as it can and says on its standard output which of them were
 * acknowledged, until it is killed. Arguments: the data folder, and a name that makes its messages its own.
 * @module
 */
import { writeSync } from 'node:fs';
import { systemClock } from '../../src/app/system.ts';
import { openStore } from '../../src/store/open-store.ts';
import { silentLogger } from './silent-logger.ts';

const [, , folder = '', name = ''] = process.argv;
const opened = await openStore({ folder, clock: systemClock, logger: silentLogger, sealAfter: 150 });
if (!opened.ok) throw new Error(opened.error.message);
const { messages } = opened.value;

/** Texts of different lengths, so that writes end at all places of a page. */
const filler = 'The quick brown fox jumps over the lazy dog. '.repeat(30);

let number = 0;
async function writeOne(): Promise<void> {
  number += 1;
  const body = `${name} ${number} ${filler.slice(0, (number * 37) % 1_200)}`;
  const draft = {
    lineId: 'l_1',
    peer: `+141555501${String(number % 40).padStart(2, '0')}`,
    direction: 'inbound',
    body,
    at: new Date().toISOString(),
    status: 'received',
  } as const;
  const key = `${name} ${number}`;
  // Providers repeat themselves, at the same moment or soon after.
  const [first, second] = await Promise.all([messages.append(draft, [key]), number % 5 === 0 ? messages.append(draft, [key]) : undefined]);
  if (second !== undefined && second.message.id !== first.message.id) throw new Error('The same key became two messages');
  writeSync(1, `${first.message.id} ${body.length} ${key}\n`);
  if (number % 7 === 0) await messages.flag(first.message.conversationId, { readUpTo: first.message.sequence });
  if (number % 11 === 0) await messages.patch(first.message.id, { statusAt: draft.at });
}

async function writer(): Promise<void> {
  for (;;) await writeOne();
}
await Promise.all(Array.from({ length: 12 }, writer));
