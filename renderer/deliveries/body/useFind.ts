import { useDeferredValue, useMemo, useState } from 'react';
import { type Field, findIn } from './find.ts';
import type { Found } from './Marked.tsx';

/** Looking for a text in a body: what was found, and going from one hit to the next, around the ends. */
export function useFind(fields: () => Iterable<Field>) {
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  // What is typed is shown at once, what is found a moment later.
  const asked = useDeferredValue(query);
  const hits = useMemo(() => findIn(fields(), asked), [fields, asked]);
  const at = hits.length === 0 ? 0 : place % hits.length;
  const found: Found = useMemo(() => ({ hits, at: hits[at] }), [hits, at]);
  return {
    query,
    asked,
    found,
    /** Counted from 0. */
    at,
    ask(text: string) {
      setQuery(text);
      setPlace(0);
    },
    step: (direction: 1 | -1) => setPlace(hits.length === 0 ? 0 : (at + direction + hits.length) % hits.length),
  };
}

export type Find = ReturnType<typeof useFind>;
