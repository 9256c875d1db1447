import { useId, useMemo, useState } from 'react';
import type { ReachHistory } from '../../src/contract/reachability.ts';
import { durationBetween } from '../format/duration.ts';
import { momentRange } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import type { ReachRange } from '../state/model.ts';
import { texts } from '../texts.ts';
import { Tip } from '../ui/Tip.tsx';
import styles from './ReachStrip.module.css';
import { type Segment, type SegmentState, segmentsOf } from './segments.ts';
import { ticksOf } from './ticks.ts';

const words = texts.reception.ledger;

/** In the order of the legend. */
const states: readonly SegmentState[] = ['receiving', 'not-reachable', 'paused', 'asleep', 'closed', 'unknown'];

type ReachStripProps = { readonly days: ReachRange; readonly history: ReachHistory };

/**
 * The whole time as a strip of stretches. Height and pattern tell the states apart as well as colour. It is one Tab stop:
 * the arrow keys go from stretch to stretch, and what is chosen is written below.
 */
export function ReachStrip({ days, history }: ReachStripProps) {
  const segments = useMemo(() => segmentsOf(history), [history]);
  const [chosenFrom, setChosenFrom] = useState<string | null>(null);
  const group = useId();
  const describe = useDescription();
  // The beginning of the whole time moves on while one looks at it.
  const pin = chosenFrom !== null && chosenFrom < history.from ? history.from : chosenFrom;
  const chosen = segments.find(({ from, to }) => pin !== null && from <= pin && pin < to) ?? segments.at(-1);
  const present = states.filter((state) => segments.some((segment) => segment.state === state));
  return (
    <div className={styles.ledger}>
      <fieldset className={styles.group}>
        <legend className="visually-hidden">{words.strip[days]}</legend>
        <div className={styles.strip}>
          {segments.map((segment, index) => (
            <Tip key={index === 0 ? 'first' : segment.from} label={describe(segment)} side="top">
              <label
                className={styles.segment}
                data-reach={segment.state}
                style={{ insetInlineStart: `min(${segment.start}%, 100% - 4px)`, inlineSize: `${segment.width}%` }}
              >
                <input
                  type="radio"
                  name={group}
                  aria-label={describe(segment)}
                  checked={segment === chosen}
                  onChange={() => setChosenFrom(segment.from)}
                />
                <span className={styles.bar} />
              </label>
            </Tip>
          ))}
        </div>
      </fieldset>
      <ol className={styles.axis} aria-hidden="true">
        {ticksOf(history, days).map(({ at, label, place }) => (
          <li key={at} style={{ insetInlineStart: `${place}%` }}>
            {label}
          </li>
        ))}
      </ol>
      {chosen && (
        <p className={styles.chosen}>
          <Swatch state={chosen.state} />
          {describe(chosen)}
        </p>
      )}
      <ul className={styles.legend} aria-hidden="true">
        {present.map((state) => (
          <li key={state}>
            <Swatch state={state} />
            {words.states[state]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The sign of a state, as it looks in the strip. */
export function Swatch({ state }: { readonly state: SegmentState }) {
  return (
    <span className={styles.swatch} data-reach={state} aria-hidden="true">
      <span className={styles.bar} />
    </span>
  );
}

/** `Not reachable, 14:02 – 16:40, 2 hr 38 min` */
function useDescription(): (segment: Segment) => string {
  const now = useNow();
  return ({ state, mixed, from, to }) => {
    const name = mixed ? words.mixed(words.states[state]) : words.states[state];
    return words.span(name, momentRange(from, to, now), durationBetween(from, to));
  };
}
