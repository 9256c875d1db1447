import { useEffect } from 'react';
import { assertNever } from '../../src/domain/result.ts';
import type { Actions } from '../state/actions.ts';
import { useActions, useStateNow } from '../state/binding.tsx';
import type { WindowState } from '../state/model.ts';
import { openedConversationId } from '../state/select.ts';
import { useIsMac } from '../ui/usePlatform.ts';
import { focusMarks } from './focus-marks.ts';
import { type Command, commandFor } from './shortcuts.ts';

/** Listens for the window's shortcuts. A dialog or a menu that is open takes its keys first. */
export function useShortcuts(): void {
  const actions = useActions();
  const now = useStateNow();
  const mac = useIsMac();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isInOverlay(event.target)) return;
      const command = commandFor(event, mac, isTextField(event.target));
      if (command && run(command, actions, now())) event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions, now, mac]);
}

/** Carries a command out; false when there was nothing to do. */
function run(command: Command, { navigation, conversations, search }: Actions, state: WindowState): boolean {
  switch (command.kind) {
    case 'step':
      navigation.step(command.direction, command.unreadOnly);
      return true;
    case 'nth':
      navigation.openNth(command.position);
      return true;
    case 'compose':
      navigation.compose();
      return true;
    case 'search':
      if (state.page.name !== 'inbox') navigation.follow({ page: 'inbox' });
      focusMarked(focusMarks.search);
      return true;
    case 'composer':
      focusMarked(focusMarks.composer);
      return true;
    case 'archive': {
      const id = openedConversationId(state);
      const conversation = id === undefined ? undefined : state.conversations.get(id);
      if (conversation) void conversations.setArchived(conversation.id, !conversation.archived);
      return conversation !== undefined;
    }
    case 'settings':
      navigation.goTo({ name: 'settings' });
      return true;
    case 'shortcuts':
      navigation.showShortcuts(true);
      return true;
    case 'escape':
      if (!state.search) return false;
      search.setQuery('');
      return true;
    default:
      return assertNever(command);
  }
}

/** Focuses after the screen that holds the field was rendered. */
function focusMarked(mark: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[${mark}]`)?.focus());
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}

function isInOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"][data-state]') !== null
  );
}
