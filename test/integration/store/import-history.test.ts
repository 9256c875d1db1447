import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type HistoricMessage, StoreUnavailable } from '../../../src/core/ports.ts';
import type { Message } from '../../../src/domain/message.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { faultyFiles } from '../../support/faulty-files.ts';
import { asAfterKill, inBatches, inboundDraft, openTestStore, outboundDraft, pageOf } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const began = Date.parse('2019-05-01T08:00:00.000Z');
const peer = '+14155550100';

/** A text of 2019, the `index`-th minute of it. */
function old(index: number, overrides: Partial<HistoricMessage> = {}): HistoricMessage {
  return { ...inboundDraft({ body: `old ${index}`, at: new Date(began + index * 60_000).toISOString() }), ...overrides };
}

const range = (from: number, to: number, step = 1): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);

/** In an order that has nothing to do with time. */
const shuffled = <Value>(values: readonly Value[]): Value[] => values.map((_, index) => values[(index * 7_919) % values.length] as Value);

async function threadOf(store: Store, ofPeer = peer): Promise<Message[]> {
  const conversationId = store.messages.conversationId('l_1', ofPeer);
  return (await pageOf(store.messages, { conversationId, limit: 1_000_000 })).items;
}

const bodiesOf = async (store: Store, ofPeer = peer): Promise<string[]> => (await threadOf(store, ofPeer)).map(({ body }) => body);

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);

