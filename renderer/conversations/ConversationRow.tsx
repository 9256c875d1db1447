import type { Conversation } from '../../src/domain/conversation.ts';
import { LikenessMark } from '../contacts/LikenessMark.tsx';
import { usePeer } from '../contacts/name.ts';
import { PeerAvatar } from '../contacts/PeerAvatar.tsx';
import { listTime } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useWindow } from '../state/binding.tsx';
import { lineColor } from '../state/select.ts';
import { texts } from '../texts.ts';
import { LineDot } from '../ui/Avatar.tsx';
import { Icon } from '../ui/icons.tsx';
import { StatusSign } from '../ui/StatusSign.tsx';
import type { RovingRows } from '../ui/useRovingRows.ts';
import styles from './ConversationRow.module.css';
import { previewOf } from './preview.ts';

type RowProps = {
  readonly conversation: Conversation;
  readonly selected: boolean;
  readonly named: boolean;
  readonly position: number;
  readonly total: number;
  readonly top: number;
  readonly onOpen: () => void;
  readonly roving: ReturnType<RovingRows['rowProps']>;
};

export function ConversationRow({ conversation, selected, named, position, total, top, onOpen, roving }: RowProps) {
  const { id, lineId, peer, unread, muted, pinned, lastMessage } = conversation;
  const color = useWindow((state) => lineColor(state.lines, lineId));
  const lineLabel = useWindow((state) => state.lines.find((line) => line.id === lineId)?.label);
  const typed = useWindow((state) => state.drafts[id]);
  const { name, likeness } = usePeer(peer);
  const now = useNow();
  const preview = previewOf(conversation, typed);
  const isDraft = preview.lead === texts.conversations.draft;
  return (
    <li className={styles.slot} style={{ top }} aria-posinset={position} aria-setsize={total}>
      <button
        type="button"
        {...roving}
        className={styles.row}
        aria-current={selected ? 'true' : undefined}
        data-conversation={id}
        data-unread={unread > 0 && !muted ? '' : undefined}
        onClick={onOpen}
      >
        <PeerAvatar peer={peer} />
        <span className={styles.words}>
          <span className={styles.line}>
            <bdi className={styles.name}>{name}</bdi>
            <LikenessMark likeness={likeness} />
            {muted && <Mark icon="mute" label={texts.conversations.muted} />}
            {pinned && <Mark icon="pin" label={texts.conversations.pinned} />}
            {lastMessage && (
              <time className={styles.time} dateTime={lastMessage.at}>
                {listTime(lastMessage.at, now)}
              </time>
            )}
          </span>
          <span className={styles.line}>
            {lastMessage?.direction === 'outbound' && !isDraft && <StatusSign status={lastMessage.status} />}
            <span className={styles.preview}>
              {isDraft && <span className={styles.draft}>{preview.lead}: </span>}
              {preview.lead && !isDraft && <span className="visually-hidden">{preview.lead}: </span>}
              <bdi>{preview.text}</bdi>
            </span>
            {named && lineLabel && (
              <span className={styles.chip}>
                <LineDot color={color} />
                <span className={styles.chipText}>{lineLabel}</span>
              </span>
            )}
            {unread > 0 && (
              <span className={styles.badge} data-muted={muted ? '' : undefined}>
                <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
                <span className="visually-hidden">{texts.conversations.unread(unread)}</span>
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}

function Mark({ icon, label }: { readonly icon: 'mute' | 'pin'; readonly label: string }) {
  return (
    <span className={styles.mark}>
      <Icon name={icon} size={14} />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
