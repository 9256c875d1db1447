import type { ReactNode } from 'react';
import type { Lesson } from '../../src/contract/methods/learn.ts';
import type { ProviderInfo } from '../../src/contract/views.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Section } from '../ui/Page.tsx';
import { CodeBox } from './CodeBox.tsx';
import styles from './LearnPage.module.css';
import { headerParts, signedParts } from './parts.ts';
import { words } from './words.ts';

type ProofProps = { readonly lesson: Lesson; readonly provider: ProviderInfo };

/** What is signed, and how the signature comes about, step by step. */
export function Proof({ lesson, provider }: ProofProps) {
  const about = words.providers[provider.name];
  const isSigned = lesson.proof.scheme !== 'static';
  return (
    <>
      <Section title={words.signedTitle} help={about.signed}>
        {isSigned ? <Canonical lesson={lesson} /> : <p className={styles.quiet}>{about.about}</p>}
      </Section>
      <Section title={isSigned ? words.proofTitle : words.headerTitle}>
        <ol className={styles.steps}>
          <Step title={words.steps.secret}>
            <Secret lesson={lesson} provider={provider} />
          </Step>
          {isSigned && (
            <>
              <Step title={words.steps.canonical}>
                <p className={styles.quiet}>{words.seeAbove(words.bytes(new TextEncoder().encode(lesson.proof.canonical ?? '').length))}</p>
              </Step>
              <Step title={words.steps.digest}>
                {lesson.proof.digest !== null && <CodeBox label={words.steps.digest}>{lesson.proof.digest}</CodeBox>}
              </Step>
            </>
          )}
          <Step title={isSigned ? words.steps.header : words.steps.compare}>
            <Header lesson={lesson} />
          </Step>
        </ol>
      </Section>
    </>
  );
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <li>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </li>
  );
}

/** The parts that are signed, told apart by colour and by name. */
function Canonical({ lesson }: { readonly lesson: Lesson }) {
  const parts = signedParts(lesson);
  return (
    <div>
      <div className={styles.head}>
        <ul className={styles.legend}>
          {parts.map(({ kind }) => (
            <li key={kind} data-part={kind}>
              {words.parts[kind]}
            </li>
          ))}
        </ul>
        <CopyButton text={lesson.proof.canonical ?? ''} />
      </div>
      <CodeBox label={words.signedTitle}>
        {parts.map(({ kind, text }) => (
          <span key={kind} className={styles.part} data-part={kind}>
            {text}
          </span>
        ))}
      </CodeBox>
    </div>
  );
}

function Secret({ lesson: { proof }, provider }: ProofProps) {
  const field = provider.fields.find(({ key }) => key === proof.credential)?.label;
  return (
    <>
      <p className={styles.quiet}>
        {words.providers[provider.name].secret} {field !== undefined && words.storedAs(field)}
      </p>
      {proof.maskedSecret === null ? (
        <p className={styles.quiet}>{words.noSecret}</p>
      ) : (
        <CodeBox label={words.steps.secret}>{proof.maskedSecret}</CodeBox>
      )}
    </>
  );
}

function Header({ lesson }: { readonly lesson: Lesson }) {
  const parts = headerParts(lesson);
  if (parts === undefined) return <p className={styles.quiet}>{words.noHeader}</p>;
  return (
    <CodeBox label={words.steps.header}>
      <strong>{lesson.proof.header}:</strong>{' '}
      {parts.prefix !== '' && (
        <span className={styles.part} data-part="prefix">
          {parts.prefix}
        </span>
      )}
      {parts.digest}
    </CodeBox>
  );
}
