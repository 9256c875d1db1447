import { useId } from 'react';
import { clock } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Tip } from '../ui/Tip.tsx';
import styles from './RateStrip.module.css';
import { barsOf, type RateBar, totalsOf } from './rates.ts';
import { spanOf } from './spans.ts';
import { useRates } from './useRates.ts';
import { verdicts } from './verdicts.ts';
import { words } from './words.ts';

/**
 * How many of each verdict came in the last day, as bars. Order and pattern tell the verdicts apart as well as colour. It
 * is one Tab stop; a bar that is chosen narrows the list to its time.
 */
export function RateStrip() {
  const { deliveries } = useActions();
  const lineId = useWindow((state) => state.deliveries.choice.lineId);
  const time = useWindow((state) => state.deliveries.choice.time);
  const rates = useRates(lineId);
  const group = useId();
  const now = useNow();
  if (rates === null) return <div className={styles.rates} data-waiting="" />;
  const bars = barsOf(rates);
  // The steps move on with the time: the one that holds most of what was chosen.
  const chosen = time?.kind === 'span' ? middleOf(time.from, time.to) : null;
  const isChosen = ({ from, to }: RateBar) => chosen !== null && Date.parse(from) <= chosen && chosen < Date.parse(to);
  const nameOf = (bar: RateBar) => words.rates.step(spanOf(bar.from, bar.to, now), countsOf(bar.parts));
  return (
    <div className={styles.rates}>
      <fieldset className={styles.group}>
        <legend className={styles.title}>{words.rates.title}</legend>
        <div className={styles.strip}>
          {bars.map((bar) => (
            <Tip key={bar.from} label={nameOf(bar)} side="bottom">
              <label className={styles.step}>
                <input
                  type="radio"
                  name={group}
                  aria-label={nameOf(bar)}
                  checked={isChosen(bar)}
                  onChange={() => deliveries.choose({ time: { kind: 'span', from: bar.from, to: bar.to } })}
                  onClick={() => isChosen(bar) && deliveries.choose({ time: null })}
                />
                <Stack bar={bar} />
              </label>
            </Tip>
          ))}
        </div>
      </fieldset>
      <Legend parts={totalsOf(rates)} />
      <RateTable bars={bars} />
    </div>
  );
}

function middleOf(from: string, to: string): number {
  return (Date.parse(from) + Date.parse(to)) / 2;
}

function Stack({ bar }: { readonly bar: RateBar }) {
  return (
    <span className={styles.stack} style={{ height: `${bar.height * 100}%` }}>
      {bar.parts.map(({ verdict, count }) => (
        <span key={verdict} className={styles.part} data-verdict={verdict} style={{ flexGrow: count }} />
      ))}
    </span>
  );
}

/** `3 accepted, 1 refused` */
function countsOf(parts: RateBar['parts']): string {
  if (parts.length === 0) return words.rates.nothing;
  return parts.map(({ verdict, count }) => `${words.rates.count(count)} ${texts.verdicts[verdict]}`).join(', ');
}

function Legend({ parts }: { readonly parts: RateBar['parts'] }) {
  return (
    <ul className={styles.legend} aria-hidden="true">
      {parts.length === 0 && <li>{words.rates.nothing}</li>}
      {parts.map(({ verdict, count }) => (
        <li key={verdict}>
          <span className={styles.swatch} data-verdict={verdict} />
          {texts.verdicts[verdict]} <span className={styles.count}>{words.rates.count(count)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The same for who cannot see it. */
function RateTable({ bars }: { readonly bars: readonly RateBar[] }) {
  const any = bars.filter(({ total }) => total > 0);
  if (any.length === 0) return null;
  return (
    <table className="visually-hidden">
      <caption>{words.rates.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.rates.from}</th>
          {verdicts.map((verdict) => (
            <th key={verdict} scope="col">
              {texts.verdicts[verdict]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {any.map(({ from, parts }) => (
          <tr key={from}>
            <th scope="row">{clock(from)}</th>
            {verdicts.map((verdict) => (
              <td key={verdict}>{words.rates.count(parts.find((part) => part.verdict === verdict)?.count ?? 0)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
