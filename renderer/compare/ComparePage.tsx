import { useEffect, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import { pane } from '../keyboard/panes.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { BackButton } from '../ui/BackButton.tsx';
import { Button } from '../ui/Button.tsx';
import { Toggle } from '../ui/Choice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { BodyPart } from './BodyPart.tsx';
import styles from './ComparePage.module.css';
import { type Comparison, compareDeliveries, nothingDiffers } from './comparison.ts';
import { Facts } from './Facts.tsx';
import { HeadersPart } from './HeadersPart.tsx';
import { words } from './words.ts';

type ComparePageProps = { readonly one: string; readonly other: string };

/** Two deliveries side by side: what is known of them, their headers, their bodies. */
export function ComparePage({ one, other }: ComparePageProps) {
  const { navigation } = useActions();
  const [onlyDifferences, setOnlyDifferences] = useState(true);
  const { comparison, failure } = useComparison(one, other);
  return (
    <div className={styles.page} {...pane('page')}>
      <div className={styles.column}>
        <header className={styles.head}>
          <BackButton onClick={navigation.back} />
          <h1 className={styles.title}>{words.title}</h1>
          <Button icon="swap" onClick={() => navigation.goTo({ name: 'compare', one: other, other: one })}>
            {words.swap}
          </Button>
        </header>
        {failure && (
          <EmptyState icon="alert" title={words.loadFailed} text={failure.message}>
            <Button onClick={() => navigation.goTo({ name: 'deliveries', deliveryId: null })}>{words.backToDeliveries}</Button>
          </EmptyState>
        )}
        {!failure && !comparison && <Spinner label={words.working} />}
        {comparison && (
          <>
            <div className={styles.tools}>
              <Toggle label={words.onlyDifferences} on={onlyDifferences} onToggle={setOnlyDifferences} />
            </div>
            <Compared comparison={comparison} onlyDifferences={onlyDifferences} />
          </>
        )}
      </div>
    </div>
  );
}

function Compared({ comparison, onlyDifferences }: { readonly comparison: Comparison; readonly onlyDifferences: boolean }) {
  const lines = useWindow((state) => state.lines);
  const lineName = (id: string): string => lines.find((line) => line.id === id)?.label ?? texts.lanes.removedLine;
  const nothing = nothingDiffers(comparison);
  return (
    <>
      <Facts comparison={comparison} lineName={lineName} onlyDifferences={onlyDifferences} />
      {nothing && (
        <div className={styles.nothing}>
          <EmptyState icon="check" title={words.nothingTitle} text={words.nothingText} />
        </div>
      )}
      {!(nothing && onlyDifferences) && (
        <>
          <HeadersPart rows={comparison.headers} onlyDifferences={onlyDifferences} />
          <BodyPart comparison={comparison} onlyDifferences={onlyDifferences} />
        </>
      )}
    </>
  );
}

type Loaded = { readonly comparison: Comparison | null; readonly failure: Failure | null };

/** Loads both and compares them, when the page has been drawn: large bodies take a moment. */
function useComparison(one: string, other: string): Loaded {
  const { deliveries } = useActions();
  const [loaded, setLoaded] = useState<Loaded>({ comparison: null, failure: null });
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<Loaded> => {
      const [mine, theirs] = await Promise.all([deliveries.get(one), deliveries.get(other)]);
      if (!mine.ok) return { comparison: null, failure: mine.error };
      if (!theirs.ok) return { comparison: null, failure: theirs.error };
      return { comparison: compareDeliveries(mine.value, theirs.value), failure: null };
    };
    void load().then((result) => wanted && setLoaded(result));
    return () => {
      wanted = false;
    };
  }, [deliveries, one, other]);
  return loaded;
}
