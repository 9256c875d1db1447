import { useEffect, useId, useRef, useState } from 'react';
import type { TunnelStatus } from '../../src/contract/views.ts';
import { texts } from '../texts.ts';
import styles from './WayChooser.module.css';
import { WayForm } from './WayForm.tsx';
import { type Way, wayInUse, ways } from './ways.ts';

const words = texts.reception.ways;

/** A wish to see a field; a new one each time, so that asking twice shows it twice. */
export type FieldWish = { readonly field: string | null };

type WayChooserProps = {
  readonly tunnel: TunnelStatus;
  /** The field to go to: of the way in use. */
  readonly wish?: FieldWish | null;
  readonly onWishMet?: () => void;
  /** A way was chosen and taken. */
  readonly onDone: () => void;
};

/** Every way to be reached, with what it costs and needs; the chosen one asks for what it takes. */
export function WayChooser({ tunnel, wish = null, onWishMet, onDone }: WayChooserProps) {
  const present = wayInUse(tunnel);
  const [chosen, setChosen] = useState<Way | null>(null);
  const chooser = useRef<HTMLFieldSetElement>(null);
  const group = useId();
  const way = chosen ?? (present === 'none' ? 'localhost.run' : present);
  useEffect(() => {
    if (wish === null) return;
    setChosen(null);
    const field = wish.field === null ? null : chooser.current?.querySelector<HTMLElement>(`[name="${CSS.escape(wish.field)}"]`);
    const target = field ?? chooser.current?.querySelector<HTMLElement>('input[type="radio"]:checked');
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
    onWishMet?.();
  }, [wish, onWishMet]);
  return (
    <fieldset ref={chooser} className={styles.ways}>
      <legend className="visually-hidden">{words.title}</legend>
      {ways.map((each) => (
        <div key={each} className={styles.way} data-chosen={each === way ? '' : undefined}>
          <label className={styles.card}>
            <input type="radio" name={group} value={each} checked={each === way} onChange={() => setChosen(each)} />
            <span className={styles.words}>
              <span className={styles.head}>
                <span className={styles.name}>{words.names[each]}</span>
                {each === present && <span className={styles.inUse}>{each === 'none' ? words.isNone : words.inUse}</span>}
                {each === 'localhost.run' && present === 'none' && <span className={styles.inUse}>{words.recommended}</span>}
              </span>
              <span className={styles.summary}>{words.summaries[each]}</span>
              <span className={styles.needs}>
                {words.needs[each].map((need) => (
                  <span key={need} className={styles.need}>
                    {need}
                  </span>
                ))}
              </span>
            </span>
          </label>
          {each === way && <WayForm key={each} way={each} tunnel={tunnel} onDone={onDone} />}
        </div>
      ))}
    </fieldset>
  );
}
