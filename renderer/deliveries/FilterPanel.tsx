import { useActions, useWindow } from '../state/binding.tsx';
import type { DeliveryTime } from '../state/delivery-model.ts';
import { texts } from '../texts.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './FilterPanel.module.css';
import { verdictIcons, verdicts } from './verdicts.ts';
import { words } from './words.ts';

/** Everything the list can be narrowed by besides a text. */
export function FilterPanel() {
  const { deliveries } = useActions();
  const { lineId, time } = useWindow((state) => state.deliveries.choice);
  // Deliveries of lines that were removed are kept as well.
  const lines = useWindow((state) => state.lines);
  return (
    <div className={styles.panel}>
      <div className={styles.row}>
        <Choice
          label={words.filters.line}
          value={lineId ?? ''}
          options={[{ value: '', label: words.filters.anyLine }, ...lines.map(({ id, label }) => ({ value: id, label }))]}
          onValue={(value) => deliveries.choose({ lineId: value === '' ? null : value })}
        />
        <Choice
          label={words.filters.time}
          value={keyOfTime(time)}
          options={[
            { value: '', label: words.filters.anyTime },
            { value: 'hour', label: words.filters.lastHour },
            { value: 'today', label: words.filters.today },
            { value: 'week', label: words.filters.days(7) },
            { value: 'range', label: words.filters.range },
          ]}
          onValue={(value) => deliveries.choose({ time: timeOf(value) })}
        />
      </div>
      {time?.kind === 'range' && <Range time={time} />}
      <Verdicts />
    </div>
  );
}

type TimeKey = '' | 'hour' | 'today' | 'week' | 'range';

function keyOfTime(time: DeliveryTime | null): TimeKey {
  if (time === null || time.kind === 'span') return '';
  return ({ hours: 'hour', today: 'today', days: 'week', range: 'range' } as const)[time.kind];
}

function timeOf(key: TimeKey): DeliveryTime | null {
  switch (key) {
    case '':
      return null;
    case 'hour':
      return { kind: 'hours', hours: 1 };
    case 'today':
      return { kind: 'today' };
    case 'week':
      return { kind: 'days', days: 7 };
    case 'range':
      return { kind: 'range', from: '', to: '' };
  }
}

function Range({ time }: { readonly time: Extract<DeliveryTime, { kind: 'range' }> }) {
  const { deliveries } = useActions();
  return (
    <div className={styles.row}>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={styles.end}>
          {words.filters[end]}
          <input
            type="datetime-local"
            className={styles.moment}
            value={time[end]}
            onChange={(event) => deliveries.choose({ time: { ...time, [end]: event.target.value } })}
          />
        </label>
      ))}
    </div>
  );
}

function Verdicts() {
  const { deliveries } = useActions();
  const chosen = useWindow((state) => state.deliveries.choice.verdicts);
  return (
    <fieldset className={styles.verdicts}>
      <legend className="visually-hidden">{words.filters.verdicts}</legend>
      {verdicts.map((verdict) => {
        const isChosen = chosen.includes(verdict);
        const changed = isChosen ? chosen.filter((other) => other !== verdict) : [...chosen, verdict];
        return (
          <button
            key={verdict}
            type="button"
            className={styles.verdict}
            aria-pressed={isChosen}
            onClick={() => deliveries.choose({ verdicts: changed })}
          >
            <Icon name={verdictIcons[verdict]} size={14} />
            {texts.verdicts[verdict]}
          </button>
        );
      })}
    </fieldset>
  );
}
