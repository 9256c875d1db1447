import type { Lesson } from '../../src/contract/methods/learn.ts';
import { formatAddress } from '../../src/domain/peer.ts';
import { VerdictLabel } from '../deliveries/VerdictLabel.tsx';
import { texts } from '../texts.ts';
import { Section } from '../ui/Page.tsx';
import styles from './LearnPage.module.css';
import { words } from './words.ts';

/** What the receiver's own code makes of the sample. */
export function Judged({ lesson: { judged } }: { readonly lesson: Lesson }) {
  const { text } = judged;
  const facts: readonly (readonly [string, string])[] = text
    ? [
        [words.from, formatAddress(text.from)],
        [words.text, text.body],
        [words.attachments, String(text.media)],
        [words.known, text.key],
      ]
    : [];
  return (
    <Section title={words.judgedTitle}>
      <div className={styles.verdict}>
        <VerdictLabel verdict={judged.verdict} />
        <span>{words.judged(judged.status)}</span>
        {judged.reason && <span>{texts.reasons[judged.reason]}</span>}
      </div>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
