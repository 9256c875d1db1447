import { useEffect, useState } from 'react';
import type { Conversation } from '../../src/domain/conversation.ts';
import { useActions } from '../state/binding.tsx';

/** How long after the last key the core is asked, in milliseconds. What the window has itself is there at once. */
const pause = 60;

const none: readonly Conversation[] = [];

/** Conversations that fit, from all there are: the window only has those that were looked at. */
export function useFoundConversations(query: string): readonly Conversation[] {
  const { search } = useActions();
  const [found, setFound] = useState(none);
  const typed = query.trim();
  useEffect(() => {
    if (typed === '') return;
    let wanted = true;
    const timer = setTimeout(async () => {
      const conversations = await search.findConversations(typed);
      if (wanted) setFound(conversations);
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [search, typed]);
  return typed === '' ? none : found;
}
