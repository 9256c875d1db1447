/**
 * Going from one screen to another.
 * @module
 */
import type { Navigate } from '../../src/contract/state.ts';
import { homeOf, isInLane } from '../../src/domain/lane.ts';
import type { ActionContext } from './context.ts';
import { inbox, type Lane, laneKey, nothingSelected, type Page } from './model.ts';
import { conversationsIn, currentLane, laneContext, neighbour, openedConversationId } from './select.ts';

export type NavigationActions = ReturnType<typeof createNavigation>;

export function createNavigation({ store, call, toasts }: ActionContext) {
  function goTo(page: Page): void {
    store.setState((state) => {
      const leaves = openedConversationId({ page }) !== openedConversationId(state);
      const stays = page.name === 'inbox' && state.page.name === 'inbox' && laneKey(page.lane) === laneKey(state.page.lane);
      return {
        page,
        lanesShown: false,
        ...(leaves && { heldUnread: null }),
        ...(!stays && { selection: nothingSelected }),
      };
    });
  }

  function showLane(lane: Lane): void {
    goTo({ name: 'inbox', lane, opened: { kind: 'nothing' } });
    store.setState({ search: null });
  }

  /** Opens a conversation in its lane; one that was not loaded yet is asked for. */
  async function openConversation(id: string, reveal: string | null = null): Promise<void> {
    if (!store.getState().conversations.has(id)) {
      const answer = await call('conversations.get', { id });
      if (!answer.ok) return toasts.report(answer.error);
      const conversation = answer.value;
      store.setState((state) => ({ conversations: new Map(state.conversations).set(id, conversation) }));
    }
    store.setState(({ toasts: shown }) => ({ toasts: shown.filter((toast) => toast.conversationId !== id) }));
    const state = store.getState();
    const conversation = state.conversations.get(id);
    const lane = currentLane(state);
    const now = Date.now();
    const home = conversation === undefined ? inbox : homeOf(conversation, laneContext(state, now));
    const stays = conversation !== undefined && isInLane(conversation, lane, laneContext(state, now));
    goTo({ name: 'inbox', lane: stays || state.search ? lane : home, opened: { kind: 'conversation', id } });
    if (reveal !== null) revealMessage(id, reveal);
  }

  function revealMessage(id: string, messageId: string): void {
    store.setState(({ threads }) => {
      const thread = threads[id];
      const empty = { items: [], nextBefore: null, phase: 'loading', loadingOlder: false, failure: null, readUpTo: null } as const;
      return { threads: { ...threads, [id]: { ...(thread ?? empty), reveal: messageId } } };
    });
  }

  /** Starts a new conversation, on the line in view when there is one, with this address when there is one. */
  function compose(to?: string): void {
    const lane = currentLane(store.getState());
    const on = lane.kind === 'line' ? { lineId: lane.lineId } : {};
    goTo({ name: 'inbox', lane, opened: { kind: 'compose', ...on, ...(to !== undefined && { to }) } });
  }

  /** Narrow windows: from the content to its list, from a list to the lanes. */
  function back(): void {
    const { page } = store.getState();
    if (page.name === 'inbox' && page.opened.kind !== 'nothing') goTo({ ...page, opened: { kind: 'nothing' } });
    else if (page.name === 'deliveries' && page.deliveryId !== null) goTo({ ...page, deliveryId: null });
    else if (page.name === 'contacts' && page.shows.kind !== 'list') goTo({ ...page, shows: { kind: 'list' } });
    else if (page.name === 'lab' && page.deliveryId !== undefined) goTo({ name: 'deliveries', deliveryId: page.deliveryId });
    else if (page.name === 'compare') goTo({ name: 'deliveries', deliveryId: page.other });
    else store.setState({ lanesShown: true });
  }

  function step(direction: 1 | -1, unreadOnly: boolean): void {
    const next = neighbour(store.getState(), direction, unreadOnly, Date.now());
    if (next) void openConversation(next.id);
  }

  /** Opens the nth conversation of the lane, counted from 1. */
  function openNth(position: number): void {
    const state = store.getState();
    const conversation = conversationsIn(state, currentLane(state), Date.now())[position - 1];
    if (conversation) void openConversation(conversation.id);
  }

  function follow(to: Navigate['to']): void {
    if (to.page === 'conversation') void openConversation(to.id);
    else if (to.page === 'settings') goTo({ name: 'settings' });
    else if (to.page === 'compose') compose();
    else showLane(inbox);
  }

  const showShortcuts = (shortcutsShown: boolean): void => store.setState({ shortcutsShown });

  return { goTo, showLane, openConversation, compose, back, step, openNth, follow, showShortcuts };
}
