import { type MouseEvent, type PointerEvent, useState } from 'react';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Lane } from '../../src/domain/lane.ts';
import { LikenessMark } from '../contacts/LikenessMark.tsx';
import { usePeer } from '../contacts/name.ts';
import { PeerAvatar } from '../contacts/PeerAvatar.tsx';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import { StatusSign } from '../ui/StatusSign.tsx';
import type { RovingRows } from '../ui/useRovingRows.ts';
import styles from './ConversationRow.module.css';
import { HoverActions } from './HoverActions.tsx';
import { previewOf } from './preview.ts';
import { RowExtras } from './RowExtras.tsx';
import { RowLabels } from './RowLabels.tsx';
import { RowTime } from './RowTime.tsx';

type RowProps = {
  readonly conversation: Conversation;
  readonly lane: Lane;
  readonly opened: boolean;
  /** `undefined` while none is chosen in the list. */
  readonly chosen: boolean | undefined;
  readonly named: boolean;
  readonly position: number;
  readonly total: number;
  readonly top: number;
  readonly onPress: (id: string, event: MouseEvent) => void;
  readonly roving: ReturnType<RovingRows['rowProps']>;
};

export function ConversationRow({ conversation, lane, opened, chosen, named, position, total, top, onPress, roving }: RowProps) {
  const { id, peer, unread, muted, blocked, pinned } = conversation;
  const who = usePeer(peer);
  const [pointed, setPointed] = useState(false);
  const point = ({ pointerType }: PointerEvent, on: boolean) => pointerType === 'mouse' && setPointed(on);
  const counts = unread > 0 && !muted && !blocked;
  return (
    <li
      className={styles.slot}
      style={{ top }}
      aria-posinset={position}
      aria-setsize={total}
      onPointerEnter={(event) => point(event, true)}
      onPointerLeave={(event) => point(event, false)}
    >
      <button
        type="button"
        {...roving}
        className={styles.row}
        aria-current={opened ? 'true' : undefined}
        aria-pressed={chosen}
        data-conversation={id}
        data-lane={lane.kind}
        data-unread={counts ? '' : undefined}
        onClick={(event) => onPress(id, event)}
      >
        {chosen === undefined ? <PeerAvatar peer={peer} /> : <ChoiceSign chosen={chosen} />}
        <span className={styles.words}>
          <span className={styles.line}>
            <bdi className={styles.name}>{who.name}</bdi>
            <LikenessMark likeness={who.likeness} />
            {muted && <Mark icon="mute" label={texts.conversations.muted} />}
            {pinned && <Mark icon="pin" label={texts.conversations.pinned} />}
            <RowTime conversation={conversation} lane={lane} />
          </span>
          <span className={styles.line}>
            <Said conversation={conversation} lane={lane} />
            {lane.kind !== 'codes' && <RowLabels conversation={conversation} lane={lane} named={named} />}
            {unread > 0 && lane.kind !== 'codes' && (
              <span className={styles.badge} data-muted={counts ? undefined : ''}>
                <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
                <span className="visually-hidden">{texts.conversations.unread(unread)}</span>
              </span>
            )}
          </span>
        </span>
      </button>
      <RowExtras conversation={conversation} lane={lane} reachable={roving.tabIndex === 0} />
      {pointed && chosen === undefined && <HoverActions conversation={conversation} />}
    </li>
  );
}

/** What was said last, or is being written; of a code only the code. */
function Said({ conversation, lane }: Pick<RowProps, 'conversation' | 'lane'>) {
  const { id, lastMessage } = conversation;
  const typed = useWindow((state) => state.drafts[id]);
  if (lane.kind === 'codes' && lastMessage?.code !== undefined) return <span className={styles.code}>{lastMessage.code}</span>;
  const preview = previewOf(conversation, typed);
  const isDraft = preview.lead === texts.conversations.draft;
  return (
    <>
      {lastMessage?.direction === 'outbound' && !isDraft && <StatusSign status={lastMessage.status} />}
      <span className={styles.preview}>
        {isDraft && <span className={styles.draft}>{preview.lead}: </span>}
        {preview.lead && !isDraft && <span className="visually-hidden">{preview.lead}: </span>}
        <bdi>{preview.text}</bdi>
      </span>
    </>
  );
}

/** In the place of the avatar, while several are being chosen. */
function ChoiceSign({ chosen }: { readonly chosen: boolean }) {
  return (
    <span className={styles.choice} data-chosen={chosen ? '' : undefined}>
      {chosen && <Icon name="check" size={20} />}
    </span>
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
