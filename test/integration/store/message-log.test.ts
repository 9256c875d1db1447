import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '../../../src/core/ports.ts';
import { nodeFiles, type OpenMode } from '../../../src/store/files.ts';
import { eventually } from '../../support/eventually.ts';
import { fillStore } from '../../support/fill-store.ts';
import { asAfterKill, inBatches, inboundDraft, openTestStore, outboundDraft, pageOf } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the message log', () => {
  it('answers a repetition of a text still on its way with the same message, when that is durable', async () => {
    const folder = await temporaryFolder();
    const { messages } = await openTestStore(folder);
    const both = await Promise.all([messages.append(inboundDraft(), ['same']), messages.append(inboundDraft({ body: 'retry' }), ['same'])]);
    expect(both.map(({ kind }) => kind)).toEqual(['stored', 'duplicate']);
    expect(both[1].message).toEqual(both[0].message);
    const killed = await openTestStore(asAfterKill(folder, `${folder}-killed`));
    expect(await killed.messages.get(both[0].message.id)).toEqual(both[0].message);
    expect((await killed.messages.append(inboundDraft(), ['other', 'same'])).kind).toBe('duplicate');
  });

  it('does not bring a removed text back when the provider repeats it', async () => {
    const { messages } = await openTestStore(await temporaryFolder());
    const { message } = await messages.append(inboundDraft(), ['once']);
    await messages.remove(message.id);
    expect(await messages.append(inboundDraft(), ['once'])).toEqual({ kind: 'duplicate', message });
    expect(await messages.get(message.id)).toBeUndefined();
    expect(messages.totals()).toEqual({ messages: 0, conversations: 0, unread: 0 });
  });

  it('erases a removed text from every file when it is sealed', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { sealAfter: 10 });
    const { message } = await store.messages.append(inboundDraft({ body: 'the-secret-of-this-test' }), []);
    const append = async (count: number): Promise<void> => {
      for (let index = 0; index < count; index += 1) await store.messages.append(inboundDraft({ body: `more ${index}` }), []);
    };
    await append(30);
    await store.messages.remove(message.id);
    await append(30);
    const holding = async (): Promise<string[]> => {
      const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      const contents = await Promise.all(
        names.map((entry) => nodeFiles.read(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0))),
      );
      return names.filter((_, index) => contents[index]?.includes('the-secret-of-this-test')).map(({ name }) => name);
    };
    await eventually('it is nowhere', async () => (await holding()).length === 0);
    expect(store.messages.totals().messages).toBe(60);
  });

  it('pages oldest first and says where the next page begins, across memory and files', async () => {
    const store = await openTestStore(await temporaryFolder(), { sealAfter: 300 });
    const bodies = Array.from({ length: 730 }, (_, index) => `text ${index}`);
    for (const body of bodies) await store.messages.append(inboundDraft({ body }), []);
    const conversationId = store.messages.conversationId('l_1', inboundDraft().peer);
    const read: string[] = [];
    let before: string | undefined;
    for (let pages = 1; ; pages += 1) {
      const page = await pageOf(store.messages, { conversationId, limit: 50, ...(before !== undefined && { before }) });
      read.unshift(...page.items.map(({ body }) => body));
      if (page.nextBefore === null) {
        expect(pages).toBe(15);
        break;
      }
      expect(page.items).toHaveLength(50);
      expect(page.nextBefore).toBe(page.items[0]?.id);
      before = page.nextBefore;
    }
    expect(read).toEqual(bodies);
  });

  it('has nothing to page for ids that lead nowhere', async () => {
    const { messages } = await openTestStore(await temporaryFolder());
    const { message } = await messages.append(inboundDraft(), []);
    expect(await messages.page({ conversationId: 'c_AAAAAAAAAAAAAAAA', limit: 5 })).toBeUndefined();
    expect(await messages.page({ conversationId: message.conversationId, before: 'nonsense', limit: 5 })).toBeUndefined();
    const elsewhere = await messages.append(inboundDraft({ peer: 'other' }), []);
    expect(await messages.page({ conversationId: message.conversationId, before: elsewhere.message.id, limit: 5 })).toBeUndefined();
    expect(await messages.page({ conversationId: message.conversationId, before: message.id, limit: 5 })).toEqual({
      items: [],
      nextBefore: null,
    });
    expect(await messages.get('nonsense')).toBeUndefined();
    expect(await messages.patch('m_AAAAAAAAAAAAAAAA_0', { status: 'sent' })).toBeUndefined();
    expect(await messages.flag('c_AAAAAAAAAAAAAAAA', { muted: true })).toBeUndefined();
    expect(messages.conversation('c_AAAAAAAAAAAAAAAA')).toBeUndefined();
  });

  it('changes an old text in a sealed file; readers see it at once, and after a restart', async () => {
    const folder = await temporaryFolder();
    await fillStore(folder, { messages: 2_000, conversations: 4 });
    const store = await openTestStore(folder);
    const [conversation] = store.messages.conversations({ limit: 1 }).items;
    const { items } = await pageOf(store.messages, { conversationId: conversation?.id ?? '', limit: 500 });
    const old = items.find(({ direction }) => direction === 'outbound');
    const failure = { code: 'late', message: 'The network gave it back' };
    const changed = await store.messages.patch(old?.id ?? '', { status: 'undelivered', failure }, ['late key']);
    expect(changed).toEqual({ ...old, status: 'undelivered', failure });
    expect(await store.messages.get(old?.id ?? '')).toEqual(changed);
    expect(store.messages.idOf('late key')).toBe(old?.id);
    await store.close();
    const again = await openTestStore(folder);
    expect(await again.messages.get(old?.id ?? '')).toEqual(changed);
    expect(again.messages.idOf('late key')).toBe(old?.id);
    expect(again.messages.totals()).toMatchObject({ messages: 2_000, conversations: 4 });
  });

  it('keeps the outbox in memory, oldest first, and finds it again after a restart', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { sealAfter: 5 });
    const drafts = Array.from({ length: 6 }, (_, index) => outboundDraft({ peer: `+1415555010${index}`, clientId: `client ${index}` }));
    const sent = await Promise.all(drafts.map((draft) => store.messages.append(draft, [`client ${draft.clientId}`])));
    await store.messages.patch(sent[0]?.message.id ?? '', { status: 'sent' });
    await store.messages.patch(sent[1]?.message.id ?? '', { status: 'sending', attempts: 1 });
    await Promise.all(Array.from({ length: 20 }, () => store.messages.append(inboundDraft({ peer: 'other' }), [])));
    const waiting = store.messages.outbox();
    expect(waiting.map(({ clientId }) => clientId)).toEqual(['client 1', 'client 2', 'client 3', 'client 4', 'client 5']);
    await store.close();
    expect((await openTestStore(folder)).messages.outbox()).toEqual(waiting);
  });

  it('goes through every message once, newest conversations first, while others have their turn', async () => {
    const folder = await temporaryFolder();
    await fillStore(folder, { messages: 3_000, conversations: 30 });
    const { messages } = await openTestStore(folder);
    let turns = 0;
    let going = true;
    const turn = (): void => {
      turns += 1;
      if (going) setImmediate(turn);
    };
    setImmediate(turn);
    const seen: string[] = [];
    const conversations: string[] = [];
    for await (const message of messages.scan()) {
      seen.push(message.id);
      if (conversations.at(-1) !== message.conversationId) conversations.push(message.conversationId);
    }
    going = false;
    expect(new Set(seen).size).toBe(3_000);
    expect(seen).toHaveLength(3_000);
    expect(conversations).toEqual(messages.conversations({ limit: 100 }).items.map(({ id }) => id));
    expect(turns).toBeGreaterThanOrEqual(30);
  });

  it('shows the last message with its code whenever it is first asked for: at once, changed, taken away, or after a restart', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder, { sealAfter: 5 });
    const code = (number: number) => inboundDraft({ body: `Your login code is ${number}` });
    const conversationId = store.messages.conversationId('l_1', inboundDraft().peer);
    const last = ({ messages }: typeof store) => messages.conversation(conversationId)?.lastMessage;
    await store.messages.append(code(111_111), []);
    expect(last(store)).toMatchObject({ body: 'Your login code is 111111', code: '111111' });
    await store.messages.append(code(222_222), []);
    const { message } = await store.messages.append(code(333_333), []);
    await store.messages.patch(message.id, { status: 'failed' });
    expect(last(store)).toMatchObject({ code: '333333', status: 'failed' });
    const { message: gone } = await store.messages.append(code(444_444), []);
    await store.messages.remove(gone.id);
    expect(last(store)).toMatchObject({ code: '333333' });
    for (let number = 500_000; number < 500_020; number += 1) await store.messages.append(code(number), []);
    await store.close();
    const again = await openTestStore(folder, { sealAfter: 5 });
    expect(last(again)).toMatchObject({ code: '500019' });
    await again.messages.append(code(600_000), []);
    await again.messages.importHistory(inBatches([{ ...inboundDraft(), at: '2020-01-01T00:00:00.000Z' }]));
    expect(last(again)).toMatchObject({ code: '600000' });
  });

  it('takes bodies of 256 KB without making segments or starts grow with them', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    const body = 'ä'.repeat(128 * 1024);
    for (let index = 0; index < 60; index += 1) await store.messages.append(inboundDraft({ body: `${index} ${body}` }), []);
    const conversationId = store.messages.conversationId('l_1', inboundDraft().peer);
    const { items } = await pageOf(store.messages, { conversationId, limit: 100 });
    expect(items.map(({ body: text }) => text)).toEqual(Array.from({ length: 60 }, (_, index) => `${index} ${body}`));
    expect(store.messages.conversation(conversationId)?.lastMessage?.body).toHaveLength(160);
    await store.close();
    const journal = join(folder, 'messages', 'journal');
    const [name = ''] = await readdir(journal);
    expect((await nodeFiles.read(join(journal, name))).length).toBeLessThan(256 * 1024);
    const again = await openTestStore(folder);
    expect((await pageOf(again.messages, { conversationId, limit: 3 })).items).toEqual(items.slice(-3));
  });

  it('says that the store is unavailable when a file of messages cannot be read, and reads it when it can', async () => {
    const folder = await temporaryFolder();
    await fillStore(folder, { messages: 100, conversations: 1 });
    let broken = true;
    const files = {
      ...nodeFiles,
      open: async (path: string, mode: OpenMode) => {
        if (broken && /c_.*\.log$/.test(path)) throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return nodeFiles.open(path, mode);
      },
    };
    const { messages } = await openTestStore(folder, { files });
    const conversationId = messages.conversations({ limit: 1 }).items[0]?.id ?? '';
    await expect(pageOf(messages, { conversationId, limit: 50 })).rejects.toThrow(StoreUnavailable);
    broken = false;
    expect((await pageOf(messages, { conversationId, limit: 50 })).items).toHaveLength(50);
    expect(messages.health().setAside).toEqual([]);
  });

  it('finishes what is under way when it closes, and rejects afterwards', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    const underway = Array.from({ length: 50 }, (_, index) => store.messages.append(inboundDraft({ body: String(index) }), []));
    await store.close();
    expect((await Promise.allSettled(underway)).every(({ status }) => status === 'fulfilled')).toBe(true);
    await expect(store.messages.append(inboundDraft(), [])).rejects.toThrow(StoreUnavailable);
    await expect(store.messages.get('m_AAAAAAAAAAAAAAAA_0')).rejects.toThrow(StoreUnavailable);
    await expect(store.messages.flag('c_AAAAAAAAAAAAAAAA', {})).rejects.toThrow(StoreUnavailable);
    expect((await openTestStore(folder)).messages.totals().messages).toBe(50);
  });
});
