import { nameOf } from '../contacts/name.ts';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';

/** Tells screen readers of new incoming messages, and of nothing else. */
export function LiveRegion() {
  const message = useWindow((state) => state.announced);
  const quiet = useWindow((state) => {
    const conversation = state.conversations.get(state.announced?.conversationId ?? '');
    return conversation !== undefined && (conversation.muted || conversation.blocked);
  });
  const name = useWindow((state) => nameOf(state, state.announced?.peer ?? ''));
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-label={texts.thread.newMessages(1)}>
      {message && !quiet && <p key={message.id}>{texts.thread.incoming(name, message.body)}</p>}
    </div>
  );
}
