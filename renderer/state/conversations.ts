/**
 * Lists of conversations, and what the user sets on one.
 * @module
 */
import type { Conversation } from '../../src/domain/conversation.ts';
import { texts } from '../texts.ts';
import { floorOf } from './apply.ts';
import type { ActionContext } from './context.ts';
import { type Lane, type LaneState, laneKey } from './model.ts';
import type { NavigationActions } from './navigation.ts';
import { currentLane, openedConversationId } from './select.ts';

const pageSize = 60;
const emptyLane: LaneState = { nextCursor: null, floor: Number.POSITIVE_INFINITY, loading: true, failure: null };

export function createConversations({ store, call, toasts, navigation }: ActionContext & { readonly navigation: NavigationActions }) {
  function setLane(lane: Lane, changes: Partial<LaneState>): void {
    const key = laneKey(lane);
    store.setState(({ lanes }) => ({ lanes: { ...lanes, [key]: { ...(lanes[key] ?? emptyLane), ...changes } } }));
  }

  /** Loads the first page of a lane that was not looked at since the last snapshot. */
  async function loadLane(lane: Lane): Promise<void> {
    if (store.getState().lanes[laneKey(lane)]) return;
    await loadPage(lane, undefined);
  }

  /** Loads the first page of a lane again, after it failed. */
  const reloadLane = (lane: Lane): Promise<void> => loadPage(lane, undefined);

  /** Loads the next page of a lane, if there is one. */
  async function loadMore(lane: Lane): Promise<void> {
    const known = store.getState().lanes[laneKey(lane)];
    if (!known || known.loading || known.nextCursor === null) return;
    await loadPage(lane, known.nextCursor);
  }

  async function loadPage(lane: Lane, cursor: string | undefined): Promise<void> {
    setLane(lane, { loading: true, failure: null });
    const scope = lane.kind === 'line' ? { lineId: lane.lineId } : { archived: lane.kind === 'archived' };
    const answer = await call('conversations.list', { ...scope, limit: pageSize, ...(cursor !== undefined && { cursor }) });
    if (!answer.ok) return setLane(lane, { loading: false, failure: answer.error });
    const { items, nextCursor } = answer.value;
    remember(items);
    setLane(lane, { loading: false, nextCursor, floor: floorOf(items, nextCursor) });
  }

  function remember(items: readonly Conversation[]): void {
    store.setState((state) => {
      const conversations = new Map(state.conversations);
      for (const conversation of items) conversations.set(conversation.id, conversation);
      return { conversations };
    });
  }

  type Changes = { muted?: boolean; archived?: boolean; pinned?: boolean; optOut?: null };

  async function update(id: string, changes: Changes): Promise<boolean> {
    const answer = await call('conversations.update', { id, ...changes });
    if (answer.ok) remember([answer.value]);
    else toasts.report(answer.error);
    return answer.ok;
  }

  /** Archives or brings back, with a way to undo it. An open conversation that leaves its lane is closed. */
  async function setArchived(id: string, archived: boolean): Promise<void> {
    if (!(await update(id, { archived }))) return;
    const state = store.getState();
    const lane = currentLane(state);
    if (openedConversationId(state) === id && lane.kind !== 'line' && !state.search) navigation.showLane(lane);
    const undo = () => void update(id, { archived: !archived });
    toasts.show({
      tone: 'plain',
      title: archived ? texts.toasts.archived : texts.toasts.unarchived,
      action: { label: texts.undo, run: undo },
    });
  }

  async function markRead(id: string): Promise<void> {
    const answer = await call('conversations.markRead', { id });
    if (answer.ok) remember([answer.value]);
  }

  /** Marks as unread and leaves the conversation: staying would read it at once. */
  async function markUnread(id: string): Promise<void> {
    if (openedConversationId(store.getState()) === id) {
      navigation.goTo({ name: 'inbox', lane: currentLane(store.getState()), opened: { kind: 'nothing' } });
    }
    const answer = await call('conversations.markRead', { id, read: false });
    if (answer.ok) remember([answer.value]);
    else toasts.report(answer.error);
  }

  return { loadLane, reloadLane, loadMore, update, setArchived, markRead, markUnread };
}
