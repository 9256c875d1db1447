import { cpSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { noFlags } from '../../../src/domain/conversation.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { inBatches, inboundDraft, openTestStore, pageOf } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const former = join(import.meta.dirname, '../../fixtures/data-folder/version-1');

async function mustBeRight({ messages }: Store): Promise<void> {
  expect(messages.health().setAside).toEqual([]);
  expect(messages.totals()).toEqual({ messages: 44, conversations: 2, unread: 20 });
  const bank = messages.conversationId('l_old', 'Bank');
  expect(messages.conversation(bank)).toEqual({
    ...noFlags,
    id: bank,
    lineId: 'l_old',
    peer: 'Bank',
    count: 14,
    unread: expect.any(Number),
    muted: true,
    readUpTo: 8,
    draft: 'Dear bank',
    optOut: { keyword: 'STOP', at: '2026-03-01T12:00:08.000Z' },
    lastMessage: expect.objectContaining({ body: 'text 43' }),
    lastSequence: 45,
  });
  expect(messages.conversation(messages.conversationId('l_old', '+14155550100'))).toMatchObject({ pinned: true, blocked: false, tags: [] });
  const { items } = await pageOf(messages, { conversationId: bank, limit: 100 });
  expect(items.map(({ body }) => body)).toEqual([0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 41, 42, 43].map((number) => `text ${number}`));
  for (const key of ['key 0', 'key 39', 'key 43', 'late key']) expect(messages.idOf(key)).toBeDefined();
  expect(await messages.get(messages.idOf('late key') ?? '')).toMatchObject({ body: 'text 2', status: 'delivered' });
  expect((await messages.append(inboundDraft(), ['key 7'])).kind).toBe('duplicate');
  expect(messages.outbox()).toHaveLength(12);
}

it('opens the data folder of version 1 with everything in it, and goes on with it', async () => {
  const folder = join(await temporaryFolder(), 'data');
  cpSync(former, folder, { recursive: true });
  let store = await openTestStore(folder, { sealAfter: 5 });
  await mustBeRight(store);
  await store.close();
  for (const path of globSync('messages/conversations/*/index.json', { cwd: folder })) rmSync(join(folder, path));
  store = await openTestStore(folder, { sealAfter: 5 });
  await mustBeRight(store);

  const old = { ...inboundDraft({ lineId: 'l_old', peer: 'Bank', body: 'long ago', at: '2020-01-01T00:00:00.000Z' }) };
  await store.messages.importHistory(inBatches([old]));
  const { items } = await pageOf(store.messages, { conversationId: store.messages.conversationId('l_old', 'Bank'), limit: 100 });
  expect(items[0]).toMatchObject({ body: 'long ago' });
  await store.messages.patch(items[0]?.id ?? '', { status: 'received' }, ['key of an old one']);
  for (let number = 0; number < 12; number += 1)
    await store.messages.append(inboundDraft({ lineId: 'l_new', body: `${number}` }), [`new ${number}`]);
  await store.close();
  store = await openTestStore(folder);
  expect(store.messages.idOf('key of an old one')).toBe(items[0]?.id);
  expect(store.messages.idOf('key 3')).toBeDefined();
  expect(store.messages.idOf('new 11')).toBeDefined();
  expect(store.messages.totals().messages).toBe(57);
});
