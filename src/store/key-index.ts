/**
 * What duplicates are known by: the last hundred thousand keys and more, each with its message. A key whose message is
 * still on its way to the disk stands for the promise of it, so that a repetition waits for the same commit.
 * @module
 */
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Low } from 'lowdb';
import type { Message } from '../domain/message.ts';
import { checkedFile } from './checked-file.ts';
import type { Files } from './files.ts';
import { createKeyChunk, type KeyChunk, keyToBytes, sequenceBytes } from './key-chunk.ts';
import { messageIdOf, placeOf } from './message-ids.ts';
import type { SetAside } from './set-aside.ts';
import type { Tail } from './tail.ts';

/** So many are packed before others have their turn. */
const slice = 1_000;

/** At least this many keys are remembered. */
const rememberedKeys = 100_000;

type ChunkFile = {
  /** Operations up to this number need not be looked at for keys again. */
  readonly sealed: number;
  readonly keys: string;
  /** Bytes of a sequence in an entry; 6 where it is not there. */
  readonly width?: number;
};

export type KeyIndex = {
  /** The id a key stands for, when its message is durable. */
  idOf(hashedKey: string): string | undefined;
  /** The message on its way under one of these keys. */
  pending(hashedKeys: readonly string[]): Promise<Message> | undefined;
  /** Takes keys for a message on its way; they are free again when it fails, and committed keys when it does not. */
  pend(hashedKeys: readonly string[], message: Promise<Message>): void;
  /** A durable message has these keys. */
  add(hashedKeys: readonly string[], id: string): void;
  /** Operations up to this number have their keys in the files. */
  readonly sealed: number;
  /** Writes keys that are in the journal only to files. */
  seal(entries: Tail['keys'], upTo: number): Promise<void>;
};

type Dependencies = { readonly files: Files; readonly folder: string; readonly setAside: SetAside };
type Chunk = { readonly number: number; readonly content: KeyChunk };

export async function openKeyIndex({ files, folder, setAside }: Dependencies): Promise<KeyIndex> {
  const committed = new Map<string, string>();
  const underway = new Map<string, Promise<Message>>();
  const pathOf = (number: number): string => join(folder, `${String(number).padStart(8, '0')}.keys`);
  const fileOf = (number: number): Low<ChunkFile> =>
    new Low<ChunkFile>(
      checkedFile(files, pathOf(number), async () => {
        await setAside.move(pathOf(number));
      }),
      { sealed: -1, keys: '', width: sequenceBytes },
    );

  const names = (await files.list(folder)).filter((name) => name.endsWith('.keys')).sort();
  const loaded = await Promise.all(
    names.map(async (name) => {
      const number = Number.parseInt(name, 10);
      const low = fileOf(number);
      await low.read();
      return { number, ...low.data };
    }),
  );
  const chunks: Chunk[] = loaded.map(({ number, keys, width = 6 }) => ({
    number,
    content: createKeyChunk(Buffer.from(keys, 'base64'), width),
  }));
  let sealed = Math.max(-1, ...loaded.map((chunk) => chunk.sealed));
  /** Entries up to this number are in `chunks`, though maybe not in their files. */
  let packed = sealed;

  const current = (): Chunk => {
    const last = chunks.at(-1);
    if (last !== undefined && !last.content.isFull) return last;
    const made = { number: (last?.number ?? 0) + 1, content: createKeyChunk() };
    chunks.push(made);
    return made;
  };
  const write = async ({ number, content }: Chunk, upTo: number): Promise<void> => {
    const low = fileOf(number);
    low.data = { sealed: upTo, keys: content.packed().toString('base64'), width: sequenceBytes };
    await low.write();
  };
  const forgetOldest = async (): Promise<void> => {
    let total = chunks.reduce((sum, { content }) => sum + content.count, 0);
    for (let oldest = chunks[0]; oldest !== undefined && total - oldest.content.count >= rememberedKeys; oldest = chunks[0]) {
      await files.remove(pathOf(oldest.number));
      total -= oldest.content.count;
      chunks.shift();
    }
  };
  const dirty = new Map<Chunk, number>();
  const pack = ({ key, id, n }: Tail['keys'][number]): void => {
    const place = placeOf(id);
    if (n <= packed || place === undefined) return;
    const chunk = current();
    chunk.content.add(keyToBytes(key), place);
    // One operation may have keys in two chunks: the full one leaves its last operation to be looked at again.
    dirty.set(chunk, n - 1);
  };

  return {
    get sealed() {
      return sealed;
    },
    idOf(hashedKey) {
      const id = committed.get(hashedKey);
      if (id !== undefined) return id;
      const bytes = keyToBytes(hashedKey);
      for (let index = chunks.length - 1; index >= 0; index -= 1) {
        const place = chunks[index]?.content.find(bytes);
        if (place !== undefined) return messageIdOf(place.conversationId, place.sequence);
      }
      return undefined;
    },
    pending(hashedKeys) {
      for (const key of hashedKeys) {
        const message = underway.get(key);
        if (message !== undefined) return message;
      }
      return undefined;
    },
    pend(hashedKeys, message) {
      for (const key of hashedKeys) underway.set(key, message);
      const settle = (): void => {
        for (const key of hashedKeys) underway.delete(key);
      };
      message.then(settle, settle);
    },
    add(hashedKeys, id) {
      for (const key of hashedKeys) committed.set(key, id);
    },
    async seal(entries, upTo) {
      for (let start = 0; start < entries.length; start += slice) {
        for (const entry of entries.slice(start, start + slice)) pack(entry);
        await nextTurn();
      }
      packed = upTo;
      const last = chunks.at(-1);
      for (const [chunk, reaches] of dirty) await write(chunk, chunk === last ? upTo : reaches);
      dirty.clear();
      sealed = upTo;
      for (const { key, id } of entries) if (committed.get(key) === id) committed.delete(key);
      await forgetOldest();
    },
  };
}
