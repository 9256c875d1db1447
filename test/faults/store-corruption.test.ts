import { cp, readdir, readFile, rm, truncate, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/domain/message.ts';
import type { Store } from '../../src/store/open-store.ts';
import { eventually } from '../support/eventually.ts';
import { inboundDraft, openTestStore, outboundDraft, pageOf } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const peers = ['+14155550101', '+14155550102', '+14155550103'];

/** A closed data folder with sealed segments: 600 texts from each of three peers, some flags, one text not sent yet. */
async function sealedFolder(): Promise<{ folder: string; ids: string[]; outbox: Message }> {
  const folder = await temporaryFolder();
  const store = await openTestStore(folder, { sealAfter: 500 });
  for (let index = 0; index < 600; index += 1) {
    await Promise.all(peers.map((peer) => store.messages.append(inboundDraft({ peer, body: `text ${index}` }), [`${peer} ${index}`])));
  }
  const ids = peers.map((peer) => store.messages.conversationId('l_1', peer));
  await store.messages.flag(ids[0] ?? '', {
    readUpTo: 900,
    pinned: true,
    draft: 'Dear',
    optOut: { keyword: 'STOP', at: '2026-03-01T12:00:00.000Z' },
  });
  const { message: outbox } = await store.messages.append(outboundDraft({ peer: peers[1] ?? '' }), []);
  await sealAll(store);
  return { folder, ids, outbox };
}

/** Writes until nothing of what was there before is in the journal only, and closes. */
async function sealAll(store: Store): Promise<void> {
  await Promise.all(
    Array.from({ length: 510 }, (_, index) => store.messages.append(inboundDraft({ peer: 'filler', body: `filler ${index}` }), [])),
  );
  await store.close();
}

async function filesBelow(folder: string, pattern: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/** Spoils one byte in the middle of the file. */
async function spoil(path: string): Promise<void> {
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = bytes[middle] === 0x41 ? 0x42 : 0x41;
  await writeFile(path, bytes);
}

async function thread(store: Store, conversationId: string): Promise<string[]> {
  const { items } = await pageOf(store.messages, { conversationId, limit: 10_000 });
  return items.map(({ body }) => body);
}

const whole = Array.from({ length: 600 }, (_, index) => `text ${index}`);

describe('a damaged file', () => {
  it('of messages is set aside and named; all but the spoilt message are there, and counted', async () => {
    const { folder, ids } = await sealedFolder();
    const [id = ''] = ids;
    const [segment = ''] = await filesBelow(folder, new RegExp(`${id}-.*\\.log$`));
    await spoil(segment);
    const store = await openTestStore(folder);
    const texts = await thread(store, id);
    expect(texts).toHaveLength(599);
    expect(whole.filter((text) => !texts.includes(text))).toHaveLength(1);
    const { setAside } = store.messages.health();
    expect(setAside).toHaveLength(1);
    expect(await readdir(join(folder, 'unreadable'))).toEqual(setAside);
    expect(store.messages.conversation(id)?.count).toBe(599);
    expect(await thread(store, ids[1] ?? '')).toHaveLength(601);
    await store.close();
    const again = await openTestStore(folder);
    expect(await thread(again, id)).toEqual(texts);
    expect(again.messages.health().setAside).toEqual(setAside);
    expect(again.messages.conversation(id)).toMatchObject({ count: 599, pinned: true, draft: 'Dear' });
  });

  it('of messages that is gone costs its messages only, and is named', async () => {
    const { folder, ids } = await sealedFolder();
    const [id = ''] = ids;
    const [first = ''] = await filesBelow(folder, new RegExp(`${id}-.*\\.log$`));
    await unlink(first);
    const store = await openTestStore(folder);
    expect(await thread(store, id)).toEqual(whole.slice(250));
    expect(store.messages.health().setAside[0]).toMatch(/\(missing\)$/);
    expect(store.messages.conversation(id)?.count).toBe(350);
    expect((await store.messages.append(inboundDraft({ peer: peers[0] ?? '', body: 'next' }), [])).kind).toBe('stored');
    await store.close();
    expect(await thread(await openTestStore(folder), id)).toEqual([...whole.slice(250), 'next']);
  });

  it('of messages that is cut short is noticed when it is written to as well', async () => {
    const { folder, ids } = await sealedFolder();
    const [id = ''] = ids;
    const last = (await filesBelow(folder, new RegExp(`${id}-.*\\.log$`))).at(-1) ?? '';
    await truncate(last, Math.floor((await readFile(last)).length / 2));
    const store = await openTestStore(folder, { sealAfter: 20 });
    const appended = await Promise.all(
      Array.from({ length: 30 }, (_, index) => store.messages.append(inboundDraft({ peer: peers[0] ?? '', body: `new ${index}` }), [])),
    );
    await eventually('the new messages are sealed', async () => (await filesBelow(folder, /journal.*\.log$/)).length === 1);
    const texts = await thread(store, id);
    expect(texts.slice(-appended.length)).toEqual(appended.map(({ message }) => message.body));
    expect(store.messages.conversation(id)?.count).toBe(texts.length);
    expect(texts.length).toBeLessThan(630);
  });

  it('of the index is made anew from the messages, with flags, unread, outbox and order as they were', async () => {
    const { folder, ids, outbox } = await sealedFolder();
    const before = await openTestStore(folder);
    const expected = { list: before.messages.conversations({ limit: 50 }), totals: before.messages.totals() };
    await before.close();
    for (const index of await filesBelow(folder, /index\.json$/)) await (index.includes('conversations') ? spoil(index) : undefined);
    const store = await openTestStore(folder);
    expect({ list: store.messages.conversations({ limit: 50 }), totals: store.messages.totals() }).toEqual(expected);
    expect(store.messages.outbox()).toEqual([outbox]);
    expect(await thread(store, ids[0] ?? '')).toEqual(whole);
    expect(store.messages.health().setAside.length).toBeGreaterThan(0);
  });

  it.each(['index', 'index and manifest'])('an %s that is missing is made anew, and no number is given out twice', async (what) => {
    const { folder, outbox } = await sealedFolder();
    const store = await openTestStore(folder, { sealAfter: 20 });
    const expected = { list: store.messages.conversations({ limit: 50 }), totals: store.messages.totals() };
    const { message: last } = await store.messages.append(inboundDraft({ peer: 'filler', body: 'gone soon' }), []);
    await Promise.all(Array.from({ length: 30 }, () => store.messages.flag(last.conversationId, { muted: false })));
    await store.messages.remove(last.id);
    await Promise.all(Array.from({ length: 30 }, () => store.messages.flag(last.conversationId, { muted: false })));
    await eventually('all of it is sealed', async () => (await filesBelow(folder, /journal.*\.log$/)).length === 1);
    await store.close();
    for (const path of await filesBelow(folder, /conversations.*index\.json$/)) await rm(path);
    if (what !== 'index') for (const path of await filesBelow(folder, /manifest\.json/)) await rm(path);
    const again = await openTestStore(folder);
    expect({ list: again.messages.conversations({ limit: 50 }), totals: again.messages.totals() }).toEqual(expected);
    expect(again.messages.outbox()).toEqual([outbox]);
    expect((await again.messages.append(inboundDraft(), [])).message.sequence).toBeGreaterThan(last.sequence);
  });

  it('an index older than the messages is made anew', async () => {
    const { folder, ids } = await sealedFolder();
    const shards = await filesBelow(folder, /conversations.*index\.json$/);
    const kept = await Promise.all(shards.map((path) => readFile(path)));
    const store = await openTestStore(folder, { sealAfter: 20 });
    for (const peer of peers) await store.messages.append(inboundDraft({ peer, body: 'later' }), []);
    await Promise.all(Array.from({ length: 40 }, () => store.messages.flag(ids[0] ?? '', { draft: 'newer' })));
    await eventually('all of it is sealed', async () => (await filesBelow(folder, /journal.*\.log$/)).length === 1);
    await store.close();
    expect(shards.length).toBeGreaterThan(0);
    for (const [position, path] of shards.entries()) await writeFile(path, kept[position] ?? '');
    const again = await openTestStore(folder);
    for (const id of ids) expect((await thread(again, id)).at(-1)).toBe('later');
    expect(again.messages.conversation(ids[0] ?? '')).toMatchObject({ count: 601, draft: 'newer' });
  });

  it('of the journal is set aside; what is sound before and after the spoilt line is there', async () => {
    const folder = await temporaryFolder();
    const store = await openTestStore(folder);
    for (let index = 0; index < 20; index += 1) await store.messages.append(inboundDraft({ body: `text ${index}` }), [`key ${index}`]);
    await store.close();
    const [journal = ''] = await filesBelow(folder, /journal.*\.log$/);
    await spoil(journal);
    const again = await openTestStore(folder);
    expect(again.messages.totals().messages).toBe(19);
    expect(again.messages.health().setAside).toHaveLength(1);
    await again.messages.append(inboundDraft({ body: 'next' }), []);
    await again.close();
    const later = await openTestStore(folder);
    expect(later.messages.totals().messages).toBe(20);
    expect(later.messages.health().setAside).toHaveLength(1);
  });

  it('of keys is set aside; messages are not touched by it', async () => {
    const { folder, ids } = await sealedFolder();
    const [keys = ''] = await filesBelow(folder, /\.keys$/);
    await spoil(keys);
    const store = await openTestStore(folder);
    expect(store.messages.health().setAside).toHaveLength(1);
    expect(await thread(store, ids[0] ?? '')).toEqual(whole);
  });

  it('that is a manifest is set aside, and the previous one or the index itself says where to go on', async () => {
    const { folder } = await sealedFolder();
    const [manifest = ''] = await filesBelow(folder, /manifest\.json$/);
    await spoil(manifest);
    const store = await openTestStore(folder);
    expect(store.messages.health().setAside).toHaveLength(1);
    expect(store.messages.totals().messages).toBe(600 * 3 + 1 + 510);
  });

  it('in a whole folder of garbage does not keep the store from opening', async () => {
    const { folder } = await sealedFolder();
    const copy = `${folder}-garbage`;
    await cp(folder, copy, { recursive: true });
    for (const path of await filesBelow(copy, /\.(log|json|keys)$/))
      if (!path.includes('version')) await writeFile(path, 'garbage\nmore garbage\n');
    const store = await openTestStore(copy);
    expect((await store.messages.append(inboundDraft(), [])).kind).toBe('stored');
    await store.close();
    await rm(copy, { recursive: true });
  });
});
