import type { Lane } from '../../src/domain/lane.ts';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import styles from './ConversationsPane.module.css';

const { notes } = texts.lanes;

/** One sentence about what is in a lane that is computed, and why. */
export function LaneNote({ lane: { kind } }: { readonly lane: Lane }) {
  const waitingHours = useWindow((state) => state.settings?.lanes.waitingHours ?? 24);
  const keepHours = useWindow((state) => state.settings?.codes.keepHours ?? 24);
  const text = noteOf(kind, waitingHours, keepHours);
  return text === undefined ? null : <p className={styles.note}>{text}</p>;
}

function noteOf(kind: Lane['kind'], waitingHours: number, keepHours: number): string | undefined {
  if (kind === 'waiting') return notes.waiting(waitingHours);
  if (kind === 'codes') return notes.codes(keepHours);
  return kind === 'unknown' || kind === 'blocked' ? notes[kind] : undefined;
}
