import { useActions, useWindow } from '../state/binding.tsx';
import { anything, type SearchTime } from '../state/search-model.ts';
import { activeLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import select from '../ui/Choice.module.css';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './SearchFilters.module.css';

const words = texts.search.filters;
const spans = [1, 7, 30, 365] as const;

/** What a search is narrowed by, as chips. */
export function SearchFilters() {
  const { search } = useActions();
  const choice = useWindow((state) => state.search?.choice ?? anything);
  const lines = useWindow((state) => activeLines(state.lines));
  return (
    <fieldset className={styles.filters}>
      <legend className="visually-hidden">{words.label}</legend>
      {(lines.length > 1 || choice.lineId !== null) && (
        <Chip
          label={words.line}
          value={choice.lineId ?? ''}
          options={[{ value: '', label: words.anyLine }, ...lines.map(({ id, label }) => ({ value: id, label }))]}
          onValue={(lineId) => search.choose({ lineId: lineId === '' ? null : lineId })}
        />
      )}
      <Chip
        label={words.direction}
        value={choice.direction ?? ''}
        options={[
          { value: '', label: words.anyDirection },
          { value: 'inbound', label: words.inbound },
          { value: 'outbound', label: words.outbound },
        ]}
        onValue={(value) => search.choose({ direction: value === 'inbound' || value === 'outbound' ? value : null })}
      />
      <Chip
        label={words.time}
        value={choice.time?.kind === 'days' ? String(choice.time.days) : (choice.time?.kind ?? '')}
        options={[
          { value: '', label: words.anyTime },
          ...spans.map((days) => ({ value: String(days), label: words.days(days) })),
          { value: 'range', label: words.range },
        ]}
        onValue={(value) => search.choose({ time: timeOf(value) })}
      />
      <button
        type="button"
        className={classes(styles.chip, choice.hasMedia && styles.chosen)}
        aria-pressed={choice.hasMedia}
        onClick={() => search.choose({ hasMedia: !choice.hasMedia })}
      >
        <Icon name="attach" size={14} />
        {words.hasMedia}
      </button>
      {choice.time?.kind === 'range' && <Range time={choice.time} />}
    </fieldset>
  );
}

function timeOf(value: string): SearchTime | null {
  if (value === '') return null;
  return value === 'range' ? { kind: 'range', from: '', to: '' } : { kind: 'days', days: Number(value) };
}

function Range({ time }: { readonly time: Extract<SearchTime, { kind: 'range' }> }) {
  const { search } = useActions();
  return (
    <span className={styles.range}>
      <label className={styles.day}>
        {words.from}
        <input
          type="date"
          value={time.from}
          max={time.to || undefined}
          onChange={(event) => search.choose({ time: { ...time, from: event.target.value } })}
        />
      </label>
      <label className={styles.day}>
        {words.to}
        <input
          type="date"
          value={time.to}
          min={time.from || undefined}
          onChange={(event) => search.choose({ time: { ...time, to: event.target.value } })}
        />
      </label>
    </span>
  );
}

type ChipProps = {
  readonly label: string;
  /** '' = not narrowed. */
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onValue: (value: string) => void;
};

function Chip({ label, value, options, onValue }: ChipProps) {
  return (
    <select
      className={classes(select.select, styles.chip, value !== '' && styles.chosen)}
      aria-label={label}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} className={select.option}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
