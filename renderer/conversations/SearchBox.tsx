import { useRef } from 'react';
import { focusMarks } from '../app/focus-marks.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './SearchBox.module.css';

export function SearchBox() {
  const { search } = useActions();
  const query = useWindow((state) => state.search?.query ?? '');
  const field = useRef<HTMLInputElement>(null);
  const leave = () => {
    search.setQuery('');
    field.current?.focus();
  };
  return (
    <search className={styles.search}>
      <Icon name="search" size={16} />
      <input
        ref={field}
        type="search"
        className={styles.input}
        aria-label={texts.search.label}
        placeholder={texts.search.placeholder}
        value={query}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => search.setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query === '') event.currentTarget.blur();
        }}
        {...{ [focusMarks.search]: '' }}
      />
      {query !== '' && <IconButton icon="close" size="small" label={texts.search.clear} onClick={leave} />}
    </search>
  );
}
