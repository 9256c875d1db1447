import { type FormEvent, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import { regionIn } from '../contacts/name.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Toggle } from '../ui/Choice.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { useBusy } from '../ui/useBusy.ts';
import { complaintsOf, type RuleDraft, ruleOf } from './draft.ts';
import { RuleActions } from './RuleActions.tsx';
import { RuleCondition } from './RuleCondition.tsx';
import styles from './RulesPage.module.css';
import { TryOut } from './TryOut.tsx';

const words = texts.rules;

/** Writes a rule: when it applies, what it does, and what it would have done. */
export function RuleForm({ initial, onClose }: { readonly initial: RuleDraft; readonly onClose: () => void }) {
  const { rules } = useActions();
  const region = useWindow(regionIn);
  const [draft, setDraft] = useState(initial);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, during] = useBusy();
  const found = complaintsOf(draft);
  const complaints = asked ? found : {};
  const change = (changes: Partial<RuleDraft>): void => setDraft({ ...draft, ...changes });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(found).length > 0) return;
    during(async () => {
      const answer = await rules.save(ruleOf(draft, region));
      if (answer.ok) onClose();
      else setFailure(answer.error);
    });
  };
  return (
    <Page title={initial.id === undefined ? words.add : words.editTitle}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField label={words.name} value={draft.name} onText={(name) => change({ name })} maxLength={60} error={complaints.name} />
        <Section title={words.when} help={words.whenHelp}>
          <RuleCondition draft={draft} onChange={change} complaints={complaints} />
        </Section>
        <Section title={words.happens}>
          <RuleActions actions={draft.actions} onActions={(actions) => change({ actions })} complaints={complaints} />
          <Toggle label={words.stops} help={words.stopsHelp} on={draft.stops} onToggle={(stops) => change({ stops })} />
        </Section>
        <FormFailure failure={failure} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" tone="primary" busy={busy}>
            {texts.save}
          </Button>
        </div>
        <TryOut
          rule={() => {
            setAsked(true);
            return Object.keys(found).length > 0 ? undefined : ruleOf(draft, region);
          }}
        />
      </form>
    </Page>
  );
}
