import type { Conversation } from '../../src/domain/conversation.ts';
import type { Lane } from '../../src/domain/lane.ts';
import { useWindow } from '../state/binding.tsx';
import { lineColor } from '../state/select.ts';
import { LineDot } from '../ui/Avatar.tsx';
import styles from './ConversationRow.module.css';

type LabelsProps = { readonly conversation: Conversation; readonly lane: Lane; readonly named: boolean };

/** Its tags, and with several lines the one it is on. Where there is little room for both, the line is only a dot. */
export function RowLabels({ conversation: { lineId, tags }, lane, named }: LabelsProps) {
  const color = useWindow((state) => lineColor(state.lines, lineId));
  const lineLabel = useWindow((state) => state.lines.find((line) => line.id === lineId)?.label);
  const others = tags.filter((tag) => lane.kind !== 'tag' || tag !== lane.tag);
  const [first] = others;
  return (
    <>
      {first !== undefined && (
        <span className={styles.tag}>
          <bdi className={styles.chipText}>{first}</bdi>
          {others.length > 1 && <span>+{others.length - 1}</span>}
        </span>
      )}
      {named && lineLabel && (
        <span className={styles.chip}>
          <LineDot color={color} />
          <span className={first === undefined ? styles.chipText : 'visually-hidden'}>{lineLabel}</span>
        </span>
      )}
    </>
  );
}
