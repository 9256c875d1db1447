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
  /** As `change`, for what is only worth making once: `make` is asked when the patch is sent, the last one given for a subject. */
  later(subject: string, make: () => Change | undefined): void;
  /** Whether anybody would hear it. */
  isHeard(): boolean;
  /** Announces anything that is not a patch, after the changes before it. */
  announce(event: Exclude<InboxEvent, { kind: 'patch' }>): void;
  /** Sends the gathered changes now. */
  flush(): void;
  subscribe(listener: (event: InboxEvent) => void): () => void;
};

/** How long changes are gathered, in milliseconds: one frame. */
const gatherMs = 16;
/** As long as nobody listens, the last notices are kept for the first who does: a start may have something to tell. */
const keptNotices = 20;

export function createAnnouncer({ clock, logger }: { clock: Clock; logger: Logger }): Announcer {
  const listeners = new Set<(event: InboxEvent) => void>();
  let revision = 0;
  let gathered = new Map<string, Change | (() => Change | undefined)>();
  let waiting: Exclude<InboxEvent, { kind: 'patch' }>[] = [];
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
    const [subjects, events] = [gathered, waiting];
    gathered = new Map();
    waiting = listeners.size === 0 ? events.filter(({ kind }) => kind === 'notice').slice(-keptNotices) : [];
    if (subjects.size > 0) revision += 1;
    if (listeners.size === 0) return;
    const changes = [...subjects.values()].flatMap((change) => (typeof change === 'function' ? (change() ?? []) : change));
    if (subjects.size > 0) emit({ kind: 'patch', revision, changes });
    for (const event of events) emit(event);
  };

  const gather = (subject: string, change: Change | (() => Change | undefined)): void => {
    gathered.delete(subject);
    gathered.set(subject, change);
    takeBack ??= clock.after(gatherMs, flush);
  };

  return {
    revision: () => revision,
    change(...changes) {
      for (const change of changes) gather(subjectOf(change), change);
    },
    later: gather,
    isHeard: () => listeners.size > 0,
    announce(event) {
      waiting.push(event);
      takeBack ??= clock.after(gatherMs, flush);
    },
    flush,
    subscribe(listener) {
      listeners.add(listener);
      if (waiting.length > 0) takeBack ??= clock.after(gatherMs, flush);
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
    case 'contacts':
      return `contacts ${[...change.changed.map(({ id }) => id), ...change.removed].join(' ')}`;
    default:
      return change.kind;
  }
}
