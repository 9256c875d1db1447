/**
 * Puts what an archive has of a list into the list here. What is here already stays as it is.
 * @module
 */
import type { Contact } from '../../domain/contact.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Template } from '../../domain/template.ts';
import type { Collection } from '../collection.ts';

type Listed = { readonly id: string };

/** Adds what is new; answers how many that were. */
export function mergeInto<Item extends Listed>(
  collection: Collection<Item>,
  items: readonly Item[],
  isSame: (one: Item, other: Item) => boolean,
): Promise<number> {
  return collection.change((present) => {
    const added: Item[] = [];
    for (const item of items) {
      const isKnown = [...present, ...added].some((known) => known.id === item.id || isSame(known, item));
      if (!isKnown) added.push(item);
    }
    return { items: added.length === 0 ? present : [...present, ...added], value: added.length };
  });
}

/** One name with one address in common is one person. */
export function isSameContact(one: Contact, other: Contact): boolean {
  if (one.name !== other.name) return false;
  const addresses = new Set(one.addresses.map(({ address }) => address));
  return one.addresses.length === other.addresses.length && other.addresses.every(({ address }) => addresses.has(address));
}

export function isSameTemplate(one: Template, other: Template): boolean {
  return one.title === other.title && one.body === other.body;
}

export function isSameRule(one: Rule, other: Rule): boolean {
  return one.name === other.name && JSON.stringify([one.condition, one.actions]) === JSON.stringify([other.condition, other.actions]);
}
