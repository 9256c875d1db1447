import { useState } from 'react';
import type { Answered } from '../../src/contract/errors.ts';
import type { MethodInput, MethodOutput } from '../../src/contract/methods.ts';
import { useName } from '../contacts/name.ts';
import { listTime } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Section } from '../ui/Page.tsx';
import { useBusy } from '../ui/useBusy.ts';
import styles from './RulesPage.module.css';
import { actionWords } from './summary.ts';

const words = texts.rules;
type Outcome = MethodOutput<'rules.tryOut'>;

/** What the rule would have done with the last texts. `rule`: as it stands in the form; nothing while it is not complete. */
export function TryOut({ rule }: { readonly rule: () => MethodInput<'rules.save'> | undefined }) {
  const { rules } = useActions();
  const [busy, during] = useBusy();
  const [answer, setAnswer] = useState<Answered<Outcome>>();
  const start = (): void => {
    const tried = rule();
    if (tried !== undefined) during(async () => setAnswer(await rules.tryOut(tried)));
  };
  return (
    <Section title={words.tryOut} help={words.tryOutHelp}>
      <div className={styles.part} aria-live="polite">
        <Button icon="play" busy={busy} onClick={start}>
          {busy ? words.trying : words.tryOut}
        </Button>
        {answer?.ok === false && <FormFailure failure={answer.error} />}
        {answer?.ok && <Tried outcome={answer.value} />}
      </div>
    </Section>
  );
}

function Tried({ outcome: { checked, items } }: { readonly outcome: Outcome }) {
  if (checked === 0) return <p className={styles.note}>{words.nothingToTry}</p>;
  if (items.length === 0) return <p className={styles.note}>{words.triedNone(checked)}</p>;
  return (
    <>
      <p className={styles.note}>{words.tried(items.length, checked)}</p>
      <ul className={styles.tried}>
        {items.map((item) => (
          <TriedText key={item.message.id} item={item} />
        ))}
      </ul>
    </>
  );
}

function TriedText({ item: { message, actions } }: { readonly item: Outcome['items'][number] }) {
  const name = useName(message.peer);
  const now = useNow();
  return (
    <li className={styles.triedText}>
      <p className={styles.from}>
        <bdi className={styles.name}>{name}</bdi>
        <time dateTime={message.at}>{listTime(message.at, now)}</time>
      </p>
      <p className={styles.text} dir="auto">
        {message.body === '' ? texts.thread.attachment : message.body}
      </p>
      <ul className={styles.effects}>
        {actions.map(({ action, objection }) => (
          <li key={actionWords(action)} data-held={objection === undefined ? undefined : ''}>
            {objection === undefined ? actionWords(action) : words.objections[objection]}
          </li>
        ))}
      </ul>
    </li>
  );
}
