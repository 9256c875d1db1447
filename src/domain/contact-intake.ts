/**
 * Taking in the contacts of a file, so that nobody is there twice.
 * @module
 */
import type { Contact } from './contact.ts';
import { type ContactDraft, mostContacts, nameKey, withAddresses, withNote } from './contact-book.ts';

/** People of one name with one number that are looked at for a card. */
const mostLookedAt = 50;

/** What is known with what a card adds to it; the same object when it adds nothing. */
function completedBy(known: ContactDraft, card: ContactDraft): ContactDraft {
  const organization = known.organization ?? card.organization;
  const addresses = withAddresses(known.addresses, card.addresses);
  const note = withNote(known.note, card.note);
  if (addresses === known.addresses && note === known.note && organization === known.organization) return known;
  return { ...known, addresses, note, ...(organization !== undefined && { organization }) };
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

  /** Those of that name who have one of the numbers, with how many they have. */
  const sharing = (draft: ContactDraft): ReadonlyMap<Entry, number> => {
    const key = nameKey(draft.name);
    const shared = new Map<Entry, number>();
    for (const { address } of draft.addresses) {
      const there = (byAddress.get(address) ?? []).slice(0, mostLookedAt);
      for (const entry of there) if (entry.key === key) shared.set(entry, (shared.get(entry) ?? 0) + 1);
    }
    return shared;
  };

  /** Whoever the card says nothing new of, else whoever has most of its numbers. */
  const find = (draft: ContactDraft): Entry | undefined => {
    const shared = sharing(draft);
    const known = [...shared.keys()].find((entry) => completedBy(entry.draft, draft) === entry.draft);
    if (known !== undefined) return known;
    const most = Math.max(...shared.values());
    return [...shared].find(([, count]) => count === most)?.[0];
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
      entry.draft = completedBy(before, draft);
      if (entry.draft === before) return 'known';
      for (const { address } of entry.draft.addresses.slice(before.addresses.length)) index(entry, address);
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
