import type { DeliveryView } from '../../src/contract/views.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './BodyPart.module.css';
import { DetailPart } from './DetailPart.tsx';
import { Shown } from './Shown.tsx';
import { words } from './words.ts';

export function BodyPart({ delivery: { bodyText, bodyBase64, bytes } }: { readonly delivery: DeliveryView }) {
  const shown = bodyText ?? bodyBase64;
  return (
    <DetailPart title={words.body.title} aside={bytes > 0 && <CopyButton text={shown} />}>
      {bytes === 0 && <p className={styles.note}>{words.body.empty}</p>}
      {bodyText === null && <p className={styles.note}>{words.body.binary}</p>}
      {bytes > 0 && (
        <pre className={styles.body}>
          <Shown text={shown} />
        </pre>
      )}
    </DetailPart>
  );
}
