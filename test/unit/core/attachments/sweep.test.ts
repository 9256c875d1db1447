import { expect, test } from 'vitest';
import { sweep } from '../../../../src/core/attachments/sweep.ts';
import type { Message } from '../../../../src/domain/message.ts';

const message: Message = {
  id: 'm1',
  sequence: 1,
  lineId: 'line',
  conversationId: 'c',
  peer: '+14155551234',
  direction: 'inbound',
  body: '',
  at: '2026-03-01T12:00:00.000Z',
  status: 'received',
  media: [{ state: 'stored', file: 'own.jpg' }, { state: 'waiting' }],
};

/** Sweeps a folder of `own.jpg` and `orphan.jpg`; answers what was removed. */
async function swept(options: { setAside?: readonly string[]; onScan?: (stop: AbortController) => void; fails?: boolean } = {}) {
  const removed: string[] = [];
  const stop = new AbortController();
  async function* scan() {
    options.onScan?.(stop);
    yield message;
    if (options.fails) throw new Error('A segment cannot be read');
  }
  const health = () => ({ writable: true, since: '2026-03-01T12:00:00.000Z', setAside: options.setAside ?? [] });
  const sweeping = sweep({ scan, health }, { remove: async (file) => void removed.push(file) }, ['own.jpg', 'orphan.jpg'], stop.signal);
  const count = await sweeping.catch(() => -1);
  return { removed, count };
}

test('what belongs to no message goes, what belongs to one stays', async () => {
  expect(await swept()).toEqual({ removed: ['orphan.jpg'], count: 1 });
});

test('nothing goes while there are texts that could not be read: it may belong to one of them', async () => {
  expect(await swept({ setAside: ['0001.unreadable'] })).toEqual({ removed: [], count: 0 });
  expect(await swept({ fails: true })).toEqual({ removed: [], count: -1 });
});

test('nothing goes when the app ends in the middle of it', async () => {
  expect(await swept({ onScan: (stop) => stop.abort() })).toEqual({ removed: [], count: 0 });
});
