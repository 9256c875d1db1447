/**
 * Pressing rows of the list: a plain press opens, Ctrl (Cmd) and Shift choose several, and so do `x`, Shift with the
 * arrows, and holding a finger on a row. While some are chosen, a press chooses.
 * @module
 */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from 'react';
import type { Conversation } from '../../src/domain/conversation.ts';
import { useActions, useStateNow } from '../state/binding.tsx';
import { openedConversationId } from '../state/select.ts';
import type { RovingRows } from '../ui/useRovingRows.ts';

/** How long a finger rests on a row to choose it, in milliseconds, and how far it may move, in pixels. */
const holdFor = 450;
const holdWithin = 10;

export function useChoosing(listed: readonly Conversation[], roving: RovingRows) {
  const { navigation, selection } = useActions();
  const now = useStateNow();
  const hold = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number } | null>(null);
  const touched = useRef(false);
  const held = useRef(false);

  const ids = (): readonly string[] => listed.map(({ id }) => id);
  const extendTo = (id: string): void => selection.extendTo(id, ids(), openedConversationId(now()));

  const onPress = (id: string, event: Pick<MouseEvent, 'ctrlKey' | 'metaKey' | 'shiftKey'>): void => {
    if (held.current) held.current = false;
    else if (event.shiftKey) extendTo(id);
    else if (event.ctrlKey || event.metaKey || now().selection.ids.size > 0) selection.toggle(id);
    else void navigation.openConversation(id);
  };

  /** Goes on to the next row or the one before, and chooses all from where it began. */
  const stretch = (step: 1 | -1): void => {
    const present = listed[roving.active];
    const target = listed[roving.active + step];
    if (present && now().selection.anchor === null) selection.toggle(present.id);
    if (!target) return;
    extendTo(target.id);
    roving.moveTo(roving.active + step);
  };

  const chooseBy = (event: KeyboardEvent): boolean => {
    const present = listed[roving.active];
    const onRow = event.target instanceof HTMLElement && event.target.dataset.roving !== undefined;
    if (!present || !onRow || event.altKey) return false;
    const control = event.ctrlKey || event.metaKey;
    const key = `${control ? 'mod ' : ''}${event.shiftKey ? 'shift ' : ''}${event.key}`;
    if (key === 'x') selection.toggle(present.id);
    else if (key === 'mod a') selection.all(ids());
    else if (key === 'shift ArrowDown') stretch(1);
    else if (key === 'shift ArrowUp') stretch(-1);
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (chooseBy(event)) event.preventDefault();
    else roving.onKeyDown(event);
  };

  const letGo = (): void => {
    if (hold.current) clearTimeout(hold.current.timer);
    hold.current = null;
  };
  const touch = {
    onPointerDown: (event: PointerEvent): void => {
      touched.current = event.pointerType !== 'mouse';
      held.current = false;
      if (!touched.current) return;
      // The menu would open at the same moment.
      event.preventDefault();
      const id = event.target instanceof Element ? event.target.closest('[data-conversation]')?.getAttribute('data-conversation') : null;
      if (id == null) return;
      const timer = setTimeout(() => {
        held.current = true;
        selection.toggle(id);
      }, holdFor);
      hold.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent): void => {
      if (hold.current && Math.hypot(clientX - hold.current.x, clientY - hold.current.y) > holdWithin) letGo();
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onContextMenu: (event: MouseEvent): void => {
      if (touched.current) event.preventDefault();
    },
  };

  return { onPress, onKeyDown, touch };
}
