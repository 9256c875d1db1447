/**
 * Choosing several conversations in the list.
 * @module
 */
import { nothingSelected, type Selection } from './model.ts';
import type { WindowStore } from './store.ts';

export function createSelection({ store }: { readonly store: WindowStore }) {
  const set = (make: (present: Selection) => Selection): void => store.setState(({ selection }) => ({ selection: make(selection) }));
  return {
    /** Chooses one more, or one less. */
    toggle: (id: string) => set((present) => toggled(present, id)),
    /** Chooses everything between the one chosen last and this one, in the order of the list. `opened`: where it begins when nothing was. */
    extendTo: (id: string, listed: readonly string[], opened: string | undefined) =>
      set((present) => extended(present, id, listed, opened)),
    all: (listed: readonly string[]) => set(({ anchor }) => ({ ids: new Set(listed), anchor: anchor ?? listed[0] ?? null })),
    clear: () => set(() => nothingSelected),
  };
}

export function toggled({ ids, anchor }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (next.delete(id)) return { ids: next, anchor: next.size === 0 ? null : anchor };
  return { ids: next.add(id), anchor: id };
}

export function extended({ ids, anchor }: Selection, id: string, listed: readonly string[], opened: string | undefined): Selection {
  const begin = listed.indexOf(anchor ?? opened ?? id);
  const end = listed.indexOf(id);
  if (end < 0) return { ids, anchor };
  const from = begin < 0 ? end : begin;
  const range = listed.slice(Math.min(from, end), Math.max(from, end) + 1);
  return { ids: new Set(range), anchor: listed[from] ?? id };
}
