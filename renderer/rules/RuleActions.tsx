import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { classes } from '../ui/classes.ts';
import fields from '../ui/Field.module.css';
import { Field, TextField } from '../ui/Field.tsx';
import { type ActionDraft, type Complaints, newAction } from './draft.ts';
import { optionsOf } from './RuleCondition.tsx';
import styles from './RulesPage.module.css';

const words = texts.rules;

type RuleActionsProps = {
  readonly actions: readonly ActionDraft[];
  readonly onActions: (actions: readonly ActionDraft[]) => void;
  readonly complaints: Complaints;
};

/** What a rule does, one after the other. */
export function RuleActions({ actions, onActions, complaints }: RuleActionsProps) {
  const replace = (changed: ActionDraft): void => onActions(actions.map((action) => (action.key === changed.key ? changed : action)));
  return (
    <div className={styles.actions}>
      {actions.map((action) => (
        <fieldset key={action.key} className={styles.action}>
          <legend className="visually-hidden">{words.actions[action.kind]}</legend>
          <div className={styles.kind}>
            <Choice
              label={words.action}
              value={action.kind}
              options={optionsOf(words.actions)}
              onValue={(kind) => replace({ ...action, kind })}
            />
            <IconButton
              size="small"
              icon="close"
              label={words.removeAction}
              onClick={() => onActions(actions.filter((other) => other !== action))}
            />
          </div>
          <Details action={action} onChange={replace} complaint={complaints[`action ${action.key}`]} />
        </fieldset>
      ))}
      {complaints.actions && <p className={styles.complaint}>{complaints.actions}</p>}
      <Button size="small" icon="plus" onClick={() => onActions([...actions, newAction(actions.length === 0 ? 'answer' : 'tag')])}>
        {words.addAction}
      </Button>
    </div>
  );
}

type DetailsProps = {
  readonly action: ActionDraft;
  readonly onChange: (action: ActionDraft) => void;
  readonly complaint: string | undefined;
};

function Details({ action, onChange, complaint }: DetailsProps) {
  const tags = useWindow((state) => state.laneCounts.tags);
  switch (action.kind) {
    case 'answer':
      return (
        <Field label={words.answerBody} help={words.answerHelp} error={complaint}>
          {(ids) => (
            <textarea
              {...ids}
              className={classes(fields.input, styles.area)}
              dir="auto"
              maxLength={1_600}
              value={action.body}
              onChange={(event) => onChange({ ...action, body: event.target.value })}
            />
          )}
        </Field>
      );
    case 'tag':
      return (
        <>
          <TextField
            label={words.tag}
            value={action.tag}
            onText={(tag) => onChange({ ...action, tag })}
            maxLength={30}
            error={complaint}
            list="rule-tags"
          />
          <datalist id="rule-tags">
            {tags.map(({ tag }) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
        </>
      );
    case 'move':
      return (
        <Choice label={words.moveTo} value={action.to} options={optionsOf(words.lanes)} onValue={(to) => onChange({ ...action, to })} />
      );
    case 'forward':
      return (
        <TextField
          label={words.url}
          help={words.urlHelp}
          value={action.url}
          onText={(url) => onChange({ ...action, url })}
          inputMode="url"
          placeholder={texts.composer.attachmentPlaceholder}
          error={complaint}
        />
      );
    case 'mute':
      return null;
  }
}