describe('importing old messages', () => {
  it('puts them before what arrived here, in the order of time, as read', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    await store.messages.append(inboundDraft({ body: 'live 1' }), []);
    await store.messages.append(inboundDraft({ body: 'live 2' }), []);
    const outcome = await store.messages.importHistory(inBatches(shuffled(range(0, 1_000).map((index) => old(index)))));
    const conversationId = store.messages.conversationId('l_1', peer);
    expect(outcome).toEqual({
      imported: 1_000,
      duplicates: 0,
      conversations: [{ id: conversationId, lineId: 'l_1', peer, imported: 1_000, duplicates: 0 }],
      finished: true,
    });
    const expected = [...range(0, 1_000).map((index) => `old ${index}`), 'live 1', 'live 2'];
    expect(await bodiesOf(store)).toEqual(expected);
    expect(store.messages.conversation(conversationId)).toMatchObject({ count: 1_002, unread: 2, lastMessage: { body: 'live 2' } });
    await store.messages.append(inboundDraft({ body: 'live 3' }), []);
    const thread = await threadOf(store);
    await store.close();
    const again = await openTestStore(folder);
    expect(await threadOf(again)).toEqual(thread);
    expect(again.messages.totals()).toEqual({ messages: 1_003, conversations: 1, unread: 3 });
  });

  it('merges a second import into the first: ids stay, only what is new is written', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    await store.messages.importHistory(inBatches(range(1_000, 3_000, 2).map((index) => old(index))));
    const before = await threadOf(store);
    const files = await filesIn(join(folder, 'messages', 'conversations'));
    const some = [...range(0, 50), 1_500, 1_501, 1_503, ...range(4_000, 4_100)].map((index) => old(index));
    expect(await store.messages.importHistory(inBatches(shuffled(some)))).toMatchObject({ imported: 152, duplicates: 1 });
    const after = await threadOf(store);
    expect(after.map(({ at }) => at)).toEqual(after.map(({ at }) => at).sort());
    expect(after.filter(({ id }) => before.some((known) => known.id === id))).toEqual(before);
    expect(after).toHaveLength(1_152);
    const kept = (await filesIn(join(folder, 'messages', 'conversations'))).filter((name) => files.includes(name));
    expect(kept.length).toBeGreaterThanOrEqual(files.length - 2);
    await store.close();
    expect(await threadOf(await openTestStore(folder))).toEqual(after);
  });

  it('stores nothing twice: not from the same file, not what arrived here, not where milliseconds were cut off', async () => {
    const store = await openTestStore(await temporaryFolder());
    await store.messages.append(inboundDraft({ body: 'arrived', at: '2026-03-01T12:00:00.250Z' }), []);
    await store.messages.append(inboundDraft({ body: 'arrived', at: '2026-03-01T12:00:00.750Z' }), []);
    const media = [{ url: 'https://example.com/1' }];
    const texts = [
      ...range(0, 600).map((index) => old(index)),
      old(1, { body: 'again' }),
      old(1, { body: 'again' }),
      old(2, { body: 'again', direction: 'outbound', status: 'sent' }),
      old(2, { body: 'again' }),
      old(2, { body: 'again', media }),
      old(3, { body: 'cut', at: '2019-05-01T08:03:00.400Z' }),
      old(3, { body: 'cut', at: '2019-05-01T08:03:00.000Z' }),
      inboundDraft({ body: 'arrived', at: '2026-03-01T12:00:00.000Z' }),
      inboundDraft({ body: 'arrived', at: '2026-03-01T12:00:00.300Z' }),
    ];
    expect(await store.messages.importHistory(inBatches(texts))).toMatchObject({ imported: 606, duplicates: 3 });
    expect(await store.messages.importHistory(inBatches(shuffled(texts)))).toMatchObject({ imported: 0, duplicates: 609 });
    const cut = texts.map((text) => ({ ...text, at: `${text.at.slice(0, 19)}.000Z` }));
    expect(await store.messages.importHistory(inBatches(cut))).toMatchObject({ imported: 0, duplicates: 609 });
  });

  it('tells messages with keys of their own by those', async () => {
    const store = await openTestStore(await temporaryFolder());
    const { message } = await store.messages.append(inboundDraft({ body: 'arrived', providerId: 'p-0' }), []);
    const texts = [
      old(1, { body: 'ok', providerId: 'p-1' }),
      old(1, { body: 'ok', providerId: 'p-2' }),
      old(1, { body: 'written otherwise', providerId: 'p-2' }),
      old(2, { body: 'ok', sourceId: 'm_0000000000000000_1' }),
      old(2, { body: 'ok', sourceId: 'm_0000000000000000_2' }),
      { ...inboundDraft({ body: 'edited' }), sourceId: message.id },
      inboundDraft({ body: 'edited', providerId: 'p-0' }),
    ];
    expect(await store.messages.importHistory(inBatches(texts))).toMatchObject({ imported: 4, duplicates: 3 });
    const exported = (await threadOf(store)).map(({ id, sequence: _sequence, conversationId: _conversation, ...draft }) => ({
      ...draft,
      sourceId: id,
    }));
    expect(await store.messages.importHistory(inBatches(exported))).toMatchObject({ imported: 0, duplicates: 5 });
    const elsewhere = await openTestStore(await temporaryFolder());
    expect(await elsewhere.messages.importHistory(inBatches(exported))).toMatchObject({ imported: 5, duplicates: 0 });
    const historic = (thread: readonly Message[]): string[] => thread.filter(({ sequence }) => sequence < 0).map(({ id }) => id);
    expect(historic(await threadOf(elsewhere))).toEqual(expect.arrayContaining(historic(await threadOf(store))));
  });

  it('says beforehand what it would do, and does nothing then', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    await store.messages.importHistory(inBatches(range(0, 20).map((index) => old(index))));
    const before = await filesIn(join(folder, 'messages'));
    const texts = [...range(10, 30).map((index) => old(index)), ...range(0, 5).map((index) => old(index, { peer: 'Bank' }))];
    const foreseen = await store.messages.importHistory(inBatches(texts), { dryRun: true });
    expect(foreseen).toMatchObject({ imported: 15, duplicates: 10, finished: true });
    expect(new Map(foreseen.conversations.map(({ peer: who, imported, duplicates }) => [who, { imported, duplicates }]))).toEqual(
      new Map([
        [peer, { imported: 10, duplicates: 10 }],
        ['Bank', { imported: 5, duplicates: 0 }],
      ]),
    );
    expect(await filesIn(join(folder, 'messages'))).toEqual(before);
    expect(store.messages.totals()).toEqual({ messages: 20, conversations: 1, unread: 0 });
    expect(store.messages.conversation(store.messages.conversationId('l_1', 'Bank'))).toBeUndefined();
    expect(await store.messages.importHistory(inBatches(texts))).toEqual(foreseen);
  });

  it('leaves whole conversations when it is cancelled, and a repetition completes it', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    const texts = range(0, 6_000).map((index) => old(index, { peer: `+1415555${String(index % 30).padStart(4, '0')}` }));
    const cancel = new AbortController();
    const outcome = await store.messages.importHistory(inBatches(texts), {
      signal: cancel.signal,
      onProgress: ({ merged }) => {
        if (merged > 1_700) cancel.abort();
      },
    });
    expect(outcome.finished).toBe(false);
    expect(outcome.conversations.length).toBeGreaterThan(7);
    expect(outcome.conversations.length).toBeLessThan(30);
    expect(outcome.imported).toBe(outcome.conversations.length * 200);
    expect(store.messages.totals()).toEqual({ messages: outcome.imported, conversations: outcome.conversations.length, unread: 0 });
    await store.close();
    const again = await openTestStore(folder);
    expect(again.messages.totals().messages).toBe(outcome.imported);
    const rest = await again.messages.importHistory(inBatches(shuffled(texts)));
    expect(rest).toMatchObject({ imported: 6_000 - outcome.imported, duplicates: outcome.imported, finished: true });
    const leftovers = (await filesIn(folder)).filter((name) => name.endsWith('.tmp') || name === 'spool');
    expect(leftovers).toEqual([]);
  });

  it('ends while it waits for the next messages, when it is cancelled or the store closes', async () => {
    const store = await openTestStore(await temporaryFolder());
    async function* endless(): AsyncGenerator<readonly HistoricMessage[]> {
      yield [old(1)];
      await new Promise(() => undefined);
    }
    const nothing = { imported: 0, duplicates: 0, conversations: [], finished: false };
    const cancel = new AbortController();
    const cancelled = store.messages.importHistory(endless(), { signal: cancel.signal, onProgress: () => cancel.abort() });
    expect(await cancelled).toEqual(nothing);
    const closed = store.messages.importHistory(endless(), { onProgress: () => void store.close() });
    expect(await closed).toEqual(nothing);
    await expect(store.messages.importHistory(inBatches([old(1)]))).rejects.toThrow(StoreUnavailable);
  });

  it('rejects as its source does, and has stored nothing then', async () => {
    const store = await openTestStore(await temporaryFolder());
    const broken = Object.assign(new Error('the file ends here'), { code: 'EIO' });
    async function* failing(): AsyncGenerator<readonly HistoricMessage[]> {
      yield [old(1)];
      throw broken;
    }
    await expect(store.messages.importHistory(failing())).rejects.toBe(broken);
    expect(store.messages.totals().messages).toBe(0);
    expect(await store.messages.importHistory(inBatches([old(1)]))).toMatchObject({ imported: 1 });
  });

  it.each(['spool', '.log.tmp', 'index.json.tmp'])(
    'says that the store is unavailable when %s cannot be written, and completes it later',
    async (name) => {
      const folder = await temporaryFolder();
      const files = faultyFiles();
      const store = await openTestStore(folder, { files });
      await store.messages.append(inboundDraft({ body: 'live' }), []);
      const texts = range(0, 3_000).map((index) => old(index, { peer: `+1415555${String(index % 30).padStart(4, '0')}` }));
      let steps = 0;
      files.fault = ({ kind, path }) => {
        if (kind !== 'write' || !path.endsWith(name)) return undefined;
        steps += 1;
        return steps > (name === 'spool' ? 0 : 12) ? 'ENOSPC' : undefined;
      };
      await expect(store.messages.importHistory(inBatches(texts))).rejects.toThrow(StoreUnavailable);
      files.fault = () => undefined;
      await store.messages.append(inboundDraft({ body: 'live' }), []);
      const killed = await openTestStore(asAfterKill(folder, `${folder}-killed`));
      for (const each of [store, killed]) {
        for (const { id, count } of each.messages.conversations({ limit: 100 }).items) expect([2, 100], id).toContain(count);
        expect(await each.messages.importHistory(inBatches(texts))).toMatchObject({ finished: true });
        expect(each.messages.totals().messages).toBe(3_002);
        await each.close();
      }
    },
  );

  it('never sends anything: what waited in another place is kept as not sent', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    const texts = [outboundDraft({ body: 'queued' }), outboundDraft({ body: 'sending', status: 'sending' })];
    await store.messages.importHistory(inBatches(texts));
    const statuses = (await threadOf(store)).map(({ body, status, imported }) => [body, status, imported]);
    expect(statuses).toEqual([
      ['queued', 'cancelled', true],
      ['sending', 'unconfirmed', true],
    ]);
    expect(store.messages.outbox()).toEqual([]);
    const [cancelled] = await threadOf(store);
    // When the user wants it all the same, it goes as any other.
    const queued = await store.messages.patch(cancelled?.id ?? '', { status: 'queued' });
    expect(store.messages.outbox()).toEqual([queued]);
    await store.close();
    const again = await openTestStore(folder);
    expect(again.messages.outbox()).toEqual([queued]);
    await again.messages.patch(cancelled?.id ?? '', { status: 'sent' }, ['its key']);
    await again.close();
    const later = await openTestStore(folder);
    expect(later.messages.outbox()).toEqual([]);
    expect(later.messages.idOf('its key')).toBe(cancelled?.id);
  });

  it('changes, removes, finds and flags them as any other, through checkpoints and restarts', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { sealAfter: 3 });
    const texts = range(0, 700).map((index) => old(index, index % 2 === 0 ? {} : { direction: 'outbound', status: 'sent' }));
    await store.messages.importHistory(inBatches(texts));
    const conversationId = store.messages.conversationId('l_1', peer);
    const thread = await threadOf(store);
    const [first, second, third, ...others] = thread;
    const last = others.at(-1);
    const changed = await store.messages.patch(second?.id ?? '', { status: 'delivered' }, ['late key']);
    expect(changed?.status).toBe('delivered');
    await store.messages.remove(first?.id ?? '');
    await store.messages.remove(last?.id ?? '');
    expect(await store.messages.flag(conversationId, { readUpTo: last?.sequence ?? 0, pinned: true, draft: 'Hm' })).toMatchObject({
      readUpTo: -1,
      unread: 0,
    });
    await store.messages.append(inboundDraft({ body: 'live' }), []);
    const expected = [changed, third, ...others.slice(0, -1)];
    const mustBeRight = async (each: Store): Promise<void> => {
      expect((await threadOf(each)).slice(0, -1)).toEqual(expected);
      expect(each.messages.conversation(conversationId)).toMatchObject({
        count: 699,
        unread: 1,
        pinned: true,
        draft: 'Hm',
        lastMessage: { body: 'live' },
      });
      expect(await each.messages.get(first?.id ?? '')).toBeUndefined();
      expect(await each.messages.get(third?.id ?? '')).toEqual(third);
      expect(each.messages.idOf('late key')).toBe(second?.id);
    };
    await mustBeRight(store);
    await mustBeRight(await openTestStore(asAfterKill(folder, `${folder}-killed`)));
    for (const index of range(0, 20)) await store.messages.append(inboundDraft({ peer: 'other', body: String(index) }), []);
    await store.close();
    const again = await openTestStore(folder);
    await mustBeRight(again);
    const live = (await threadOf(again)).at(-1);
    await again.messages.remove(live?.id ?? '');
    expect(again.messages.conversation(conversationId)?.lastMessage?.id).toBe(expected.at(-1)?.id);
  });

  it('brings back what was removed here, under the same id or another', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { sealAfter: 1_000 });
    await store.messages.importHistory(inBatches(range(0, 3).map((index) => old(index))));
    for (const { id } of await threadOf(store)) await store.messages.remove(id);
    expect(await store.messages.importHistory(inBatches(range(0, 3).map((index) => old(index))))).toMatchObject({ imported: 3 });
    const expected = range(0, 3).map((index) => `old ${index}`);
    expect(await bodiesOf(store)).toEqual(expected);
    expect(await bodiesOf(await openTestStore(asAfterKill(folder, `${folder}-killed`)))).toEqual(expected);
    await store.close();
    expect(await bodiesOf(await openTestStore(folder))).toEqual(expected);
  });

  it('lists conversations that have only old messages by their time, below all others, page by page', async () => {
    const store = await openTestStore(await temporaryFolder());
    await store.messages.append(inboundDraft({ peer: 'live' }), []);
    const names = range(0, 40).map((index) => `Sender ${index}`);
    await store.messages.importHistory(inBatches(names.map((name, index) => old(Math.floor(index / 8), { peer: name }))));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ReturnType<typeof store.messages.conversations> = store.messages.conversations({
        limit: 3,
        ...(cursor !== null && { cursor }),
      });
      seen.push(...page.items.map((conversation) => conversation.peer));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen[0]).toBe('live');
    expect(new Set(seen).size).toBe(41);
    expect(seen).toHaveLength(41);
    const times = store.messages
      .conversations({ limit: 100 })
      .items.slice(1)
      .map(({ lastMessage }) => lastMessage?.at ?? '');
    expect(times).toEqual(times.toSorted().reverse());
    expect([...store.messages.allConversations()].map((conversation) => conversation.peer)).toEqual(seen);
  });

  it('takes more messages of one moment than it has places for, times that cannot be, and long texts', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    const long = 'ä'.repeat(120_000);
    const texts = [
      ...range(0, 5_000).map((index) => old(0, { body: `undated ${index}`, at: '1970-01-01T00:00:00.000Z' })),
      ...range(0, 20).map((index) => old(index, { body: `${index} ${long}` })),
      old(0, { body: 'before', at: '1901-01-01T00:00:00.000Z' }),
      old(0, { body: 'after', at: '2999-01-01T00:00:00.000Z' }),
      old(0, { body: 'soon', at: '1970-01-01T00:00:00.002Z' }),
    ];
    expect(await store.messages.importHistory(inBatches(texts))).toMatchObject({ imported: 5_023 });
    expect(await store.messages.importHistory(inBatches(shuffled(texts)))).toMatchObject({ imported: 0, duplicates: 5_023 });
    expect(await store.messages.importHistory(inBatches([old(0, { body: 'one more', at: '1970-01-01T00:00:00.000Z' })]))).toMatchObject({
      imported: 1,
    });
    const bodies = await bodiesOf(store);
    expect(new Set(bodies).size).toBe(5_024);
    expect(bodies.at(-1)).toBe('after');
    expect(bodies.slice(-21, -1)).toEqual(range(0, 20).map((index) => `${index} ${long}`));
    await expect(store.messages.importHistory(inBatches([old(0, { at: 'yesterday' })]))).rejects.toThrow('no time');
    await store.close();
    expect(await bodiesOf(await openTestStore(folder))).toEqual(bodies);
  });

  it('keeps taking, changing and showing live messages of the conversations it is at', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { sealAfter: 40 });
    const peers = range(0, 4).map((index) => `+1415555010${index}`);
    const texts = range(0, 40_000).map((index) => old(index, { peer: peers[index % 4] ?? '', body: `old ${index}` }));
    let live = 0;
    let going = true;
    const importing = store.messages.importHistory(inBatches(shuffled(texts))).finally(() => {
      going = false;
    });
    while (going) {
      const { message } = await store.messages.append(inboundDraft({ peer: peers[live % 4] ?? '', body: `live ${live}` }), [
        `live ${live}`,
      ]);
      live += 1;
      if (live % 3 === 0) await store.messages.patch(message.id, { attempts: live });
      if (live % 5 === 0) await store.messages.flag(message.conversationId, { readUpTo: message.sequence });
      const { items } = await pageOf(store.messages, { conversationId: message.conversationId, limit: 60 });
      expect(items.map(({ sequence }) => sequence)).toEqual(items.map(({ sequence }) => sequence).sort((one, other) => one - other));
      expect(items.some(({ id }) => id === message.id)).toBe(true);
    }
    expect(await importing).toMatchObject({ imported: 40_000, finished: true });
    const mustBeRight = async (each: Store): Promise<void> => {
      for (const [index, ofPeer] of peers.entries()) {
        const expected = [
          ...range(index, 40_000, 4).map((number) => `old ${number}`),
          ...range(index, live, 4).map((number) => `live ${number}`),
        ];
        expect(await bodiesOf(each, ofPeer)).toEqual(expected);
      }
    };
    await mustBeRight(store);
    expect(store.messages.totals().messages).toBe(40_000 + live);
    await store.close();
    await mustBeRight(await openTestStore(folder));
  });
});
