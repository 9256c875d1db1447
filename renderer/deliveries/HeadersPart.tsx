import { useState } from 'react';
import type { DeliveryView } from '../../src/contract/views.ts';
import { isMasked, isNeverKept } from '../../src/domain/secret-header.ts';
import { useActions } from '../state/binding.tsx';
import { IconButton } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { DetailPart } from './DetailPart.tsx';
import styles from './HeadersPart.module.css';
import { Shown } from './Shown.tsx';
import { words } from './words.ts';

/** The headers in the order they came. Masked values are revealed one by one, and masked again when one leaves. */
export function HeadersPart({ delivery: { id, headers } }: { readonly delivery: Pick<DeliveryView, 'id' | 'headers'> }) {
  const { revealed, toggle } = useRevealed(id);
  const shown = headers.map(([name, value], index) => [name, revealed.get(index) ?? value] as const);
  const copied = shown.map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <DetailPart title={words.headers.title} aside={headers.length > 0 && <CopyButton text={copied} label={words.headers.copyAll} />}>
      {headers.length === 0 && <p className={styles.note}>{words.headers.none}</p>}
      {headers.some(([name]) => isMasked(name)) && <p className={styles.note}>{words.headers.masked}</p>}
      {headers.length > 0 && (
        <dl className={styles.headers}>
          {shown.map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: headers repeat, and never change.
            <div key={index} className={styles.header}>
              <dt>
                <Shown text={name} />
              </dt>
              <dd>
                <span className={styles.value}>
                  <Shown text={value} />
                </span>
                {isNeverKept(name) && <span className={styles.never}>{words.headers.neverKept}</span>}
                {isMasked(name) && !isNeverKept(name) && (
                  <IconButton
                    className={styles.reveal}
                    icon={revealed.has(index) ? 'eyeOff' : 'eye'}
                    size="small"
                    label={revealed.has(index) ? words.headers.conceal(name) : words.headers.reveal(name)}
                    onClick={() => void toggle(index)}
                  />
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </DetailPart>
  );
}

/** Values that were asked for, by their place: gone with the delivery that is left. */
function useRevealed(id: string) {
  const { deliveries, toasts } = useActions();
  const [revealed, setRevealed] = useState<ReadonlyMap<number, string>>(new Map());
  const toggle = async (index: number): Promise<void> => {
    if (revealed.has(index)) {
      setRevealed((present) => new Map([...present].filter(([place]) => place !== index)));
      return;
    }
    const answer = await deliveries.reveal(id, index);
    if (answer.ok) setRevealed((present) => new Map(present).set(index, answer.value.value));
    else toasts.report(answer.error);
  };
  return { revealed, toggle };
}
