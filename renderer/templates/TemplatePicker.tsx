import { Popover } from 'radix-ui';
import { type KeyboardEvent, useState } from 'react';
import type { Template } from '../../src/domain/template.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import fields from '../ui/Field.module.css';
import { Icon } from '../ui/icons.tsx';
import { useOverlayContainer } from '../ui/overlays.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import styles from './TemplatePicker.module.css';

const words = texts.sending;

type TemplatePickerProps = {
  /** What stands in the composer: it can be kept as a template. */
  readonly text: string;
  readonly onPick: (template: Template) => void;
};

/** The sign in the composer that opens the templates. */
export function TemplatePicker({ text, onPick }: TemplatePickerProps) {
  const overlays = useOverlayContainer();
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState<string>();
  const pick = (template: Template) => {
    setOpen(false);
    onPick(template);
  };
  return (
    <>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger asChild>
          <button type="button" className={styles.trigger} aria-label={words.insertTemplate} title={words.insertTemplate}>
            <Icon name="template" />
          </button>
        </Popover.Trigger>
        <Popover.Portal container={overlays}>
          <Popover.Content
            className={styles.popover}
            side="top"
            align="start"
            sideOffset={10}
            collisionPadding={8}
            aria-label={words.templates}
            // The composer takes the focus itself, with the next field selected.
            onCloseAutoFocus={(event) => event.preventDefault()}
          >
            <TemplateList
              onPick={pick}
              keepLabel={text.trim() === '' ? words.newTemplate : words.saveAsTemplate}
              onKeep={() => {
                setOpen(false);
                setKept(text);
              }}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {kept !== undefined && <TemplateEditor body={kept} onClose={() => setKept(undefined)} />}
    </>
  );
}

type TemplateListProps = { readonly onPick: (template: Template) => void; readonly keepLabel: string; readonly onKeep: () => void };

/** The templates that hold what is typed, picked with the arrows and Enter. */
function TemplateList({ onPick, keepLabel, onKeep }: TemplateListProps) {
  const { navigation } = useActions();
  const all = useWindow((state) => state.templates);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const wanted = query.trim().toLocaleLowerCase();
  const found = all.filter(({ title, body }) => `${title}\n${body}`.toLocaleLowerCase().includes(wanted));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[active];
    if (step !== undefined && found.length > 0) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter' && chosen !== undefined) onPick(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.list}>
      {all.length > 0 && (
        <input
          className={fields.input}
          role="combobox"
          aria-expanded
          aria-controls="templates-found"
          aria-activedescendant={found.length > 0 ? `template-${active}` : undefined}
          aria-label={words.findTemplate}
          placeholder={words.findTemplate}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      )}
      {found.length === 0 && <p className={styles.none}>{all.length === 0 ? words.noTemplates : words.noTemplateMatches}</p>}
      {found.length > 0 && (
        <div className={styles.found} role="listbox" id="templates-found" aria-label={words.templates}>
          {found.map((template, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's above.
            <div
              key={template.id}
              id={`template-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              onPointerMove={() => setActive(index)}
              onClick={() => onPick(template)}
            >
              <span className={styles.title}>{template.title}</span>
              <span className={styles.body}>{template.body}</span>
            </div>
          ))}
        </div>
      )}
      <div className={styles.foot}>
        <Button tone="quiet" size="small" icon="plus" onClick={onKeep}>
          {keepLabel}
        </Button>
        <Button tone="quiet" size="small" icon="settings" onClick={() => navigation.goTo({ name: 'settings' })}>
          {words.manageTemplates}
        </Button>
      </div>
    </div>
  );
}
