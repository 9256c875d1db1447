import { useState } from 'react';
import type { GapView } from '../../src/contract/reachability.ts';
import type { LineView } from '../../src/contract/views.ts';
import { durationBetween } from '../format/duration.ts';
import { capitalized, clock, clockRange, shortDay } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useWindow } from '../state/binding.tsx';
import { lineColor } from '../state/select.ts';
import { texts } from '../texts.ts';
import { LineDot } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './GapList.module.css';
import { causesWords, outcomeWords } from './gap-words.ts';
import { Swatch } from './ReachStrip.tsx';

const words = texts.reception.ledger;
/** How many are shown at once. */
const few = 8;

type GapListProps = { readonly gaps: readonly GapView[] };

/** Every gap, newest first, with what became of each line's texts. */
export function GapList({ gaps }: GapListProps) {
  const [shown, setShown] = useState(few);
  if (gaps.length === 0) return <p className={styles.none}>{words.noGaps}</p>;
  return (
    <section className={styles.gaps} aria-label={words.gaps}>
      <ol>
        {gaps.slice(0, shown).map((gap) => (
          <Gap key={gap.from} gap={gap} />
        ))}
      </ol>
      {gaps.length > shown && (
        <Button tone="quiet" size="small" onClick={() => setShown(shown + 40)}>
          {words.moreGaps(gaps.length - shown)}
        </Button>
      )}
    </section>
  );
}

function Gap({ gap }: { readonly gap: GapView }) {
  const { from, to, causes, lines } = gap;
  const now = useNow();
  const all = useWindow((state) => state.lines);
  const end = to ?? (now.toISOString() > from ? now.toISOString() : from);
  return (
    <li className={styles.gap} data-gap={from}>
      <Swatch state={causes[0] ?? 'not-reachable'} />
      <div className={styles.words}>
        <p className={styles.times}>
          <strong>
            {capitalized(shortDay(from, now))}, {to === null ? `${clock(from)} ${words.lasts}` : clockRange(from, to, now)}
          </strong>
          <span className={styles.duration}>{durationBetween(from, end)}</span>
        </p>
        <p className={styles.causes}>{causesWords(causes)}</p>
        {lines.length === 0 ? (
          <p className={styles.outcome}>{words.noLines}</p>
        ) : (
          <ul className={styles.lines}>
            {lines.map(({ lineId, outcome }) => {
              const { tone, icon, text } = outcomeWords(outcome, now);
              return (
                <li key={lineId} className={styles.outcome} data-tone={tone}>
                  <Icon name={icon} size={16} />
                  <p>
                    <LineDot color={lineColor(all, lineId)} /> <strong className={styles.line}>{labelOf(all, lineId)}</strong> {text}
                  </p>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </li>
  );
}

function labelOf(lines: readonly LineView[], lineId: string): string {
  return lines.find(({ id }) => id === lineId)?.label ?? texts.lanes.removedLine;
}
