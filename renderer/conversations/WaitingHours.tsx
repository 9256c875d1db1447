import { locale, texts } from '../texts.ts';
import { Choice } from '../ui/Choice.tsx';

const words = texts.lanes;
const usualHours = [0, 1, 4, 12, 24, 48, 72, 168];

const inHours = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' });
const inDays = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });

type WaitingProps = {
  /** `null`: as in the settings, where that can be chosen. */
  readonly hours: number | null;
  /** What the settings say; not given: this is the setting itself. */
  readonly usual?: number;
  readonly onHours: (hours: number | null) => void;
};

/** After how long without an answer a conversation waits on the user. */
export function WaitingHours({ hours, usual, onHours }: WaitingProps) {
  const values = [...new Set([...usualHours, ...(hours === null ? [] : [hours])])].sort((one, other) => one - other);
  const options = values.map((value) => ({ value: String(value), label: spoken(value) }));
  const asUsual = usual === undefined ? [] : [{ value: '', label: words.waitingUsual(spoken(usual)) }];
  return (
    <Choice
      label={words.waitingHours}
      value={hours === null ? '' : String(hours)}
      options={[...asUsual, ...options]}
      onValue={(value) => onHours(value === '' ? null : Number(value))}
    />
  );
}

function spoken(hours: number): string {
  if (hours === 0) return words.atOnce;
  return hours % 24 === 0 ? inDays.format(hours / 24) : inHours.format(hours);
}
