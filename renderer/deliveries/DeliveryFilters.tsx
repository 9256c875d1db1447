import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useCommand } from '../keyboard/useCommand.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { isNarrowed } from '../state/delivery-model.ts';
import { IconButton } from '../ui/Button.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import styles from './DeliveryFilters.module.css';
import { FilterChips } from './FilterChips.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { focusFirstRow } from './rows.ts';
import { words } from './words.ts';

/** Where one types what is looked for, the filters below it when they are opened, and what is chosen. */
export function DeliveryFilters() {
  const { deliveries, navigation } = useActions();
  const text = useWindow((state) => state.deliveries.choice.text);
  const narrowed = useWindow((state) => isNarrowed(state.deliveries.choice));
  const [choosing, setChoosing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useFindKeys(() => {
    if (field.current?.checkVisibility()) return field.current.focus();
    // In a narrow window the details stand in its place.
    navigation.goTo({ name: 'deliveries', deliveryId: null });
    requestAnimationFrame(() => field.current?.focus());
  });
  return (
    <search className={styles.filters} aria-label={words.filters.label} data-follow-free="">
      <SearchField
        field={field}
        label={words.filters.text}
        placeholder={words.filters.textPlaceholder}
        value={text}
        onText={deliveries.find}
        onKey={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            event.stopPropagation();
            deliveries.find('');
          }
          if ((event.key === 'ArrowDown' || event.key === 'Enter') && focusFirstRow(event.currentTarget)) event.preventDefault();
        }}
        room="one"
      >
        <IconButton
          icon="filter"
          size="small"
          label={words.filters.show}
          aria-expanded={choosing}
          data-narrowed={narrowed}
          onClick={() => setChoosing(!choosing)}
        />
      </SearchField>
      {choosing && <FilterPanel />}
      <FilterChips />
    </search>
  );
}

/** Where `/` is a letter, or none of our business. */
const writing = 'input:not([type="radio"]), textarea, select, dialog, [role="menu"]';

/** The key of searching, and `/` where one does not write. */
function useFindKeys(find: () => void): void {
  useCommand('search', find);
  const onFind = useEffectEvent(find);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof HTMLElement && event.target.closest(writing)) return;
      event.preventDefault();
      onFind();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
