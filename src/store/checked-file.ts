/**
 * The lowdb adapter of files that are caches or hold packed data: one checksummed line of JSON, replaced as a whole. A
 * file that is missing or unsound reads as nothing; its owner makes it anew from what it was made of.
 * @module
 */
import type { Adapter } from 'lowdb';
import { replaceFile } from './durable-file.ts';
import { type Files, isMissing } from './files.ts';
import { decodeLines, encodeLine } from './lines.ts';

/** `onUnsound` is told when there is a file and it is not as it was written. */
export function checkedFile<Value extends object>(files: Files, path: string, onUnsound: () => Promise<void>): Adapter<Value> {
  return {
    async read() {
      let bytes: Buffer;
      try {
        bytes = await files.read(path);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
      const { entries, length } = decodeLines(bytes);
      if (entries.length === 1 && length === bytes.length) return entries[0] as Value;
      await onUnsound();
      return null;
    },
    write: (value) => replaceFile(files, path, encodeLine(value)),
  };
}
