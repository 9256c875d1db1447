import type { Conversation } from '../../src/domain/conversation.ts';
import { canBeAnswered } from '../../src/domain/peer.ts';
import { useName } from '../contacts/name.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './Composer.module.css';
import { ComposerField } from './ComposerField.tsx';
import { OptOutBanner } from './OptOutBanner.tsx';
import { useComposition } from './useComposition.ts';

const words = texts.composer;
const none: readonly string[] = [];

/** Where one answers, or why one cannot. */
export function Composer({ conversation }: { readonly conversation: Conversation }) {
  const line = useWindow((state) => state.lines.find(({ id }) => id === conversation.lineId));
  if (!line || line.removedAt !== undefined) return <NoComposer reason={words.lineRemoved} />;
  if (!line.canSend) return <NoComposer reason={words.receiveOnly(line.label)} />;
  if (!canBeAnswered(conversation.peer)) return <NoComposer reason={words.nameSender} />;
  if (conversation.optOut) return <OptOutBanner conversation={conversation} keyword={conversation.optOut.keyword} />;
  return <Answer conversation={conversation} />;
}

function Answer({ conversation }: { readonly conversation: Conversation }) {
  const { sending, composing } = useActions();
  const { id, lineId, peer } = conversation;
  const name = useName(peer);
  const typed = useWindow((state) => state.drafts[id]);
  const composition = useComposition({
    text: typed ?? conversation.draft,
    onText: (text) => sending.setDraft(id, text),
    mediaUrls: useWindow((state) => state.attached[id] ?? none),
    onMediaUrls: (urls) => composing.attach(id, urls),
    target: () => ({ lineId, to: peer }),
  });
  return (
    <ComposerField
      composition={composition}
      lineId={lineId}
      peer={peer}
      label={words.message}
      placeholder={words.placeholderTo(name)}
      onTakeBack={() => composing.takeLastBack(id)}
      autoFocus
    />
  );
}

function NoComposer({ reason }: { readonly reason: string }) {
  return (
    <p className={styles.none}>
      <Icon name="alert" size={16} />
      {reason}
    </p>
  );
}
