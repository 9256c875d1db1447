import { useEffect, useState } from 'react';
import type { TunnelStatus } from '../../src/contract/views.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Page.tsx';
import { type FieldWish, WayChooser } from './WayChooser.tsx';
import styles from './Ways.module.css';
import { wayInUse } from './ways.ts';

const words = texts.reception.ways;

type WaysProps = { readonly tunnel: TunnelStatus; readonly wish: FieldWish | null; readonly onWishMet: () => void };

/** The way in use in short, and all others when one asks for them. With none in use they are there at once. */
export function Ways({ tunnel, wish, onWishMet }: WaysProps) {
  const present = wayInUse(tunnel);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (wish !== null) setOpen(true);
  }, [wish]);
  const shown = open || present === 'none';
  return (
    <Section title={words.title} help={words.help}>
      {present !== 'none' && (
        <div className={styles.present}>
          <div className={styles.words}>
            <p className={styles.name}>{words.names[present]}</p>
            <p className={styles.summary}>{words.summaries[present]}</p>
          </div>
          <Button aria-expanded={shown} onClick={() => setOpen(!open)}>
            {shown ? words.keep : words.change}
          </Button>
        </div>
      )}
      {shown && (
        <div className={styles.chooser}>
          <WayChooser tunnel={tunnel} wish={wish} onWishMet={onWishMet} onDone={() => setOpen(false)} />
        </div>
      )}
    </Section>
  );
}
