/**
 * Loading lists of conversations, page by page.
 * @module
 */
import type { Conversation } from '../../src/domain/conversation.ts';
import { floorOf } from './apply.ts';
import type { ActionContext } from './context.ts';
import { type Lane, type LaneState, laneKey } from './model.ts';

const pageSize = 60;

/** Until its first page is there, a lane shows what is known from elsewhere. */
const emptyLane = (lane: Lane): LaneState => ({ nextCursor: null, floor: floorOf([], null, lane), loading: true, failure: null });

export function createLanes({ store, call }: Pick<ActionContext, 'store' | 'call'>) {
  function setLane(lane: Lane, changes: Partial<LaneState>): void {
    const key = laneKey(lane);
    store.setState(({ lanes }) => ({ lanes: { ...lanes, [key]: { ...(lanes[key] ?? emptyLane(lane)), ...changes } } }));
  }

  /** Loads the first page of a lane that was not looked at since the last snapshot. */
  async function loadLane(lane: Lane): Promise<void> {
    if (store.getState().lanes[laneKey(lane)]) return;
    await loadPage(lane, undefined);
  }

  /** Loads the first page of a lane again: it failed, or conversations came into it that the window does not know. */
  async function reloadLane(lane: Lane): Promise<void> {
    if (store.getState().lanes[laneKey(lane)]?.loading) return;
    await loadPage(lane, undefined);
  }

  /** Loads the next page of a lane, if there is one. */
  async function loadMore(lane: Lane): Promise<void> {
    const known = store.getState().lanes[laneKey(lane)];
    if (!known || known.loading || known.nextCursor === null) return;
    await loadPage(lane, known.nextCursor);
  }

  async function loadPage(lane: Lane, cursor: string | undefined): Promise<void> {
    setLane(lane, { loading: true, failure: null });
    const answer = await call('conversations.list', { lane, limit: pageSize, ...(cursor !== undefined && { cursor }) });
    if (!answer.ok) return setLane(lane, { loading: false, failure: answer.error });
    const { items, nextCursor } = answer.value;
    remember(items);
    setLane(lane, { loading: false, nextCursor, floor: floorOf(items, nextCursor, lane) });
  }

  /** Takes over conversations as the core answered them. */
  function remember(items: readonly Conversation[]): void {
    store.setState((state) => {
      const conversations = new Map(state.conversations);
      for (const conversation of items) conversations.set(conversation.id, conversation);
      return { conversations };
    });
  }

  return { loadLane, reloadLane, loadMore, remember };
}
