/**
 * Loading a conversation's messages, page by page from the newest.
 * @module
 */
import type { Message } from '../../src/domain/message.ts';
import type { ActionContext } from './context.ts';
import type { Thread, WindowState } from './model.ts';

/** Messages of the first page: enough for a tall window. */
const firstPage = 60;
const laterPage = 150;
const largestPage = 200;

const emptyThread: Thread = {
  items: [],
  nextBefore: null,
  phase: 'loading',
  loadingOlder: false,
  failure: null,
  readUpTo: null,
  reveal: null,
};

export function createThreads({ store, call, toasts }: ActionContext) {
  function change(id: string, changes: (thread: Thread) => Partial<Thread>): void {
    store.setState(({ threads }) => {
      const thread = threads[id];
      return thread ? { threads: { ...threads, [id]: { ...thread, ...changes(thread) } } } : {};
    });
  }

  /**
   * Opens a thread at its newest messages, with all unread ones if they fit a page. Threads left before are forgotten
   * except the last few: opening one again is as fast, and memory stays flat.
   */
  async function open(id: string): Promise<void> {
    const conversation = store.getState().conversations.get(id);
    const unread = conversation?.unread ?? 0;
    const readUpTo = unread > 0 ? (conversation?.readUpTo ?? null) : null;
    store.setState(({ threads }) => {
      const known = threads[id] ?? emptyThread;
      // With unread messages it is laid out anew, so that it begins at the first of them.
      const phase = readUpTo === null ? known.phase : 'loading';
      return { threads: { ...keepFew(threads, id), [id]: { ...known, readUpTo, phase } } };
    });
    const limit = Math.min(Math.max(unread + 20, firstPage), largestPage);
    const answer = await call('messages.list', { conversationId: id, limit });
    if (!answer.ok) return change(id, () => ({ phase: 'failed', failure: answer.error }));
    const { items, nextBefore } = answer.value;
    change(id, (thread) => mergeNewest(thread, items, nextBefore));
  }

  /** Loads the page before the oldest one. */
  async function loadOlder(id: string): Promise<void> {
    const thread = store.getState().threads[id];
    if (!thread || thread.loadingOlder || thread.nextBefore === null) return;
    change(id, () => ({ loadingOlder: true }));
    await prepend(id, thread.nextBefore, laterPage);
    change(id, () => ({ loadingOlder: false }));
  }

  /** Loads older pages until a message found by search is there. */
  async function loadUntil(id: string, messageId: string): Promise<void> {
    change(id, () => ({ loadingOlder: true }));
    for (;;) {
      const thread = store.getState().threads[id];
      if (!thread || thread.reveal !== messageId || thread.nextBefore === null) break;
      if (thread.items.some((message) => message.id === messageId)) break;
      if (!(await prepend(id, thread.nextBefore, largestPage))) break;
    }
    change(id, () => ({ loadingOlder: false }));
  }

  async function prepend(id: string, before: string, limit: number): Promise<boolean> {
    const answer = await call('messages.list', { conversationId: id, before, limit });
    if (!answer.ok) {
      toasts.report(answer.error);
      return false;
    }
    const { items, nextBefore } = answer.value;
    change(id, (thread) => (thread.nextBefore === before ? { items: [...items, ...thread.items], nextBefore } : {}));
    return true;
  }

  const revealed = (id: string): void => change(id, () => ({ reveal: null }));

  return { open, loadOlder, loadUntil, revealed };
}

const keptThreads = 4;

function keepFew(threads: WindowState['threads'], opened: string): WindowState['threads'] {
  const others = Object.entries(threads).filter(([id]) => id !== opened);
  const recent = others.slice(-(keptThreads - 1)).map(([id, thread]) => [id, trimmed(thread)] as const);
  return Object.fromEntries(recent);
}

/** What is kept of a thread that was left: its newest messages. */
function trimmed(thread: Thread): Thread {
  if (thread.items.length <= largestPage) return thread;
  const items = thread.items.slice(-firstPage);
  return { ...thread, items, nextBefore: items[0]?.id ?? null };
}

/** Joins a fresh newest page with what is there, or replaces it when there is a hole between the two. */
function mergeNewest(thread: Thread, items: readonly Message[], nextBefore: string | null): Partial<Thread> {
  const first = items[0];
  const overlaps = first !== undefined && (thread.items.at(-1)?.sequence ?? -1) >= first.sequence;
  if (!overlaps) return { items, nextBefore, phase: 'ready', failure: null };
  const older = thread.items.filter((message) => message.sequence < first.sequence);
  const last = items.at(-1)?.sequence ?? -1;
  const newer = thread.items.filter((message) => message.sequence > last);
  return {
    items: [...older, ...items, ...newer],
    nextBefore: older.length > 0 ? thread.nextBefore : nextBefore,
    phase: 'ready',
    failure: null,
  };
}
