import type { Lesson } from '../../src/contract/methods/learn.ts';
import type { ProviderInfo } from '../../src/contract/views.ts';
import { OpenLine } from '../doctor/OpenLine.tsx';
import { locale } from '../texts.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Section } from '../ui/Page.tsx';
import styles from './LearnPage.module.css';
import { words } from './words.ts';

type RulesProps = { readonly lesson: Lesson; readonly provider: ProviderInfo };

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

/** When it comes again, how repetitions are known, where things are set up, and what nobody has written down. */
export function Rules({ lesson, provider }: RulesProps) {
  const { repeats, again, open } = words.providers[provider.name];
  return (
    <>
      <Section title={words.retriesTitle}>
        <div className={styles.sentences}>
          {retrySentences(lesson.retries, again).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className={styles.quiet}>{words.ours}</p>
        </div>
      </Section>
      <Section title={words.repeatsTitle}>
        <p className={styles.sentences}>{repeats}</p>
      </Section>
      <SetUp lesson={lesson} provider={provider} />
      {open.length > 0 && (
        <Section title={words.openTitle} help={words.openHelp}>
          <ul className={styles.list}>
            {open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** @param said what the documents say without naming minutes */
function retrySentences({ timeoutSeconds, afterMinutes }: Lesson['retries'], said: string | undefined): readonly string[] {
  return [
    timeoutSeconds === undefined ? words.waitsUnknown : words.waits(timeoutSeconds),
    afterMinutes === undefined || afterMinutes.length === 0
      ? (said ?? words.againUnknown)
      : words.again(list.format(afterMinutes.map(String)), afterMinutes.length),
  ];
}

function SetUp({ lesson: { lineId, url, proof }, provider }: RulesProps) {
  const field = provider.fields.find(({ key }) => key === proof.credential);
  return (
    <Section title={words.setUpTitle}>
      {field && (
        <div>
          <h3 className={styles.heading}>{words.secretWhere}</h3>
          <p className={styles.quiet}>
            <strong>{field.label}:</strong> {field.help}
          </p>
          {lineId !== null && <OpenLine lineId={lineId} label={words.openLine} />}
        </div>
      )}
      <div>
        <h3 className={styles.heading}>{words.urlWhere}</h3>
        <p className={styles.quiet}>{provider.webhookHelp}</p>
        {lineId !== null && (
          <p className={styles.address}>
            <code>{url}</code>
            <CopyButton text={url} />
          </p>
        )}
      </div>
      {provider.securityNote !== undefined && (
        <div>
          <h3 className={styles.heading}>{words.security}</h3>
          <p className={styles.quiet}>{provider.securityNote}</p>
        </div>
      )}
    </Section>
  );
}
