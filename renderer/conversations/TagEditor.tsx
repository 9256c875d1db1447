import { type FormEvent, useState } from 'react';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Modal } from '../ui/Modal.tsx';
import styles from './TagEditor.module.css';
import { type Mark, marksOf, matching, tagChanges } from './tag-marks.ts';

const words = texts.manage.tags;

/** Puts tags on conversations and takes them off: those in use as suggestions, or a new one. Saved when it is closed. */
export function TagEditor({ ids }: { readonly ids: readonly string[] }) {
  const { conversations } = useActions();
  const chosen = useWindow((state) => ids.flatMap((id) => state.conversations.get(id) ?? []));
  const known = useWindow((state) => state.laneCounts.tags.map(({ tag }) => tag));
  const [query, setQuery] = useState('');
  const [before] = useState(() => marksOf(chosen.map(({ tags }) => tags)));
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const marks = new Map<string, Mark>([...before, ...[...changed].map(([tag, on]): [string, Mark] => [tag, on ? 'all' : 'none'])]);
  const shown = matching([...new Set([...known, ...before.keys(), ...changed.keys()])], query);
  const typed = query.trim();
  const isNew = typed !== '' && !shown.some((tag) => tag.toLowerCase() === typed.toLowerCase());

  const set = (tag: string, on: boolean) => setChanged(new Map(changed).set(tag, on));
  const close = () => {
    conversations.ask(null);
    const changes = tagChanges(before, changed);
    if (changes) void conversations.tag(ids, changes);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const tag = isNew ? typed : shown[0];
    if (query.trim() === '' || tag === undefined) return close();
    set(tag, true);
    setQuery('');
  };
  return (
    <Modal title={ids.length === 1 ? words.title : words.titleMany(ids.length)} onClose={close}>
      <form className={styles.form} onSubmit={submit}>
        <input
          className={styles.field}
          aria-label={words.field}
          placeholder={words.field}
          value={query}
          maxLength={30}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type a tag.
          autoFocus
          onChange={(event) => setQuery(event.target.value)}
        />
        <ul className={styles.list} aria-label={words.list}>
          {shown.map((tag) => (
            <li key={tag}>
              <TagChoice tag={tag} mark={marks.get(tag) ?? 'none'} onSet={(on) => set(tag, on)} />
            </li>
          ))}
        </ul>
        {isNew && (
          <Button tone="quiet" icon="plus" type="submit">
            {words.make(typed)}
          </Button>
        )}
        {shown.length === 0 && !isNew && <p className={styles.none}>{words.none}</p>}
        <div className={styles.buttons}>
          <Button tone="primary" onClick={close}>
            {words.done}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function TagChoice({ tag, mark, onSet }: { readonly tag: string; readonly mark: Mark; readonly onSet: (on: boolean) => void }) {
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={mark === 'all'}
        ref={(element) => {
          if (element) element.indeterminate = mark === 'some';
        }}
        onChange={(event) => onSet(event.target.checked)}
      />
      <Icon name="tag" size={16} />
      <bdi>{mark === 'some' ? words.partly(tag) : tag}</bdi>
    </label>
  );
}
