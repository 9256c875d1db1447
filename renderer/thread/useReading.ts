import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '../../src/domain/conversation.ts';
import { useActions, useWindow } from '../state/binding.tsx';

/**
 * Marks a conversation as read: when it is opened, and when more arrives while its end is in view. Only what can be
 * seen counts: nothing is read behind another window.
 */
export function useReading({ id, unread, lastSequence }: Conversation, atEnd: boolean): void {
  const { conversations } = useActions();
  const held = useWindow((state) => state.heldUnread === id);
  const looking = useIsLooking();
  const [opened, setOpened] = useState(false);
  /** Up to where the core was told that all is read: it needs a moment to say so itself. */
  const told = useRef(Number.NaN);
  useEffect(() => {
    if (!looking || (opened && !atEnd)) return;
    setOpened(true);
    if (unread === 0 || held || told.current === lastSequence) return;
    told.current = lastSequence;
    void conversations.markRead(id);
  }, [conversations, id, unread, lastSequence, atEnd, looking, opened, held]);
}

function useIsLooking(): boolean {
  const [looking, setLooking] = useState(isLooking);
  useEffect(() => {
    const update = () => setLooking(isLooking());
    window.addEventListener('focus', update);
    window.addEventListener('blur', update);
    document.addEventListener('visibilitychange', update);
    return () => {
      window.removeEventListener('focus', update);
      window.removeEventListener('blur', update);
      document.removeEventListener('visibilitychange', update);
    };
  }, []);
  return looking;
}

function isLooking(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
