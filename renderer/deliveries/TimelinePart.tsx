import { Fragment } from 'react';
import type { DeliveryView } from '../../src/contract/views.ts';
import { locale } from '../texts.ts';
import { DetailPart } from './DetailPart.tsx';
import styles from './TimelinePart.module.css';
import { stationsOf } from './timeline.ts';
import { words } from './words.ts';

const milliseconds = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });

/** The stations of a delivery as a line: how long after its last byte each was reached, and what took most of it. */
export function TimelinePart({ delivery }: { readonly delivery: Pick<DeliveryView, 'timings' | 'verdict'> }) {
  const stations = stationsOf(delivery.timings);
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
