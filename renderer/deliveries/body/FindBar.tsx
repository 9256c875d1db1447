import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { words } from '../words.ts';
import styles from './FindBar.module.css';
import { mostHits } from './find.ts';
import type { Find } from './useFind.ts';

/** Where one types what is looked for in a body, how often it is there, and the ways to the next and the one before. */
export function FindBar({ find: { query, asked, found, at, ask, step } }: { readonly find: Find }) {
  const count = found.hits.length;
  return (
    <search className={styles.bar} aria-label={words.body.find}>
      <span className={styles.box}>
        <Icon name="search" size={14} />
        <input
          type="search"
          className={styles.input}
          aria-label={words.body.find}
          value={query}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => ask(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
            if (event.key === 'Escape' && query !== '') {
              event.preventDefault();
              event.stopPropagation();
              ask('');
            }
          }}
        />
      </span>
      <span className={styles.count} role="status">
        {asked !== '' && (count === 0 ? words.body.foundNone : words.body.found(at + 1, totalOf(count)))}
      </span>
      {count > 0 && (
        <>
          <IconButton icon="up" size="small" label={words.body.previous} onClick={() => step(-1)} />
          <IconButton icon="down" size="small" label={words.body.next} onClick={() => step(1)} />
        </>
      )}
      {query !== '' && <IconButton icon="close" size="small" label={words.body.clear} onClick={() => ask('')} />}
    </search>
  );
}

function totalOf(count: number): string {
  return count === mostHits ? words.body.foundMany(count) : String(count);
}
