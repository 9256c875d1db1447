import { NewConversation } from '../composer/NewConversation.tsx';
import { AskingDialog } from '../conversations/AskingDialog.tsx';
import { ConversationsPane } from '../conversations/ConversationsPane.tsx';
import { useWindow } from '../state/binding.tsx';
import type { Lane, Opened } from '../state/model.ts';
import { laneKey } from '../state/model.ts';
import { ThreadPane } from '../thread/ThreadPane.tsx';
import styles from './InboxPage.module.css';
import { NothingOpen } from './NothingOpen.tsx';

export function InboxPage({ lane, opened }: { readonly lane: Lane; readonly opened: Opened }) {
  return (
    <div className={styles.panes} data-shows={opened.kind === 'nothing' ? 'list' : 'content'}>
      <ConversationsPane key={laneKey(lane)} lane={lane} />
      <div className={styles.content}>
        <Content opened={opened} />
      </div>
      <AskingDialog />
    </div>
  );
}

function Content({ opened }: { readonly opened: Opened }) {
  const conversation = useWindow((state) => (opened.kind === 'conversation' ? state.conversations.get(opened.id) : undefined));
  if (opened.kind === 'compose')
    return <NewConversation key={`${opened.lineId} ${opened.to}`} lineId={opened.lineId} address={opened.to} />;
  return conversation ? <ThreadPane key={conversation.id} conversation={conversation} /> : <NothingOpen />;
}
