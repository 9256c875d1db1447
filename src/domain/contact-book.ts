/**
 * What is done with contacts beyond one: finding those that stand for one person, and making one of several.
 * @module
 */
import type { Contact } from './contact.ts';
import { foldText } from './search-text.ts';

/** More would make every window slow. */
export const mostContacts = 50_000;
/** Numbers of one contact, as its schema has it. */
const mostAddresses = 50;
const longestNote = 4_000;

export type ContactDraft = Pick<Contact, 'name' | 'organization' | 'note' | 'addresses'>;

/** Contacts that may be one person, and why. */
export type DuplicateGroup = { readonly reason: 'number' | 'name'; readonly contacts: readonly Contact[] };

/** One spelling for one name. */
export const nameKey = (name: string): string =>
  foldText(name)
    .replace(/[\s.,]+/g, ' ')
    .trim();

/** Those that share a number, and those of the same name, chained together: each contact is in one group at most. */
export function duplicatesAmong(contacts: readonly Contact[]): readonly DuplicateGroup[] {
  const parent = contacts.map((_, index) => index);
  const root = (index: number): number => {
    let top = index;
    while (parent[top] !== top) {
      parent[top] = parent[parent[top] ?? top] ?? top;
      top = parent[top] ?? top;
    }
    return top;
  };
  const first = new Map<string, number>();
  const sharing = new Set<number>();
  const meet = (key: string, index: number, shares: boolean): void => {
    const other = first.get(key);
    if (other === undefined) first.set(key, index);
    else if (other !== index) {
      parent[root(index)] = root(other);
      if (shares) sharing.add(index);
    }
  };
  for (const [index, { name, addresses }] of contacts.entries()) {
    meet(`name ${nameKey(name)}`, index, false);
    for (const { address } of addresses) meet(`address ${address}`, index, true);
  }
  const groups = new Map<number, number[]>();
  for (const index of contacts.keys()) {
    const members = groups.get(root(index));
    if (members === undefined) groups.set(root(index), [index]);
    else members.push(index);
  }
  return [...groups.values()]
    .filter((members) => members.length > 1)
    .map((members) => ({
      reason: members.some((index) => sharing.has(index)) ? 'number' : 'name',
      contacts: members.flatMap((index) => contacts[index] ?? []),
    }));
}

/** One contact that says what all of them say. The first of them gives the name, and whatever there can be only one of. */
export function mergedOf(contacts: readonly [Contact, ...Contact[]], at: string): Contact {
  const [main] = contacts;
  const organization = contacts.find((contact) => contact.organization !== undefined)?.organization;
  const zone = contacts.find((contact) => contact.zone !== undefined)?.zone;
  return {
    id: main.id,
    name: main.name,
    ...(organization !== undefined && { organization }),
    note: contacts.map(({ note }) => note).reduce(withNote, ''),
    addresses: contacts.map(({ addresses }) => addresses).reduce(withAddresses),
    ...(zone !== undefined && { zone }),
    createdAt: contacts.map(({ createdAt }) => createdAt).reduce((one, other) => (other < one ? other : one)),
    updatedAt: at,
  };
}

type Addresses = Contact['addresses'];

/** All of both, each once. */
export function withAddresses(present: Addresses, more: Addresses): Addresses {
  const known = new Set(present.map(({ address }) => address));
  const added = more.filter(({ address }) => !known.has(address)).slice(0, Math.max(0, mostAddresses - present.length));
  return added.length === 0 ? present : [...present, ...added];
}

/** Both notes, unless the one says the other already. */
export function withNote(present: string, more: string): string {
  if (more === '' || present.includes(more)) return present;
  const both = (present === '' ? more : `${present}\n${more}`).slice(0, longestNote);
  return both === present ? present : both;
}
