/**
 * Attachments in the window's memory, under addresses only this page can use. What is on the screen stays; of what left it
 * the last few are kept, so that scrolling back shows them at once, and the rest is let go.
 * @module
 */
import type { MediaBridge } from '../media-carrier.ts';

export type Held = { readonly blob: Blob /** `blob:…` */; readonly url: string };
export type Loaded = Held | 'missing' | 'unreachable';

export type Blobs = {
  /** Loads a stored attachment, or answers the one that is there. Whoever holds it says `release` when they are done. */
  hold(file: string): Promise<Loaded>;
  release(file: string): void;
  /** What is in memory already, to show without a flicker. */
  peek(file: string): Held | undefined;
};

type Addresses = Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
type Entry = { holders: number; held?: Held; readonly loading: Promise<Loaded> };

/** How much is kept of what nobody looks at, in bytes and in number. */
const spareBytes = 64 * 1024 * 1024;
const spareCount = 60;

export function createBlobs({ media }: MediaBridge, addresses: Addresses = URL): Blobs {
  /** In the order in which they were last let go. */
  const entries = new Map<string, Entry>();

  const load = async (file: string): Promise<Loaded> => {
    const answer = await media(file);
    if (typeof answer === 'string') {
      entries.delete(file);
      return answer;
    }
    const held = { blob: answer, url: addresses.createObjectURL(answer) };
    const entry = entries.get(file);
    if (entry) entry.held = held;
    return held;
  };

  const trim = (): void => {
    const spare = [...entries].filter(([, { holders, held }]) => holders === 0 && held !== undefined);
    let bytes = spare.reduce((sum, [, { held }]) => sum + (held?.blob.size ?? 0), 0);
    let count = spare.length;
    for (const [file, { held }] of spare) {
      if (bytes <= spareBytes && count <= spareCount) return;
      entries.delete(file);
      if (held) addresses.revokeObjectURL(held.url);
      bytes -= held?.blob.size ?? 0;
      count -= 1;
    }
  };

  return {
    hold(file) {
      const known = entries.get(file);
      if (known) {
        known.holders += 1;
        return known.loading;
      }
      const { promise, resolve } = Promise.withResolvers<Loaded>();
      entries.set(file, { holders: 1, loading: promise });
      void load(file).then(resolve);
      return promise;
    },
    release(file) {
      const entry = entries.get(file);
      if (!entry) return;
      entry.holders -= 1;
      if (entry.holders > 0) return;
      entries.delete(file);
      entries.set(file, entry);
      trim();
    },
    peek: (file) => entries.get(file)?.held,
  };
}
