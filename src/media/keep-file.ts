/**
 * Writes an attachment to the disk as it comes: counted, not believed, and under a name of our own. Until the last byte is
 * durable it has a name that is never shown, so that whatever happens in between there is no half attachment.
 * @module
 */
import { join } from 'node:path';
import type { Random, StoredMedia } from '../core/ports.ts';
import { extensionOf, type MediaType } from '../domain/media-type.ts';
import type { Disk, NewFile } from './disk.ts';
import { diskTrouble, lasting } from './failures.ts';
import { pictureSize } from './picture-size.ts';
import { headBytes, sniff } from './sniff.ts';

/** The ending of what is not whole yet. */
export const unfinished = '.part';

/** What is left free for texts, in bytes: attachments never take the last of the disk. */
const reserve = 200 * 1024 * 1024;

export type KeepOptions = {
  readonly folder: string;
  readonly disk: Disk;
  readonly random: Random;
  readonly mostBytes: number;
};

type Kept = Omit<StoredMedia, 'name'>;

/** Rejects with `MediaTrouble`, or with what `chunks` rejected with. Nothing is left behind then. */
export async function keepFile(chunks: AsyncIterable<Uint8Array>, { folder, disk, random, mostBytes }: KeepOptions): Promise<Kept> {
  const name = random.token(16);
  const part = join(folder, `${name}${unfinished}`);
  const file = await onDisk(async () => {
    await disk.makeFolder(folder);
    if ((await disk.free(folder)) < reserve + mostBytes) throw diskTrouble(undefined);
    return disk.create(part);
  });
  try {
    const { head, bytes } = await writeAll(file, chunks, mostBytes);
    const type: MediaType = sniff(head);
    const stored = `${name}.${extensionOf(type)}`;
    await onDisk(() => disk.rename(folder, part, join(folder, stored)));
    return { file: stored, type, bytes, ...pictureSize(type, head) };
  } catch (error) {
    await disk.remove(part).catch(() => undefined);
    throw error;
  }
}

async function writeAll(file: NewFile, chunks: AsyncIterable<Uint8Array>, mostBytes: number): Promise<{ head: Buffer; bytes: number }> {
  const start: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      if (bytes < headBytes) start.push(chunk.subarray(0, headBytes - bytes));
      bytes += chunk.length;
      if (bytes > mostBytes) throw lasting('too-large');
      await onDisk(() => file.write(chunk));
    }
    if (bytes === 0) throw lasting('incomplete');
    await onDisk(() => file.sync());
  } finally {
    await file.close().catch(() => undefined);
  }
  return { head: Buffer.concat(start), bytes };
}

async function onDisk<Value>(task: () => Promise<Value>): Promise<Value> {
  try {
    return await task();
  } catch (error) {
    throw diskTrouble(error);
  }
}
