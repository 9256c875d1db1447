/**
 * Fetches attachments and keeps them: the core's `MediaStore`.
 * @module
 */
import { join } from 'node:path';
import type { Logger, MediaFailure, MediaStore, Random, StoredMedia } from '../core/ports.ts';
import { typeOfFile } from '../domain/media-type.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { type Disk, nodeDisk } from './disk.ts';
import { codeOf, lasting, MediaTrouble, networkTrouble, passing } from './failures.ts';
import { find } from './follow.ts';
import { keepFile, unfinished } from './keep-file.ts';
import { cleanName, nameFrom } from './name.ts';
import { type Network, systemNetwork } from './network.ts';

export type MediaStoreOptions = {
  /** Where attachments are kept; made when it is missing. */
  readonly folder: string;
  readonly random: Random;
  readonly logger: Logger;
  /** The internet; the real one when not given. Which of its addresses may be asked is the same with every network. */
  readonly network?: Network;
  readonly disk?: Disk;
  readonly times?: Partial<Times>;
};

/** All in milliseconds. */
export type Times = {
  /** Until a connection stands, each time. */
  readonly connectMs: number;
  /** The longest silence. */
  readonly idleMs: number;
  /** For the whole of it, redirects included: 25 MB at half a megabit a second. */
  readonly totalMs: number;
};

const usualTimes: Times = { connectMs: 15_000, idleMs: 20_000, totalMs: 7 * 60_000 };

export function createMediaStore({
  folder,
  random,
  logger,
  network = systemNetwork,
  disk = nodeDisk,
  times = {},
}: MediaStoreOptions): MediaStore {
  const { connectMs, idleMs, totalMs } = { ...usualTimes, ...times };

  const download = async (address: string, mostBytes: number, signal: AbortSignal): Promise<StoredMedia> => {
    const found = await find(address, { network, signal, connectMs, idleMs });
    try {
      const { headers } = found.answer;
      const encoding = headers['content-encoding'] ?? 'identity';
      if (encoding.trim().toLowerCase() !== 'identity') throw lasting('incomplete');
      const told = Number(headers['content-length'] ?? 0);
      if (told > mostBytes) throw new MediaTrouble({ reason: 'too-large', passing: false, bytes: told });
      const kept = await keepFile(bodyOf(found.answer, signal), { folder, disk, random, mostBytes });
      const name = nameFrom(headers['content-disposition'], found.url);
      return { ...kept, ...(name !== undefined && { name }) };
    } finally {
      found.end();
    }
  };

  return {
    async fetch(url, { mostBytes, signal }) {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(passing('too-slow')), totalMs);
      try {
        return ok(await download(url, mostBytes, AbortSignal.any([signal, late.signal])));
      } catch (error) {
        return told(error, logger);
      } finally {
        clearTimeout(timer);
      }
    },
    async keep(chunks, { mostBytes, name }) {
      try {
        const kept = await keepFile(chunks, { folder, disk, random, mostBytes });
        const cleaned = name === undefined ? undefined : cleanName(name);
        return ok({ ...kept, ...(cleaned !== undefined && { name: cleaned }) });
      } catch (error) {
        if (error instanceof MediaTrouble) return failed(error.failure);
        throw error;
      }
    },
    async open(file) {
      const type = typeOfFile(file);
      const found = type && (await disk.read(join(folder, file)));
      return found && { type, ...found };
    },
    pathOf: (file) => (typeOfFile(file) === undefined ? undefined : join(folder, file)),
    async remove(file) {
      if (typeOfFile(file) !== undefined) await disk.remove(join(folder, file));
    },
    async list() {
      const names = await disk.list(folder);
      for (const name of names.filter((each) => each.endsWith(unfinished))) await disk.remove(join(folder, name));
      return names.filter((name) => typeOfFile(name) !== undefined);
    },
  };
}

/** The body, or why it is not whole. */
async function* bodyOf(answer: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    yield* answer;
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof MediaTrouble ? error : passing('incomplete');
  }
}

/** Never the address: it is the sender's, and may hold a key. */
function told(error: unknown, logger: Logger): Result<never, MediaFailure> {
  const { failure } = networkTrouble(error);
  logger.info('media.not-fetched', { ...failure, code: codeOf(error) });
  return failed(failure);
}
