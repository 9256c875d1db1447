/**
 * What is done with contacts beyond one: finding those that stand for one person, making one of several, and taking in
 * those of a file so that nobody is there twice.
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
const nameKey = (name: string): string =>
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
  for (const index of contacts.keys()) groups.set(root(index), [...(groups.get(root(index)) ?? []), index]);
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
function withAddresses(present: Addresses, more: Addresses): Addresses {
  const known = new Set(present.map(({ address }) => address));
  const added = more.filter(({ address }) => !known.has(address));
  return added.length === 0 ? present : [...present, ...added].slice(0, mostAddresses);
}

/** Both notes, unless the one says the other already. */
function withNote(present: string, more: string): string {
  if (more === '' || present.includes(more)) return present;
  return (present === '' ? more : `${present}\n${more}`).slice(0, longestNote);
}

export type Intake = {
  /** Says what becomes of one card. */
  take(draft: ContactDraft): 'added' | 'completed' | 'known' | 'too-many';
  /** Contacts that are not there yet. */
  added(): readonly ContactDraft[];
  /** Contacts that are there, as they will be. */
  completed(): readonly Contact[];
};

/**
 * Takes in cards one after the other. A card is somebody who is there already when name and one number are the same: it
 * completes them. The same name with other numbers may be somebody else, and stays apart.
 */
export function createIntake(present: readonly Contact[], at: string): Intake {
  type Entry = { readonly key: string; draft: ContactDraft; readonly contact: Contact | undefined; isChanged: boolean };
  const byAddress = new Map<string, Entry[]>();
  const entries: Entry[] = [];
  const enter = (entry: Entry): void => {
    entries.push(entry);
    for (const { address } of entry.draft.addresses) index(entry, address);
  };
  const index = (entry: Entry, address: string): void => {
    const there = byAddress.get(address);
    if (there === undefined) byAddress.set(address, [entry]);
    else there.push(entry);
  };
  for (const contact of present) enter({ key: nameKey(contact.name), draft: contact, contact, isChanged: false });

  const find = ({ name, addresses }: ContactDraft): Entry | undefined => {
    const key = nameKey(name);
    for (const { address } of addresses) {
      const entry = byAddress.get(address)?.find((candidate) => candidate.key === key);
      if (entry !== undefined) return entry;
    }
    return undefined;
  };

  return {
    take(draft) {
      const entry = find(draft);
      if (entry === undefined) {
        if (entries.length >= mostContacts) return 'too-many';
        enter({ key: nameKey(draft.name), draft, contact: undefined, isChanged: false });
        return 'added';
      }
      const before = entry.draft;
      const organization = before.organization ?? draft.organization;
      const addresses = withAddresses(before.addresses, draft.addresses);
      const note = withNote(before.note, draft.note);
      if (addresses === before.addresses && note === before.note && organization === before.organization) return 'known';
      for (const { address } of addresses.slice(before.addresses.length)) index(entry, address);
      entry.draft = { ...before, addresses, note, ...(organization !== undefined && { organization }) };
      entry.isChanged = true;
      return 'completed';
    },
    added: () => entries.filter(({ contact }) => contact === undefined).map(({ draft }) => draft),
    completed: () =>
      entries.flatMap(({ contact, draft, isChanged }) =>
        contact !== undefined && isChanged ? { ...contact, ...draft, updatedAt: at } : [],
      ),
  };
}
