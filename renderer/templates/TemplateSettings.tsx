import { useState } from 'react';
import type { Template } from '../../src/domain/template.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Section } from '../ui/Page.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import styles from './TemplatePicker.module.css';

const words = texts.sending;

/** All templates, to be changed, removed and added to. */
export function TemplateSettings() {
  const { composing } = useActions();
  const templates = useWindow((state) => state.templates);
  const [edited, setEdited] = useState<Template | 'new'>();
  return (
    <Section title={words.templates} help={words.templatesHelp}>
      {templates.length > 0 && (
        <ul className={styles.rows}>
          {templates.map((template) => (
            <li key={template.id} className={styles.row}>
              <span className={styles.words}>
                <span className={styles.title}>{template.title}</span>
                <span className={styles.body}>{template.body}</span>
              </span>
              <IconButton
                size="small"
                icon="compose"
                label={`${words.editTemplate}: ${template.title}`}
                onClick={() => setEdited(template)}
              />
              <IconButton
                size="small"
                icon="trash"
                label={`${words.removeTemplate}: ${template.title}`}
                onClick={() => void composing.removeTemplate(template.id)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <Button icon="plus" onClick={() => setEdited('new')}>
          {words.newTemplate}
        </Button>
      </div>
      {edited !== undefined && <TemplateEditor {...(edited === 'new' ? {} : edited)} onClose={() => setEdited(undefined)} />}
    </Section>
  );
}
