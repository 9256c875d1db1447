import { type FormEvent, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import fields from '../ui/Field.module.css';
import { Field, TextField } from '../ui/Field.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Modal } from '../ui/Modal.tsx';
import { useBusy } from '../ui/useBusy.ts';
import { useSpelling } from '../ui/useSpelling.ts';
import styles from './TemplatePicker.module.css';

const words = texts.sending;

type TemplateEditorProps = { readonly id?: string; readonly title?: string; readonly body?: string; readonly onClose: () => void };

/** Writes a new template, or another version of one. */
export function TemplateEditor({ id, title: givenTitle = '', body: givenBody = '', onClose }: TemplateEditorProps) {
  const { composing } = useActions();
  const spelling = useSpelling();
  const [title, setTitle] = useState(givenTitle);
  const [body, setBody] = useState(givenBody);
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [busy, run] = useBusy();
  const wrong = { title: title.trim() === '' ? words.titleMissing : undefined, body: body.trim() === '' ? words.bodyMissing : undefined };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setAsked(true);
    if (wrong.title !== undefined || wrong.body !== undefined) return;
    run(async () => {
      const answer = await composing.saveTemplate({ ...(id !== undefined && { id }), title, body });
      if (answer.ok) onClose();
      else setFailure(answer.error);
    });
  };
  return (
    <Modal title={id === undefined ? words.newTemplate : words.editTemplate} onClose={onClose}>
      <form className={styles.editor} onSubmit={submit} noValidate>
        <TextField
          label={words.templateTitle}
          value={title}
          onText={setTitle}
          maxLength={60}
          error={(asked && wrong.title) || failure?.fields?.title}
        />
        <Field label={words.templateBody} error={(asked && wrong.body) || failure?.fields?.body} help={words.templatesHelp}>
          {(ids) => (
            <textarea
              {...ids}
              {...spelling}
              className={classes(fields.input, styles.area)}
              dir="auto"
              maxLength={5_000}
              value={body}
              onChange={(event) => setBody(event.target.value)}
            />
          )}
        </Field>
        {failure && <FormFailure failure={failure} />}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" tone="primary" busy={busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
