import type { DeliveryView } from '../../src/contract/views.ts';
import { visible } from '../../src/domain/visible.ts';
import styles from './DiagnosisPanel.module.css';
import type { About } from './facts.ts';
import { OpenLine } from './OpenLine.tsx';
import { LineAddress } from './Remedy.tsx';
import { useLesson } from './useLesson.ts';
import { words } from './words.ts';

/** Nothing that was tried fits: said as it is, with what only a person can look at. */
export function Unexplained({ delivery, about }: { readonly delivery: DeliveryView; readonly about: About }) {
  const { line, provider } = about;
  const lesson = useLesson(line);
  const credential = lesson?.proof.credential;
  const field = provider?.fields.find(({ key }) => key === credential)?.label ?? words.secret;
  return (
    <>
      <p className={styles.cause}>{words.unexplained}</p>
      <p>{words.unexplainedText}</p>
      <h3 className={styles.heading}>{words.checks}</h3>
      <ol className={styles.checks}>
        <li>
          <p>{words.checkSecret(field)}</p>
          <OpenLine lineId={delivery.lineId} label={words.openLine} />
        </li>
        {lesson?.proof.coversUrl === true && line && (
          <li>
            <p>{words.checkUrl(provider?.label ?? words.unknown.provider)}</p>
            <LineAddress url={line.webhookUrl} />
          </li>
        )}
        <li>{words.checkSource(visible(delivery.source))}</li>
        <li>{words.checkWay}</li>
      </ol>
    </>
  );
}
