import type { ReactVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Message } from '../../src/domain/message.ts';
import { useActions } from '../state/binding.tsx';
import type { Thread } from '../state/model.ts';

/** How long a message found by search stays marked, in milliseconds. */
const markedFor = 2_400;

type RevealOptions = {
  readonly conversationId: string;
  readonly thread: Thread;
  readonly messages: readonly Message[];
  readonly unreadId: string | undefined;
  readonly virtual: ReactVirtualizer<HTMLDivElement, Element>;
};

/** Where a thread is opened: at a message that was searched for, at the first unread one, or at its end. */
export function useReveal({ conversationId, thread, messages, unreadId, virtual }: RevealOptions): void {
  const { threads } = useActions();
  const placed = useRef(false);
  useLayoutEffect(() => {
    if (placed.current || thread.reveal !== null) return;
    placed.current = true;
    const unread = unreadId === undefined ? -1 : messages.findIndex(({ id }) => id === unreadId);
    if (unread > 0) virtual.scrollToIndex(unread, { align: 'start' });
    else virtual.scrollToEnd();
  }, [messages, thread.reveal, unreadId, virtual]);

  const target = thread.reveal;
  const index = target === null ? -1 : messages.findIndex(({ id }) => id === target);
  useEffect(() => {
    if (target === null) return;
    placed.current = true;
    if (index < 0) {
      void threads.loadUntil(conversationId, target);
      return;
    }
    virtual.scrollToIndex(index, { align: 'center' });
    const timer = setTimeout(() => threads.revealed(conversationId), markedFor);
    return () => clearTimeout(timer);
  }, [threads, conversationId, target, index, virtual]);
}
