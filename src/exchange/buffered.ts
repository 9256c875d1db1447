/**
 * Gathers small pieces of text before they are written: a call of the system for each of a million texts would take longer
 * than all else.
 * @module
 */
import type { ReservedFile } from '../core/ports.ts';

export type BufferedText = {
  write(text: string): Promise<void> | undefined;
  /** Bytes follow whatever text was written before. */
  bytes(chunk: Uint8Array): Promise<void>;
  flush(): Promise<void>;
};

/** UTF-16 units. */
const gatheredAtMost = 128 * 1024;

export function bufferText(file: Pick<ReservedFile, 'write'>): BufferedText {
  let gathered: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (length === 0) return;
    const text = gathered.join('');
    gathered = [];
    length = 0;
    await file.write(text);
  };
  return {
    write(text) {
      gathered.push(text);
      length += text.length;
      return length >= gatheredAtMost ? flush() : undefined;
    },
    async bytes(chunk) {
      await flush();
      await file.write(chunk);
    },
    flush,
  };
}
