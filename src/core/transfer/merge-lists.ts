/**
 * Puts what an archive has of a list into the list here. What is here already stays as it is.
 * @module
 */
import type { Contact } from '../../domain/contact.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Template } from '../../domain/template.ts';
import type { Collection } from '../collection.ts';

type Listed = { readonly id: string };

/**
 * Adds what is new, until the list has `most`; answers how many that were.
 * @param sameness what two items have in common that are the same, whatever their ids are
 */
export async function mergeInto<Item extends Listed>(
  collection: Collection<Item>,
  items: readonly Item[],
  sameness: (item: Item) => string,
  most: number,
): Promise<number> {
  if (items.length === 0) return 0;
  return collection.change((present) => {
    const ids = new Set(present.map(({ id }) => id));
    const known = new Set(present.map(sameness));
    const added: Item[] = [];
    for (const item of items) {
      const same = sameness(item);
      if (ids.has(item.id) || known.has(same) || present.length + added.length >= most) continue;
      ids.add(item.id);
      known.add(same);
      added.push(item);
    }
    return { items: added.length === 0 ? present : [...present, ...added], value: added.length };
  });
}

/** One name with the same addresses is one person. */
export function contactSameness({ name, addresses }: Contact): string {
  return JSON.stringify([name, ...addresses.map(({ address }) => address).toSorted()]);
}

export function templateSameness({ title, body }: Template): string {
  return JSON.stringify([title, body]);
}

export function ruleSameness({ name, condition, actions }: Rule): string {
  return JSON.stringify([name, condition, actions]);
}
