import { visible } from '../../src/domain/visible.ts';
import styles from './DiagnosisPanel.module.css';
import { type Split, splitWhereDiffering } from './differing.ts';
import { words } from './words.ts';

/** The URL that was signed above the line's own, with what differs marked. */
export function UrlComparison({ signed, expected }: { readonly signed: string; readonly expected: string }) {
  const [one, other] = splitWhereDiffering(visible(signed), expected);
  return (
    <dl className={styles.urls}>
      <div>
        <dt>{words.signedFor}</dt>
        <dd>
          <Marked split={one} />
        </dd>
      </div>
      <div>
        <dt>{words.expected}</dt>
        <dd>
          <Marked split={other} />
        </dd>
      </div>
    </dl>
  );
}

function Marked({ split: { before, differing, after } }: { readonly split: Split }) {
  return (
    <code>
      {before}
      {differing !== '' && <mark>{differing}</mark>}
      {after}
    </code>
  );
}
