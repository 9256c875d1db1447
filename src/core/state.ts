/**
 * Numbers what changed and announces it. Changes of one turn are gathered into one patch, so that a burst of texts is a
 * handful of patches, and of things that only have a present (a conversation, the totals) the last word counts.
 * @module
 */
import type { Change, InboxEvent } from '../contract/state.ts';
import type { Clock, Logger } from './ports.ts';

export type Announcer = {
  revision(): number;
  /** Adds a change to the next patch. */
  change(...changes: readonly Change[]): void;
  /** Announces anything that is not a patch, at once, after the changes before it. */
  announce(event: Exclude<InboxEvent, { kind: 'patch' }>): void;
  /** Sends the gathered changes now. */
  flush(): void;
  subscribe(listener: (event: InboxEvent) => void): () => void;
};

/** How long changes are gathered, in milliseconds: one frame. */
const gatherMs = 16;

export function createAnnouncer({ clock, logger }: { clock: Clock; logger: Logger }): Announcer {
  const listeners = new Set<(event: InboxEvent) => void>();
  let revision = 0;
  let gathered = new Map<string, Change>();
  let takeBack: (() => void) | undefined;

  const emit = (event: InboxEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        logger.error('announce.listener-failed', { error });
      }
    }
  };

  const flush = (): void => {
    takeBack?.();
    takeBack = undefined;
    if (gathered.size === 0) return;
    const changes = [...gathered.values()];
    gathered = new Map();
    revision += 1;
    emit({ kind: 'patch', revision, changes });
  };

  return {
    revision: () => revision,
    change(...changes) {
      for (const change of changes) {
        const key = subjectOf(change);
        gathered.delete(key);
        gathered.set(key, change);
      }
      takeBack ??= clock.after(gatherMs, flush);
    },
    announce(event) {
      flush();
      emit(event);
    },
    flush,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Two changes of the same subject: the later one replaces the earlier. */
function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'line':
      return `line ${change.line.id}`;
    case 'conversation':
      return `conversation ${change.conversation.id}`;
    case 'conversation-removed':
      return `conversation ${change.id}`;
    case 'message':
      return `message ${change.message.id}`;
    case 'message-removed':
      return `message ${change.id}`;
    case 'gap':
      return `gap ${change.gap.from}`;
    case 'delivery':
      return `delivery ${change.delivery.id}`;
    default:
      return change.kind;
  }
}
