import type { Conversation } from '../../src/domain/conversation.ts';
import { canBeAnswered } from '../../src/domain/peer.ts';
import { useAddress } from '../contacts/name.ts';
import { useWindow } from '../state/binding.tsx';
import { lineColor } from '../state/select.ts';
import { texts } from '../texts.ts';
import { LineDot } from '../ui/Avatar.tsx';
import styles from './ReplyFrom.module.css';

/** Above the composer: which line an answer leaves from. It is always the one the conversation is on. */
export function ReplyFrom({ conversation: { lineId, peer, optOut } }: { readonly conversation: Conversation }) {
  const line = useWindow((state) => state.lines.find(({ id }) => id === lineId));
  const color = useWindow((state) => lineColor(state.lines, lineId));
  const number = useAddress(line?.number ?? '');
  if (!line?.canSend || !canBeAnswered(peer) || optOut !== null) return null;
  return (
    <p className={styles.from}>
      <LineDot color={color} />
      <span>{texts.manage.replyFrom(line.label)}</span>
      <bdi className={styles.number}>{number}</bdi>
    </p>
  );
}
