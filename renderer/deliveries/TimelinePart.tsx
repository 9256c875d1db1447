import { Fragment } from 'react';
import type { DeliveryView } from '../../src/contract/views.ts';
import { useWindow } from '../state/binding.tsx';
import { locale } from '../texts.ts';
import { DetailPart } from './DetailPart.tsx';
import styles from './TimelinePart.module.css';
import { stationsOf } from './timeline.ts';
import { words } from './words.ts';

const milliseconds = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });

/** How many of the list may still change. */
const newest = 20;

/** The stations of a delivery as a line: how long after its last byte each was reached, and what took most of it. */
export function TimelinePart({ delivery }: { readonly delivery: Pick<DeliveryView, 'id' | 'timings' | 'verdict'> }) {
  // One that is opened the moment it arrives is notified of a moment later: the list is told.
  const told = useWindow((state) => state.deliveries.items.slice(0, newest).find(({ id }) => id === delivery.id)?.timings);
  const stations = stationsOf({ ...delivery.timings, ...told });
  const name = (station: (typeof stations)[number]['name']) =>
    station === 'verified' && delivery.verdict === 'rejected' ? words.timeline.checked : words.timeline.stations[station];
  return (
    <DetailPart title={words.timeline.title}>
      <div className={styles.track} aria-hidden="true">
        {stations.map(({ name: station, share }, index) => (
          <Fragment key={station}>
            {index > 0 && <span className={styles.leg} data-station={station} style={{ flexGrow: share }} />}
            <span className={styles.stop} data-station={station} />
          </Fragment>
        ))}
      </div>
      <ol className={styles.stations}>
        {stations.map(({ name: station, at }) => (
          <li key={station} className={styles.station}>
            <span className={styles.key} data-station={station} aria-hidden="true" />
            {name(station)}
            <span className={styles.time}>{words.timeline.since(milliseconds.format(at))}</span>
          </li>
        ))}
      </ol>
    </DetailPart>
  );
}
