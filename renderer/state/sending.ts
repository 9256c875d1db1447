/**
 * What happens to one's own words: drafts, sending, and taking messages back.
 * @module
 */
import type { Answered } from '../../src/contract/errors.ts';
import type { MethodInput } from '../../src/contract/methods.ts';
import { previewLength } from '../../src/domain/conversation.ts';
import type { Message } from '../../src/domain/message.ts';
import { texts } from '../texts.ts';
import { withMessage } from './apply.ts';
import { type ActionContext, toastStays } from './context.ts';

/** How long after the last key a draft is saved, in milliseconds. */
const draftPause = 400;
/** The same text again within this time is asked about, in milliseconds. */
const twiceWithin = 60_000;
const notGone: ReadonlySet<Message['status']> = new Set(['failed', 'undelivered', 'cancelled']);

export function createSending({ store, call, after, toasts }: ActionContext) {
  const pendingDrafts = new Map<string, () => void>();
  /** Texts that never left: the core's word that they are gone may still be on its way. */
  const takenBack = new Set<string>();

  function setDraft(conversationId: string, draft: string): void {
    store.setState(({ drafts }) => ({ drafts: { ...drafts, [conversationId]: draft } }));
    pendingDrafts.get(conversationId)?.();
    pendingDrafts.set(
      conversationId,
      after(draftPause, () => void saveDraft(conversationId)),
    );
  }

  async function saveDraft(conversationId: string): Promise<void> {
    pendingDrafts.get(conversationId)?.();
    pendingDrafts.delete(conversationId);
    const draft = store.getState().drafts[conversationId];
    const conversation = store.getState().conversations.get(conversationId);
    if (draft === undefined || conversation === undefined || conversation.draft === draft) return;
    await call('conversations.update', { id: conversationId, draft });
  }

  /** Saves what was typed last, before the window goes. */
  function flushDrafts(): void {
    for (const conversationId of [...pendingDrafts.keys()]) void saveDraft(conversationId);
  }

  /** Sends a composed text. The caller keeps the text until the answer is a message. */
  async function send(input: MethodInput<'messages.send'>): Promise<Answered<Message>> {
    const undoSeconds = store.getState().settings?.undoSendSeconds ?? 0;
    const answer = await call('messages.send', { ...input, undoSeconds });
    if (answer.ok) take(answer.value);
    return answer;
  }

  /** Whether the very same text went to the same person a moment ago: most likely one pressed Enter twice. */
  function justSent({ lineId, to, body }: Pick<MethodInput<'messages.send'>, 'lineId' | 'to' | 'body'>): boolean {
    const { conversations, threads } = store.getState();
    const conversation = [...conversations.values()].find((each) => each.lineId === lineId && each.peer === to);
    if (conversation === undefined) return false;
    // The thread has it at once, the list when the core says so.
    const last = threads[conversation.id]?.items.at(-1) ?? conversation.lastMessage;
    if (last?.direction !== 'outbound' || notGone.has(last.status) || takenBack.has(last.id)) return false;
    return Date.now() - Date.parse(last.at) < twiceWithin && last.body.slice(0, previewLength) === body.slice(0, previewLength);
  }

  /** Shows a message at once where its thread is loaded; the patch that follows says the same. */
  function take(message: Message): void {
    store.setState(({ threads }) => {
      const thread = threads[message.conversationId];
      if (!thread) return {};
      return { threads: { ...threads, [message.conversationId]: { ...thread, items: withMessage(thread, message) } } };
    });
  }

  async function change(method: 'messages.retry' | 'messages.cancel', id: string): Promise<void> {
    const answer = await call(method, { id });
    if (answer.ok) take(answer.value);
    else toasts.report(answer.error);
  }

  function hide(id: string, hidden: boolean): void {
    store.setState(({ hiddenMessages }) => {
      const next = new Set(hiddenMessages);
      if (hidden) next.add(id);
      else next.delete(id);
      return { hiddenMessages: next };
    });
  }

  /** Hides a message at once and removes it when the time for undoing is over. A window that closes before keeps it. */
  function remove(id: string): void {
    hide(id, true);
    const takeBack = after(toastStays, () => {
      void call('messages.remove', { id }).then((answer) => {
        if (!answer.ok) toasts.report(answer.error);
        hide(id, false);
      });
    });
    const undo = () => {
      takeBack();
      hide(id, false);
    };
    toasts.show({ tone: 'plain', title: texts.toasts.messageRemoved, action: { label: texts.undo, run: undo } });
  }

  const retry = (id: string) => change('messages.retry', id);
  const cancel = (id: string) => change('messages.cancel', id);

  /** A text that was taken back is gone at once; the core's word follows. */
  function neverLeft({ id, conversationId }: Pick<Message, 'id' | 'conversationId'>): void {
    takenBack.add(id);
    store.setState(({ threads }) => {
      const thread = threads[conversationId];
      if (!thread) return {};
      return { threads: { ...threads, [conversationId]: { ...thread, items: thread.items.filter((item) => item.id !== id) } } };
    });
  }

  return { setDraft, flushDrafts, send, justSent, neverLeft, retry, cancel, remove };
}
