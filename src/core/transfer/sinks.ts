/**
 * Where the attachments of a file go: into the store of attachments, or nowhere while the file is only looked at.
 * @module
 */
import { safeFileName } from '../../contract/files.ts';
import type { Media } from '../../domain/message.ts';
import type { MediaSink, MediaStore } from '../ports.ts';

/** Larger attachments are left out, in bytes: no phone sends one of that size. */
const mostBytes = 256 * 1024 * 1024;

export type KeepingSink = MediaSink & {
  /** Names of the files that were stored for it and not dropped. */
  kept(): readonly string[];
};

/** Stores them. */
export function keepInStore(media: MediaStore): KeepingSink {
  const kept = new Set<string>();
  return {
    async keep(chunks, { name }) {
      const called = name === undefined ? {} : { name: safeFileName(name) };
      const outcome = await media.keep(chunks, { mostBytes, ...called });
      if (!outcome.ok) return { ...called, state: 'failed', reason: outcome.error.reason };
      kept.add(outcome.value.file);
      return { ...outcome.value, state: 'stored' };
    },
    async drop({ file }) {
      if (file === undefined) return;
      kept.delete(file);
      await media.remove(file);
    },
    kept: () => [...kept],
  };
}

/** Counts their bytes. */
export const countOnly: MediaSink = {
  async keep(chunks, { name }): Promise<Media> {
    let bytes = 0;
    for await (const chunk of chunks) bytes += chunk.length;
    return { state: 'stored', bytes, ...(name !== undefined && { name: safeFileName(name) }) };
  },
  drop: async () => undefined,
};
