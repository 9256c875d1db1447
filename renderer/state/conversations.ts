/**
 * What the user sets on conversations, one or many; each change can be taken back exactly.
 * @module
 */

import type { ConversationBefore, ConversationChanges } from '../../src/contract/methods/conversations.ts';
import type { MethodInput } from '../../src/contract/methods.ts';
import { isInLane } from '../../src/domain/lane.ts';
import { texts } from '../texts.ts';
import type { ActionContext } from './context.ts';
import { createLanes } from './lanes.ts';
import { type Asking, type Lane, nothingSelected } from './model.ts';
import type { NavigationActions } from './navigation.ts';
import { currentLane, laneContext, openedConversationId } from './select.ts';

/** How many are named in one call. */
const lot = 500;

export function createConversations(context: ActionContext & { readonly navigation: NavigationActions }) {
  const { store, call, toasts, navigation } = context;
  const { remember, ...lanes } = createLanes(context);

  type Changes = Omit<MethodInput<'conversations.update'>, 'id'>;

  async function update(id: string, changes: Changes): Promise<boolean> {
    const answer = await call('conversations.update', { id, ...changes });
    if (answer.ok) remember([answer.value]);
    else toasts.report(answer.error);
    return answer.ok;
  }

  /** Changes conversations and says so, with a way back. `said`: by how many really changed. */
  async function change(ids: readonly string[], changes: ConversationChanges, said: (count: number) => string): Promise<void> {
    const before: ConversationBefore[] = [];
    for (const some of inLots(ids)) {
      const answer = await call('conversations.updateMany', { of: { ids: [...some] }, changes: asInput(changes) });
      if (!answer.ok) return toasts.report(answer.error);
      before.push(...answer.value.before);
    }
    leaveWhatLeft(ids, changes);
    store.setState({ selection: nothingSelected });
    tell(before, said);
  }

  function tell(before: readonly ConversationBefore[], said: (count: number) => string): void {
    if (before.length === 0) return;
    toasts.show({ tone: 'plain', title: said(before.length), action: { label: texts.undo, run: () => void restore(before) } });
  }

  async function restore(before: readonly ConversationBefore[]): Promise<void> {
    for (const some of inLots(before)) {
      const answer = await call('conversations.restore', { before: [...some] });
      if (!answer.ok) return toasts.report(answer.error);
    }
  }

  /** The open conversation is closed when a change takes it out of its lane; one that comes back is followed. */
  function leaveWhatLeft(ids: readonly string[], changes: ConversationChanges): void {
    const state = store.getState();
    const id = openedConversationId(state);
    const conversation = id === undefined || !ids.includes(id) ? undefined : state.conversations.get(id);
    if (conversation === undefined || state.search) return;
    const { archived = conversation.archived, blocked = conversation.blocked } = changes;
    const lane = currentLane(state);
    const goes = !isInLane({ ...conversation, archived, blocked }, lane, laneContext(state, Date.now()));
    if (!goes || (archived === conversation.archived && blocked === conversation.blocked)) return;
    navigation.showLane(lane);
  }

  const archive = (ids: readonly string[], archived: boolean) =>
    change(ids, { archived }, archived ? texts.manage.done.archived : texts.manage.done.unarchived);
  const pin = (ids: readonly string[], pinned: boolean) =>
    change(ids, { pinned }, pinned ? texts.manage.done.pinned : texts.manage.done.unpinned);
  const mute = (ids: readonly string[], muted: boolean) =>
    change(ids, { muted }, muted ? texts.manage.done.muted : texts.manage.done.unmuted);
  /** `until`: `null` until the user says so. */
  const muteUntil = (ids: readonly string[], until: string | null) =>
    change(ids, { muted: true, mutedUntil: until }, texts.manage.done.muted);
  const block = (ids: readonly string[], blocked: boolean) =>
    change(ids, { blocked }, blocked ? texts.manage.done.blocked : texts.manage.done.unblocked);
  const accept = (ids: readonly string[]) => change(ids, { known: true }, texts.manage.done.accepted);
  const tag = (ids: readonly string[], changes: Pick<ConversationChanges, 'addTags' | 'removeTags'>) =>
    change(ids, changes, texts.manage.done.tagged);

  /** Marks as read or unread; one that is open stays unread until it is left. */
  async function setRead(ids: readonly string[], read: boolean): Promise<void> {
    const opened = openedConversationId(store.getState());
    if (opened !== undefined && ids.includes(opened)) store.setState({ heldUnread: read ? null : opened });
    await change(ids, { read }, read ? texts.manage.done.read : texts.manage.done.unread);
  }

  /** Everything in a lane is read, also what was not loaded. */
  async function markAllRead(lane: Lane): Promise<void> {
    const answer = await call('conversations.updateMany', { of: { lane }, changes: { read: true } });
    if (answer.ok) tell(answer.value.before, texts.manage.done.read);
    else toasts.report(answer.error);
  }

  /** Marks as read because it was seen: nothing is said. */
  async function markRead(id: string): Promise<void> {
    const answer = await call('conversations.markRead', { id });
    if (answer.ok) remember([answer.value]);
  }

  const setArchived = (id: string, archived: boolean) => archive([id], archived);
  const markUnread = (id: string) => setRead([id], false);
  const ask = (asking: Asking | null): void => store.setState({ asking });

  return {
    ...lanes,
    update,
    archive,
    pin,
    mute,
    muteUntil,
    block,
    accept,
    tag,
    setRead,
    markAllRead,
    setArchived,
    markRead,
    markUnread,
    ask,
  };
}

function* inLots<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += lot) yield items.slice(start, start + lot);
}

function asInput({ addTags, removeTags, ...changes }: ConversationChanges): MethodInput<'conversations.updateMany'>['changes'] {
  return { ...changes, ...(addTags && { addTags: [...addTags] }), ...(removeTags && { removeTags: [...removeTags] }) };
}
