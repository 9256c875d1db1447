import { useRef } from 'react';
import { focusMarks } from '../app/focus-marks.ts';
import { writeChord } from '../keyboard/chords.ts';
import { keyOf } from '../keyboard/table.ts';
import { useKeyboard } from '../keyboard/useCommand.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { isNarrowed } from '../state/search-model.ts';
import { texts } from '../texts.ts';
import { IconButton } from '../ui/Button.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Tip } from '../ui/Tip.tsx';
import { useIsMac } from '../ui/usePlatform.ts';
import { focusFirstHit } from './results-focus.ts';
import styles from './SearchBox.module.css';
import { SearchFilters } from './SearchFilters.tsx';

/** The way to the palette for who does not know its key yet. */
function GoToHint() {
  const keyboard = useKeyboard();
  const host = useWindow((state) => state.host?.kind ?? 'browser');
  const mac = useIsMac();
  const keys = writeChord(keyOf('goTo', host), mac, texts.shortcuts.keys).join(mac ? '' : '+');
  return (
    <Tip label={texts.shortcuts.names.goTo}>
      <button
        type="button"
        className={styles.hint}
        aria-label={`${keys}: ${texts.shortcuts.names.goTo}`}
        onClick={() => keyboard.run('goTo')}
      >
        {keys}
      </button>
    </Tip>
  );
}

/** Where one types what is looked for, and the filters below it. */
export function SearchBox() {
  const { search } = useActions();
  const query = useWindow((state) => state.search?.query ?? '');
  const open = useWindow((state) => state.search !== null);
  const choosing = useWindow((state) => state.search?.choosing ?? false);
  const narrowed = useWindow((state) => state.search !== null && isNarrowed(state.search.choice));
  const field = useRef<HTMLInputElement>(null);
  const leave = () => {
    search.leave();
    field.current?.focus();
  };
  return (
    <search className={styles.search}>
      <SearchField
        field={field}
        label={texts.search.label}
        placeholder={texts.search.placeholder}
        value={query}
        onText={search.setQuery}
        onKey={(event) => {
          if (event.key === 'Escape' && !open) event.currentTarget.blur();
          if ((event.key === 'ArrowDown' || event.key === 'Enter') && focusFirstHit()) event.preventDefault();
        }}
        room="several"
        mark={focusMarks.search}
      >
        {!open && <GoToHint />}
        {open && <IconButton icon="close" size="small" label={texts.search.clear} onClick={leave} />}
        <IconButton
          icon="filter"
          size="small"
          label={choosing ? texts.search.hideFilters : texts.search.showFilters}
          aria-expanded={choosing}
          data-narrowed={narrowed}
          onClick={() => search.showFilters(!choosing)}
        />
      </SearchField>
      {choosing && <SearchFilters />}
    </search>
  );
}
