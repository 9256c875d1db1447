/**
 * Contacts in the order of the list, and the letters they stand under.
 * @module
 */
import type { Contact } from '../../src/domain/contact.ts';
import { foldText } from '../../src/domain/search-text.ts';
import { visible } from '../../src/domain/visible.ts';

const keys = new WeakMap<Contact, string>();

/** What a contact is sorted by: its name as it is compared in searches. */
function keyOf(contact: Contact): string {
  const known = keys.get(contact);
  if (known !== undefined) return known;
  const key = foldText(visible(contact.name));
  keys.set(contact, key);
  return key;
}

/** By name; 50,000 in some ten milliseconds, where Intl's collation takes half a second. */
export function inOrder(contacts: readonly Contact[]): readonly Contact[] {
  return contacts.toSorted((one, other) => {
    const [first, second] = [keyOf(one), keyOf(other)];
    if (first === second) return one.id < other.id ? -1 : 1;
    return first < second ? -1 : 1;
  });
}

/** The heading a contact stands under: its first letter, `#` for digits and signs, `…` where scripts have no alphabet. */
export function letterOf(contact: Contact): string {
  const first = String.fromCodePoint(keyOf(contact).codePointAt(0) ?? 0x23);
  if (!/\p{L}/u.test(first)) return '#';
  return /[\p{Lu}\p{Ll}\p{Script=Hebrew}\p{Script=Arabic}]/u.test(first) ? first.toUpperCase() : '…';
}
