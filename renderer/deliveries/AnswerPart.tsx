import type { DeliveryView } from '../../src/contract/views.ts';
import styles from './AnswerPart.module.css';
import { DetailPart, Facts } from './DetailPart.tsx';
import { Shown } from './Shown.tsx';
import { words } from './words.ts';

/** What the sender was told: the status, and a reply where one was sent at once. */
export function AnswerPart({ delivery: { status, answer } }: { readonly delivery: Pick<DeliveryView, 'status' | 'answer'> }) {
  const { contentType, body } = answer ?? {};
  return (
    <DetailPart title={words.answer.title}>
      <Facts
        facts={[
          [words.answer.status, String(status)],
          ...(contentType === undefined ? [] : [[words.answer.type, <Shown key="type" text={contentType} />] as const]),
        ]}
      />
      {body === undefined || body === '' ? (
        <p className={styles.note}>{words.answer.empty}</p>
      ) : (
        <pre className={styles.body}>
          <Shown text={body} />
        </pre>
      )}
    </DetailPart>
  );
}
