import { useEffect } from 'react';
import type { Conversation } from '../../src/domain/conversation.ts';
import { Composer } from '../composer/Composer.tsx';
import { ScheduledTexts } from '../composer/ScheduledTexts.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { MessageList } from './MessageList.tsx';
import { PeerBanner } from './PeerBanner.tsx';
import { ReplyFrom } from './ReplyFrom.tsx';
import { ThreadHeader } from './ThreadHeader.tsx';
import styles from './ThreadPane.module.css';

/** The third pane: one conversation, and the place to answer it. */
export function ThreadPane({ conversation }: { readonly conversation: Conversation }) {
  const { threads } = useActions();
  const { id } = conversation;
  useEffect(() => void threads.open(id), [threads, id]);
  return (
    <div className={styles.thread}>
      <ThreadHeader conversation={conversation} />
      <PeerBanner conversation={conversation} />
      <Messages conversation={conversation} />
      <ScheduledTexts conversationId={id} />
      {!conversation.blocked && (
        <>
          <ReplyFrom conversation={conversation} />
          <Composer conversation={conversation} />
        </>
      )}
    </div>
  );
}

function Messages({ conversation }: { readonly conversation: Conversation }) {
  const { threads } = useActions();
  const thread = useWindow((state) => state.threads[conversation.id]);
  if (thread?.phase === 'failed') {
    return (
      <EmptyState icon="alert" title={thread.failure?.message ?? ''}>
        <Button icon="retry" onClick={() => void threads.open(conversation.id)}>
          {texts.tryAgain}
        </Button>
      </EmptyState>
    );
  }
  // Usually shorter than a frame: nothing is shown rather than something that flashes.
  if (!thread || thread.phase === 'loading') return <div className={styles.waiting} aria-busy="true" />;
  return <MessageList key={conversation.id} conversation={conversation} thread={thread} />;
}
