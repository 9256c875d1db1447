import { useEffect } from 'react';
import { pane } from '../keyboard/panes.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import styles from './DeliveriesPage.module.css';
import { DeliveryDetails } from './DeliveryDetails.tsx';
import { DeliveryFilters } from './DeliveryFilters.tsx';
import { FollowNote } from './FollowNote.tsx';
import { Listed } from './Listed.tsx';
import { RateStrip } from './RateStrip.tsx';
import { useFollow } from './useFollow.ts';
import { words } from './words.ts';

/** Every request that reached a webhook path, with what was made of it; one opens beside the list. */
export function DeliveriesPage({ deliveryId }: { readonly deliveryId: string | null }) {
  const { navigation } = useActions();
  const following = useFollow();
  useNews();
  const open = (id: string | null): void => {
    following.stop(id === null ? 'moved' : 'opened');
    navigation.goTo({ name: 'deliveries', deliveryId: id });
  };
  return (
    <div className={styles.page} data-shows={deliveryId === null ? 'list' : 'details'} {...following.watched}>
      <section className={styles.pane} {...pane('list')} aria-label={words.title}>
        <header className={styles.head}>
          <IconButton className={styles.back} icon="menu" label={texts.lanes.show} onClick={navigation.back} />
          <div className={styles.titles}>
            <h1 className={styles.title}>{words.title}</h1>
            <p className={styles.intro}>{words.intro}</p>
          </div>
          <IconButton icon="lab" label={texts.palette.lab} onClick={() => navigation.goTo({ name: 'lab' })} />
          <Button
            size="small"
            icon="play"
            tone={following.follow.mode === 'following' ? 'primary' : 'plain'}
            aria-pressed={following.follow.mode === 'following'}
            title={words.follow.help}
            data-follow-free=""
            onClick={following.follow.mode === 'following' ? following.end : following.begin}
          >
            {words.follow.toggle}
          </Button>
        </header>
        <RateStrip />
        <DeliveryFilters />
        <FollowNote following={following} />
        <Listed openedId={deliveryId} onOpen={open} />
      </section>
      {deliveryId !== null && (
        <section className={styles.pane} aria-label={words.details} {...pane('details')}>
          <FollowNote className={styles.followNote} following={following} />
          <DeliveryDetails key={deliveryId} id={deliveryId} onClose={() => open(null)} />
        </section>
      )}
    </div>
  );
}

/** Keeps the list true to what arrives. Deliveries of one message are what one came for: another time it is all again. */
function useNews(): void {
  const { deliveries } = useActions();
  const phase = useWindow((state) => state.deliveries.phase);
  const live = useWindow((state) => state.connection === 'live');
  const unsure = useWindow((state) => state.deliveries.unsure);
  useEffect(() => {
    if (phase === 'none' && live) void deliveries.load();
  }, [deliveries, phase, live]);
  useEffect(() => {
    if (unsure > 0) deliveries.askAgain();
  }, [deliveries, unsure]);
  useEffect(() => deliveries.leave, [deliveries]);
}
