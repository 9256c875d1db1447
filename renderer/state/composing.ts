/**
 * What becomes of a text beside being sent at once: taken back, scheduled, kept as a template.
 * @module
 */
import type { Answered } from '../../src/contract/errors.ts';
import type { MethodInput } from '../../src/contract/methods.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Scheduled } from '../../src/domain/scheduled.ts';
import type { Template } from '../../src/domain/template.ts';
import { texts } from '../texts.ts';
import type { ActionContext } from './context.ts';
import type { createSending } from './sending.ts';

const words = () => texts.sending;

type Context = ActionContext & Pick<ReturnType<typeof createSending>, 'setDraft' | 'neverLeft'>;

export function createComposing({ store, call, toasts, setDraft, neverLeft }: Context) {
  /** Attaches these addresses, and no others, to what is typed in a conversation. */
  function attach(conversationId: string, urls: readonly string[]): void {
    store.setState(({ attached }) => ({ attached: { ...attached, [conversationId]: urls } }));
  }

  /** Puts words and attachments into a conversation's composer, after what stands there already. */
  function putBack(conversationId: string, body: string, urls: readonly string[]): void {
    if (urls.length > 0) attach(conversationId, [...new Set([...(store.getState().attached[conversationId] ?? []), ...urls])]);
    if (body === '') return;
    const { drafts, conversations } = store.getState();
    const present = drafts[conversationId] ?? conversations.get(conversationId)?.draft ?? '';
    setDraft(conversationId, present.trim() === '' ? body : `${present}\n${body}`);
  }

  /** Takes a text back that still waits here: it is in the composer again. */
  async function takeBack(message: Message): Promise<void> {
    const { id, conversationId, body } = message;
    const answer = await call('messages.remove', { id });
    if (!answer.ok) return toasts.report(answer.error);
    neverLeft(message);
    putBack(
      conversationId,
      body,
      (message.media ?? []).flatMap(({ url }) => url ?? []),
    );
    toasts.show({ tone: 'plain', title: words().takenBack });
  }

  /** Takes the newest text of a conversation back, if it still can be. */
  function takeLastBack(conversationId: string): boolean {
    const held = store.getState().threads[conversationId]?.items.findLast(isHeld);
    if (held !== undefined) void takeBack(held);
    return held !== undefined;
  }

  async function schedule(input: MethodInput<'schedule.create'>): Promise<Answered<Scheduled>> {
    return call('schedule.create', input);
  }

  async function reschedule(id: string, dueAt: string): Promise<Answered<Scheduled>> {
    return call('schedule.update', { id, dueAt });
  }

  async function sendNow(id: string): Promise<void> {
    const answer = await call('schedule.sendNow', { id });
    if (!answer.ok) toasts.report(answer.error);
  }

  /** Discards a scheduled text; it can be put back for a moment, if its time is not over by then. */
  async function discard(id: string): Promise<void> {
    const answer = await call('schedule.remove', { id });
    if (!answer.ok) return toasts.report(answer.error);
    const { lineId, peer, body, mediaUrls, dueAt, unlessAnswered, overrideOptOut, conversationId } = answer.value;
    const undo = async (): Promise<void> => {
      const again = { lineId, to: peer, body, mediaUrls, dueAt, unlessAnswered, overrideOptOut, clientId: crypto.randomUUID() };
      const restored = await call('schedule.create', again);
      // Its time is over: the words are kept all the same.
      if (!restored.ok) putBack(conversationId, body, mediaUrls);
    };
    toasts.show({ tone: 'plain', title: words().discarded, action: { label: texts.undo, run: () => void undo() } });
  }

  /** Takes a scheduled text into the composer, to be changed there. */
  async function edit({ id, conversationId }: Scheduled): Promise<void> {
    const answer = await call('schedule.remove', { id });
    if (answer.ok) putBack(conversationId, answer.value.body, answer.value.mediaUrls);
    else toasts.report(answer.error);
  }

  async function saveTemplate(template: MethodInput<'templates.save'>): Promise<Answered<Template>> {
    const answer = await call('templates.save', template);
    if (answer.ok) toasts.show({ tone: 'plain', title: words().templateSaved });
    return answer;
  }

  async function removeTemplate(id: string): Promise<void> {
    const answer = await call('templates.remove', { id });
    if (!answer.ok) return toasts.report(answer.error);
    const { title, body } = answer.value;
    const undo = () => void call('templates.save', { title, body });
    toasts.show({ tone: 'plain', title: words().templateRemoved, action: { label: texts.undo, run: undo } });
  }

  return { attach, takeBack, takeLastBack, schedule, reschedule, sendNow, discard, edit, saveTemplate, removeTemplate };
}

/** A text that waits here so that it can be taken back. */
export function isHeld({ status, notBefore }: Message): boolean {
  return status === 'queued' && notBefore !== undefined && Date.parse(notBefore) > Date.now();
}
