import { cpSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import type { HistoricMessage } from '../../src/core/ports.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Store } from '../../src/store/open-store.ts';
import { faultyFiles, type Step } from '../support/faulty-files.ts';
import { asAfterKill, inBatches, inboundDraft, openTestStore, pageOf } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Threads = Readonly<Record<string, readonly Message[]>>;
type Snapshot = { readonly folder: string; readonly step: Step };

const peers = ['+14155550100', '+14155550101', 'Bank'];
/** Nothing of it is there before. */
const newcomer = 'Shop';
const everybody = [...peers, newcomer];
const began = Date.parse('2019-05-01T08:00:00.000Z');

const texts = (from: number, to: number, step: number, ofPeers: readonly string[]): HistoricMessage[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step).map((minute) => ({
    ...inboundDraft({ body: `old ${minute}`, at: new Date(began + minute * 60_000).toISOString() }),
    peer: ofPeers[minute % ofPeers.length] ?? '',
  }));

/** The first import makes full and half-full segments; the second puts something into them, before, between and behind them. */
const first = texts(1_000, 2_301, 1, peers.slice(0, 2));
const between = texts(1_200, 2_100, 1, peers).map((text) => ({ ...text, body: `between, ${text.body}` }));
const second = [
  ...between,
  ...texts(0, 400, 1, peers),
  ...texts(3_500, 3_900, 1, peers.slice(1)),
  ...first.slice(0, 40),
  ...texts(0, 550, 1, [newcomer]),
];

async function threadsOf(store: Store): Promise<Threads> {
  const threads: Record<string, readonly Message[]> = {};
  for (const { id, peer, count } of store.messages.conversations({ limit: 100 }).items) {
    const { items } = await pageOf(store.messages, { conversationId: id, limit: 1_000_000 });
    expect(items, peer).toHaveLength(count);
    threads[peer] = items;
  }
  return threads;
}

/** Opens a folder, looks, and lets it go again. */
async function threadsIn(folder: string): Promise<Threads> {
  const store = await openTestStore(folder);
  try {
    expect(store.messages.health().setAside).toEqual([]);
    return await threadsOf(store);
  } finally {
    await store.close();
  }
}

async function importAgain(folder: string): Promise<Threads> {
  const store = await openTestStore(folder);
  const { finished } = await store.messages.importHistory(inBatches(second));
  expect(finished).toBe(true);
  const threads = await threadsOf(store);
  await store.close();
  return threads;
}

function withoutIndex(folder: string, copy: string): string {
  cpSync(folder, copy, { recursive: true });
  for (const path of globSync('messages/conversations/*/index.json', { cwd: copy })) rmSync(join(copy, path));
  return copy;
}

const withLive = (threads: Threads, live: Threads): Threads =>
  Object.fromEntries(Object.keys({ ...threads, ...live }).map((peer) => [peer, [...(threads[peer] ?? []), ...(live[peer] ?? [])]]));
const part = (threads: Threads, wanted: (message: Message) => boolean): Threads =>
  Object.fromEntries(
    Object.entries(threads)
      .map(([peer, messages]) => [peer, messages.filter(wanted)] as const)
      .filter(([, messages]) => messages.length > 0),
  );

it('an import that ends before any single step of its work leaves whole conversations, and a repetition completes it', {
  timeout: 240_000,
}, async () => {
  const root = await temporaryFolder();
  const files = faultyFiles();
  const folder = join(root, 'data');
  const store = await openTestStore(folder, { files, sealAfter: 3 });
  for (const peer of peers.slice(1)) await store.messages.append(inboundDraft({ peer, body: 'live' }), []);
  await store.messages.importHistory(inBatches(first));
  const before = await threadsOf(store);

  const snapshots: Snapshot[] = [];
  files.fault = (step) => {
    if (step.path.includes('messages')) snapshots.push({ folder: asAfterKill(folder, join(root, String(snapshots.length))), step });
    return undefined;
  };
  let live = 0;
  await store.messages.importHistory(inBatches(second), {
    onProgress() {
      // Checkpoints run in between.
      live += 1;
      if (live % 6 === 0) void store.messages.append(inboundDraft({ peer: peers[live % 3] ?? '', body: `meanwhile ${live}` }), []);
    },
  });
  await store.close();
  files.fault = () => undefined;
  const after = await threadsIn(folder);
  expect(Object.values(after).flat().length).toBeGreaterThan(1_000);
  expect(snapshots.length).toBeGreaterThan(80);

  const isOld = ({ sequence }: Message): boolean => sequence < 0;
  const [oldBefore, oldAfter] = [part(before, isOld), part(after, isOld)];
  for (const { folder: killed, step } of snapshots) {
    const where = `before ${step.kind} ${step.path}`;
    // Between steps that give names, take or keep them, only files differ that nobody looks at.
    const isTelling = ['rename', 'remove', 'syncFolder'].includes(step.kind);
    const damaged = isTelling ? withoutIndex(killed, `${killed}-damaged`) : undefined;
    const found = await threadsIn(killed);
    const liveFound = part(found, (message) => !isOld(message));
    for (const [peer, messages] of Object.entries(part(before, (message) => !isOld(message))))
      expect(liveFound[peer]?.slice(0, messages.length), where).toEqual(messages);
    for (const peer of everybody) {
      const now = part(found, isOld)[peer] ?? [];
      const isWhole = isDeepStrictEqual(now, oldBefore[peer] ?? []) || isDeepStrictEqual(now, oldAfter[peer]);
      expect(isWhole, `${where}: ${peer} has ${now.length}, not ${oldBefore[peer]?.length} or ${oldAfter[peer]?.length}`).toBe(true);
    }
    const leftBehind = globSync('messages/{import/*,conversations/*/*.log.tmp}', { cwd: killed });
    expect(leftBehind, where).toEqual([]);
    if (damaged === undefined) continue;
    // What no conversation has would come back with an index that is made anew.
    expect(await threadsIn(withoutIndex(killed, `${killed}-rebuilt`)), where).toEqual(found);
    expect(await importAgain(killed), where).toEqual(withLive(oldAfter, liveFound));

    // An index that is lost at the same moment costs no message, and brings none twice.
    const rebuilt = part(await threadsIn(damaged), isOld);
    for (const peer of everybody) {
      const ids = new Set((rebuilt[peer] ?? []).map(({ id }) => id));
      expect(ids.size, where).toBe(rebuilt[peer]?.length ?? 0);
      for (const { id } of oldBefore[peer] ?? []) if (!ids.has(id)) expect(id, where).toBe('there');
    }
    expect(part(await importAgain(damaged), isOld), where).toEqual(oldAfter);
    for (const copy of [killed, damaged, `${killed}-rebuilt`]) rmSync(copy, { recursive: true, force: true });
  }
});
