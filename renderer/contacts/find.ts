/**
 * Finding contacts as one types: by parts of names, organizations and numbers. Everything is folded once for each
 * contact, however often is searched.
 * @module
 */
import type { Contact } from '../../src/domain/contact.ts';
import { foldText } from '../../src/domain/search-text.ts';

type Sought = { readonly words: string; readonly digits: readonly string[] };

const sought = new WeakMap<Contact, Sought>();

function soughtIn(contact: Contact): Sought {
  const known = sought.get(contact);
  if (known !== undefined) return known;
  const { name, organization, addresses } = contact;
  const names = addresses.filter(({ address }) => !/\d/.test(address)).map(({ address }) => address);
  const made = {
    words: ` ${foldText([name, organization ?? '', ...names].join(' '))}`,
    digits: addresses.map(({ address }) => address.replace(/\D/g, '')),
  };
  sought.set(contact, made);
  return made;
}

/** What is looked for, taken apart once. */
type Quest = { readonly words: string; readonly digits: string };

export function questOf(query: string): Quest {
  const digits = /^[+\d\s().\-/]*$/.test(query) ? query.replace(/\D/g, '') : '';
  // In most countries a national number begins with a 0 that goes away behind the country code.
  return { words: foldText(query.trim()), digits: query.trim().startsWith('+') ? digits : digits.replace(/^0+/, '') };
}

/** How well a contact fits: 0 not at all, 3 its name or a word of it begins like that. */
function fitness(contact: Contact, { words, digits }: Quest): 0 | 1 | 2 | 3 {
  const own = soughtIn(contact);
  if (words !== '' && own.words.startsWith(` ${words}`)) return 3;
  if (words !== '' && own.words.includes(` ${words}`)) return 2;
  const isNumber = digits.length >= 2 && own.digits.some((address) => address.includes(digits));
  return isNumber || (words.length >= 2 && own.words.includes(words)) ? 1 : 0;
}

/** The contacts that fit, in the order they come. */
export function findContacts(contacts: readonly Contact[], query: string): readonly Contact[] {
  const quest = questOf(query);
  return quest.words === '' ? contacts : contacts.filter((contact) => fitness(contact, quest) > 0);
}

export type Suggestion = { readonly contact: Contact; readonly address: string; readonly label: string | undefined };

/** To whom a text may be meant: the best contacts first, each with those of its addresses that can be texted. */
export function suggestRecipients(
  contacts: readonly Contact[],
  query: string,
  { most, canText }: { readonly most: number; readonly canText: (address: string) => boolean },
): readonly Suggestion[] {
  const quest = questOf(query);
  if (quest.words === '') return [];
  const ranked: Contact[][] = [[], [], [], []];
  for (const contact of contacts) ranked[fitness(contact, quest)]?.push(contact);
  const suggestions: Suggestion[] = [];
  for (const contact of [...(ranked[3] ?? []), ...(ranked[2] ?? []), ...(ranked[1] ?? [])]) {
    for (const { address, label } of contact.addresses) {
      if (suggestions.length >= most) return suggestions;
      if (canText(address)) suggestions.push({ contact, address, label });
    }
  }
  return suggestions;
}
