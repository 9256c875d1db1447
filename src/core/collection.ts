/**
 * A short list the user keeps (contacts, templates, rules, scheduled texts): one document, read from memory.
 * @module
 */
import { z } from 'zod';
import type { Document } from './ports.ts';

/** How a list is stored. */
export function collectionSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item) });
}

export type CollectionDocument<Item> = Document<{ items: Item[] }>;

export type Collection<Item extends { readonly id: string }> = {
  all(): readonly Item[];
  get(id: string): Item | undefined;
  /** Changes the list; changes that come at once are made one after the other. The old list stays when it cannot be written. */
  change<Value>(make: (items: readonly Item[]) => { readonly items: readonly Item[]; readonly value: Value }): Promise<Value>;
};

/** `onChanged` is told after the list is stored. */
export function createCollection<Item extends { readonly id: string }>(
  document: CollectionDocument<Item>,
  onChanged: (items: readonly Item[], before: readonly Item[]) => void,
): Collection<Item> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    all: () => document.get().items,
    get: (id) => document.get().items.find((item) => item.id === id),
    change(make) {
      const turn = last.then(async () => {
        const before = document.get().items;
        const { items, value } = make(before);
        if (items === before) return value;
        await document.set({ items: [...items] });
        onChanged(items, before);
        return value;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
