/**
 * Fills a data folder with as many messages as wanted, through the store's own writers, for measurements and for tests
 * that need much. Nothing waits for the disk on the way; at the end it is an ordinary, closed data folder.
 * @module
 */
import { join } from 'node:path';
import { systemClock } from '../../src/app/system.ts';
import type { Message } from '../../src/domain/message.ts';
import { openDocument } from '../../src/store/document.ts';
import { type Files, nodeFiles } from '../../src/store/files.ts';
import { hashKey } from '../../src/store/key-chunk.ts';
import { openKeyIndex } from '../../src/store/key-index.ts';
import { countPut, emptyState, rowFor } from '../../src/store/log-state.ts';
import { firstManifest, type Manifest, manifestSchema } from '../../src/store/manifest.ts';
import { conversationIdOf, messageIdOf, shardOf } from '../../src/store/message-ids.ts';
import { openStore } from '../../src/store/open-store.ts';
import { sealConversation } from '../../src/store/sealing.ts';
import { createSegmentFiles } from '../../src/store/segment-files.ts';
import { openSetAside } from '../../src/store/set-aside.ts';
import { createShardFiles } from '../../src/store/shard-files.ts';
import { silentLogger } from './silent-logger.ts';

export type Filling = {
  readonly messages: number;
  readonly conversations: number;
  /** Messages in the first conversation; the others share the rest evenly. Even for all when not given. */
  readonly largest?: number;
  readonly lineId?: string;
  /** The text of the `index`-th message; much alike when not given. */
  readonly textOf?: (index: number) => string;
};

export type Filled = {
  /** The ids of the conversations; the first is the largest. */
  readonly conversationIds: readonly string[];
};

const keyed = 100_000;
const began = Date.parse('2024-01-01T00:00:00.000Z');
const words =
  'Hi, are we still on for tomorrow at ten? The parcel is with your neighbour. Your code will expire in five minutes, do not share it with anyone. Thanks, see you soon!';

const alike = (index: number): string => `${index} ${words.slice(index % 60)}`;

/** The `index`-th message of a filling, about 420 bytes in the log. */
function messageAt(index: number, conversation: number, lineId: string, textOf: (index: number) => string): Message {
  const peer = `+1${String(2_025_550_000 + conversation)}`;
  const conversationId = conversationIdOf(lineId, peer);
  const inbound = index % 3 !== 2;
  const at = new Date(began + index * 60_000).toISOString();
  return {
    id: messageIdOf(conversationId, index),
    sequence: index,
    lineId,
    conversationId,
    peer,
    direction: inbound ? 'inbound' : 'outbound',
    body: textOf(index),
    at,
    status: inbound ? 'received' : 'delivered',
    providerId: `fill-${index}`,
  };
}

/** Which conversation the `index`-th message belongs to: they take turns, as texts do. */
function conversationAt(index: number, { messages, conversations, largest }: Filling): number {
  if (conversations === 1) return 0;
  if (largest === undefined) return index % conversations;
  const share = largest / messages;
  const isLargest = Math.floor((index + 1) * share) > Math.floor(index * share);
  return isLargest ? 0 : 1 + (index % (conversations - 1));
}

/** Makes the folder hold the messages. It must not hold a store yet. */
export async function fillStore(folder: string, filling: Filling): Promise<Filled> {
  const { messages, conversations, lineId = 'l_filled', textOf = alike } = filling;
  const opened = await openStore({ folder, clock: systemClock, logger: silentLogger });
  if (!opened.ok) throw new Error(opened.error.message);
  await opened.value.close();

  const files: Files = {
    ...nodeFiles,
    open: async (path, mode) => ({ ...(await nodeFiles.open(path, mode)), datasync: async () => undefined }),
  };
  const root = join(folder, 'messages');
  const setAside = await openSetAside({ files, folder: join(folder, 'unreadable'), clock: systemClock, logger: silentLogger });
  const segmentFiles = createSegmentFiles({ files, folder: join(root, 'conversations') });
  const shardFiles = createShardFiles({ files, folder: join(root, 'conversations'), segmentFiles, setAside, logger: silentLogger });
  const state = emptyState();

  const indexes: number[][] = Array.from({ length: conversations }, () => []);
  for (let index = 0; index < messages; index += 1) indexes[conversationAt(index, filling)]?.push(index);
  const conversationIds: string[] = [];
  for (const [conversation, own] of indexes.entries()) {
    const texts = own.map((index) => messageAt(index, conversation, lineId, textOf));
    const first = texts[0];
    if (first === undefined) continue;
    const row = rowFor(state, first);
    for (const message of texts) countPut(state, row, message);
    await files.makeFolder(segmentFiles.shardFolder(shardOf(row.id)));
    const tail = {
      messages: new Map(texts.map((message) => [message.sequence, message])),
      changes: new Map(),
      removed: new Set<number>(),
      flagged: false,
    };
    row.segments = (await sealConversation(segmentFiles, row, tail)).segments;
    conversationIds.push(row.id);
  }

  const last = messages - 1;
  for (const shard of state.shards.values()) {
    shard.sealed = last;
    await shardFiles.save(shard, last);
  }
  const keys = await openKeyIndex({ files, folder: join(root, 'keys'), setAside });
  const entries = Array.from({ length: Math.min(keyed, messages) }, (_, back) => {
    const index = Math.max(0, messages - keyed) + back;
    return { key: hashKey(`fill:${index}`), id: messageAt(index, conversationAt(index, filling), lineId, textOf).id, n: index };
  });
  await keys.seal(entries, last);
  const manifest = await openDocument<Manifest>({
    files,
    path: join(root, 'manifest.json'),
    setAside,
    schema: manifestSchema,
    initial: firstManifest,
  });
  await manifest.set({ next: messages, shards: Object.fromEntries(Array.from(state.shards.keys(), (name) => [name, last])) });
  return { conversationIds };
}
