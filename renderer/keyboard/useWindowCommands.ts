import { useEffect, useRef } from 'react';
import { textSizeAfter } from '../../src/domain/text-size.ts';
import { focusMarked, focusMarks } from '../app/focus-marks.ts';
import { useActions, useStateNow, useWindow } from '../state/binding.tsx';
import { initialState, type Page } from '../state/model.ts';
import { openedConversationId } from '../state/select.ts';
import { focusInto, focusNeighbour, focusSoon, shownPane } from './panes.ts';
import { useCommand } from './useCommand.ts';

/** The commands of the window as a whole: asked after those of its parts. */
export function useWindowCommands(): void {
  const { codes, navigation, conversations } = useActions();
  const now = useStateNow();
  const opened = () => {
    const state = now();
    const id = openedConversationId(state);
    return id === undefined ? undefined : state.conversations.get(id);
  };

  useCommand('next', () => navigation.step(1, false), true);
  useCommand('previous', () => navigation.step(-1, false), true);
  useCommand('nextUnread', () => navigation.step(1, true), true);
  useCommand('previousUnread', () => navigation.step(-1, true), true);
  useCommand('nth', (position) => navigation.openNth(position), true);
  useCommand('compose', () => navigation.compose(), true);
  useCommand('copyCode', () => void codes.copyLatest(), true);
  useCommand('settings', () => navigation.goTo({ name: 'settings' }), true);
  useCommand('help', () => navigation.showShortcuts(true), true);
  useCommand('nextPane', () => focusNeighbour(1), true);
  useCommand('previousPane', () => focusNeighbour(-1), true);
  useCommand('composer', () => focusMarked(focusMarks.composer), true);
  useCommand(
    'search',
    () => {
      if (now().page.name !== 'inbox') navigation.follow({ page: 'inbox' });
      focusMarked(focusMarks.search);
    },
    true,
  );
  useCommand(
    'archive',
    () => {
      const conversation = opened();
      if (conversation === undefined) return false;
      return void conversations.setArchived(conversation.id, !conversation.archived);
    },
    true,
  );
  useCommand(
    'markUnread',
    () => {
      const conversation = opened();
      if (conversation === undefined) return false;
      return void conversations.markUnread(conversation.id);
    },
    true,
  );
  useStepBack();
  useTextSizeCommands();
}

/** Escape: out of the search, out of what is open, out of a page, to where one was before. */
function useStepBack(): void {
  const { navigation, search } = useActions();
  const now = useStateNow();
  const inbox = useLastInbox();
  useCommand(
    'back',
    () => {
      const { search: searching, page } = now();
      if (searching) return search.leave();
      const list = shownPane('list');
      if (page.name === 'inbox' && page.opened.kind !== 'nothing' && list && !list.contains(document.activeElement)) return focusInto(list);
      if (page.name === 'inbox' && page.opened.kind === 'nothing' && shownPane('lanes')) return false;
      if (page.name === 'inbox' || isBesideDeliveries(page) || (page.name === 'deliveries' && page.deliveryId !== null && !list)) {
        navigation.back();
      } else navigation.goTo(inbox.current);
      focusList();
    },
    true,
  );
}

/** Opened from a delivery: leaving it leads back there. */
function isBesideDeliveries(page: Page): boolean {
  return page.name === 'compare' || (page.name === 'lab' && page.deliveryId !== undefined);
}

/** Where in the inbox one was last: leaving a page leads there again. */
function useLastInbox() {
  const page = useWindow((state) => state.page);
  const last = useRef<Page>(initialState.page);
  useEffect(() => {
    if (page.name === 'inbox') last.current = page;
  }, [page]);
  return last;
}

/** In milliseconds. */
const quickPresses = 1_500;

/** In a browser these keys are the browser's own zoom. */
function useTextSizeCommands(): void {
  const { lines } = useActions();
  const now = useStateNow();
  const inShell = useWindow((state) => state.host?.kind === 'electron');
  // Presses may be faster than the answer to the first one, and what is announced may come after it: in quick succession
  // each goes on from the one before.
  const last = useRef({ size: 100, at: Number.NEGATIVE_INFINITY });
  const change = (direction: 1 | 0 | -1) => {
    const { settings } = now();
    if (!inShell || settings === null) return false;
    const isQuick = performance.now() - last.current.at < quickPresses;
    const size = textSizeAfter(isQuick ? last.current.size : settings.reading.textSize, direction);
    last.current = { size, at: performance.now() };
    return void lines.updateSettings({ reading: { textSize: size } });
  };
  useCommand('larger', () => change(1), true);
  useCommand('smaller', () => change(-1), true);
  useCommand('usualSize', () => change(0), true);
}

/** What one came from can only be seen again in the next frame. */
function focusList(): void {
  requestAnimationFrame(() => {
    const shown = shownPane('list') ?? shownPane('lanes');
    if (shown) focusSoon(shown);
  });
}
