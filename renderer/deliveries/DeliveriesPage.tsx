import { useEffect } from 'react';
import { pane } from '../keyboard/panes.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './DeliveriesPage.module.css';
import { DeliveryDetails } from './DeliveryDetails.tsx';
import { DeliveryList } from './DeliveryList.tsx';

import { words } from './words.ts';

/** Every request that reached a webhook path, with what was made of it; one opens beside the list. */
export function DeliveriesPage({ deliveryId }: { readonly deliveryId: string | null }) {
  const { navigation } = useActions();
  return (
    <div className={styles.page} data-shows={deliveryId === null ? 'list' : 'details'}>
      <section className={styles.pane} {...pane('list')} aria-label={words.title}>
        <header className={styles.head}>
          <IconButton className={styles.back} icon="menu" label={texts.lanes.show} onClick={navigation.back} />
          <div>
            <h1 className={styles.title}>{words.title}</h1>
            <p className={styles.intro}>{words.intro}</p>
          </div>
        </header>
        <Listed deliveryId={deliveryId} />
      </section>
      {deliveryId !== null && (
        <DeliveryDetails key={deliveryId} id={deliveryId} onClose={() => navigation.goTo({ name: 'deliveries', deliveryId: null })} />
      )}
    </div>
  );
}

function Listed({ deliveryId }: { readonly deliveryId: string | null }) {
  const { deliveries } = useActions();
  const { items, phase, failure } = useWindow((state) => state.deliveries);
  const live = useWindow((state) => state.connection === 'live');
  useEffect(() => {
    if (phase === 'none' && live) void deliveries.load();
  }, [deliveries, phase, live]);
  if (items.length > 0) return <DeliveryList items={items} openedId={deliveryId} />;
  if (phase === 'failed') {
    return (
      <EmptyState icon="alert" title={words.loadFailed} text={failure?.message ?? ''}>
        <Button icon="retry" onClick={() => void deliveries.load()}>
          {texts.tryAgain}
        </Button>
      </EmptyState>
    );
  }
  if (phase !== 'ready') return <Spinner label={texts.loading} />;
  return <EmptyState icon="deliveries" title={words.emptyTitle} text={words.emptyText} />;
}
