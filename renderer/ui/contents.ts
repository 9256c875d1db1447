/**
 * The sections of a page, gathered from the sections themselves, so that a long page can show where what is.
 * @module
 */
import { createContext, type RefObject, useContext, useEffect, useMemo, useState } from 'react';

export type ContentsEntry = { readonly title: string; readonly element: HTMLElement };

type Contents = { readonly add: (entry: ContentsEntry) => () => void };

export const ContentsContext = createContext<Contents | null>(null);

/** The entries of a page, in the order in which they stand in it, and what its sections are given. */
export function useContents(): readonly [entries: readonly ContentsEntry[], contents: Contents] {
  const [entries, setEntries] = useState<readonly ContentsEntry[]>([]);
  const contents = useMemo<Contents>(
    () => ({
      add(entry) {
        setEntries((present) => [...present, entry].sort(byPlace));
        return () => setEntries((present) => present.filter((other) => other !== entry));
      },
    }),
    [],
  );
  return [entries, contents];
}

/** Enters a section into the contents of its page, where that has some. */
export function useContentsEntry(title: string, section: RefObject<HTMLElement | null>): void {
  const contents = useContext(ContentsContext);
  useEffect(() => {
    const element = section.current;
    return contents === null || element === null ? undefined : contents.add({ title, element });
  }, [contents, title, section]);
}

function byPlace(one: ContentsEntry, other: ContentsEntry): number {
  const place = one.element.compareDocumentPosition(other.element);
  return (place & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1;
}
