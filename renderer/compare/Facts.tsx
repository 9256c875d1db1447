import { VerdictLabel } from '../deliveries/VerdictLabel.tsx';
import { clockWithSeconds } from '../format/time.ts';
import { useActions } from '../state/binding.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './ComparePage.module.css';
import type { Comparison } from './comparison.ts';
import { type Fact, factsOf } from './facts.ts';
import { Part } from './Part.tsx';
import { words } from './words.ts';

type FactsProps = {
  readonly comparison: Comparison;
  readonly lineName: (id: string) => string;
  readonly onlyDifferences: boolean;
};

/** Which two they are, and what is known of them. */
export function Facts({ comparison: { one, other }, lineName, onlyDifferences }: FactsProps) {
  const { navigation } = useActions();
  const facts = factsOf(one, other, lineName);
  const isDifferent = (fact: Fact): boolean => !fact.always && fact.one !== fact.other;
  const shown = onlyDifferences ? facts.filter((fact) => fact.always || isDifferent(fact)) : facts;
  return (
    <Part title={words.facts} count={facts.filter(isDifferent).length}>
      <table className={styles.facts}>
        <thead>
          <tr>
            <td />
            {([words.one, words.other] as const).map((label, place) => {
              const delivery = place === 0 ? one : other;
              return (
                <th key={label} scope="col">
                  <span className={styles.which}>{label}</span>
                  <span className={styles.sign}>
                    <VerdictLabel verdict={delivery.verdict} />
                    <time dateTime={delivery.receivedAt}>{clockWithSeconds(delivery.receivedAt)}</time>
                    <Button
                      size="small"
                      tone="quiet"
                      aria-label={`${words.open}: ${label}`}
                      onClick={() => navigation.goTo({ name: 'deliveries', deliveryId: delivery.id })}
                    >
                      {words.open}
                    </Button>
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((fact) => (
            <tr key={fact.label} data-differs={isDifferent(fact) || undefined}>
              <th scope="row">{fact.label}</th>
              <td>{fact.one || '–'}</td>
              <td>{fact.other || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
