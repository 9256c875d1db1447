/**
 * Remembers from one run to the next which attachments wait, without a list of them: everything up to a point in the log
 * is done, and a few that the user asked for again are not.
 * @module
 */
import type { Message } from '../../domain/message.ts';
import { StoreUnavailable } from '../ports.ts';
import type { AttachmentsDocument } from './document.ts';
import { isWaiting } from './waiting.ts';

export type Progress = {
  /** A new text was taken up. */
  seen(message: Message): void;
  /** One that waits since an earlier run was taken up. */
  found(message: Message): void;
  /** Everything of earlier runs was taken up: what waits up to this sequence is known. */
  complete(upTo: number): void;
  /** The user wants an attachment of a message again. */
  again(message: Message): Promise<void>;
  /** A message changed. */
  changed(message: Message): void;
  removed(id: string): void;
  remember(closed: boolean): Promise<void>;
};

/** After so many new texts it is written down how far we are. */
const rememberEach = 1_000;

/** @param upTo the point up to which earlier runs were done */
export function createProgress(document: AttachmentsDocument, upTo: number): Progress {
  let highest = upTo;
  let isComplete = false;
  let written = upTo;
  const again = new Set(document.get().again);
  /** Sequences of new texts with an attachment that waits. */
  const waiting = new Map<string, number>();

  const remember = async (closed: boolean): Promise<void> => {
    const done = isComplete ? Math.min(highest, ...[...waiting.values()].map((sequence) => sequence - 1)) : upTo;
    try {
      await document.set({ upTo: done, again: [...again], closed });
      written = highest;
    } catch (error) {
      // It says so elsewhere. More is looked through at the next start, that is all.
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  };

  return {
    seen(message) {
      highest = Math.max(highest, message.sequence);
      if (isWaiting(message)) waiting.set(message.id, message.sequence);
      if (isComplete && highest - written >= rememberEach) void remember(false);
    },
    found: (message) => void waiting.set(message.id, message.sequence),
    complete(reached) {
      highest = Math.max(highest, reached);
      isComplete = true;
    },
    async again(message) {
      again.add(message.id);
      await remember(false);
    },
    changed(message) {
      if (isWaiting(message)) return;
      waiting.delete(message.id);
      if (again.delete(message.id)) void remember(false);
    },
    removed(id) {
      waiting.delete(id);
      again.delete(id);
    },
    remember,
  };
}
