import { locale, texts } from '../texts.ts';
import { classes } from './classes.ts';
import styles from './DayHours.module.css';
import fields from './Field.module.css';

type Hours = { readonly from: string; readonly to: string; readonly days: readonly number[] };

const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
const shortDay = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
/** Weeks begin on Monday or on Sunday, as the language's people are used to. */
const week = locale.startsWith('en-US') ? [0, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 0];

/** The 1st of January 2023 was a Sunday. */
const dayOf = (weekday: number): Date => new Date(Date.UTC(2_023, 0, 1 + weekday));

/** From when to when, and on which days of the week: the days on which the hours begin. */
export function DayHours({ hours, onHours }: { readonly hours: Hours; readonly onHours: (hours: Hours) => void }) {
  const { from, to, days } = hours;
  const toggle = (weekday: number): void => {
    const others = days.filter((day) => day !== weekday);
    onHours({ ...hours, days: others.length === days.length ? [...days, weekday].sort() : others });
  };
  return (
    <div className={styles.hours}>
      <span className={styles.times}>
        <TimeField label={texts.rules.from} value={from} onValue={(value) => onHours({ ...hours, from: value })} />
        <span aria-hidden="true">–</span>
        <TimeField label={texts.rules.to} value={to} onValue={(value) => onHours({ ...hours, to: value })} />
      </span>
      <fieldset className={styles.days}>
        <legend className="visually-hidden">{texts.rules.days}</legend>
        {week.map((weekday) => (
          <button
            key={weekday}
            type="button"
            className={styles.day}
            aria-pressed={days.includes(weekday)}
            title={longDay.format(dayOf(weekday))}
            onClick={() => toggle(weekday)}
          >
            {shortDay.format(dayOf(weekday))}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

function TimeField({
  label,
  value,
  onValue,
}: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  return (
    <input
      type="time"
      className={classes(fields.input, styles.time)}
      aria-label={label}
      value={value}
      onChange={(event) => event.target.value !== '' && onValue(event.target.value)}
    />
  );
}
