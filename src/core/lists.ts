/**
 * The lists the user keeps: contacts, templates, rules, scheduled texts. Each change is announced.
 * @module
 */
import type { Snapshot } from '../contract/state.ts';
import { type Contact, contactsByAddress } from '../domain/contact.ts';
import type { Rule } from '../domain/rule.ts';
import type { Scheduled } from '../domain/scheduled.ts';
import type { Template } from '../domain/template.ts';
import { type Collection, type CollectionDocument, createCollection } from './collection.ts';
import type { Announcer } from './state.ts';

export type ListDocuments = {
  readonly contacts: CollectionDocument<Contact>;
  readonly templates: CollectionDocument<Template>;
  readonly rules: CollectionDocument<Rule>;
  readonly scheduled: CollectionDocument<Scheduled>;
};

export type Lists = {
  readonly contacts: Collection<Contact>;
  readonly templates: Collection<Template>;
  readonly rules: Collection<Rule>;
  readonly scheduled: Collection<Scheduled>;
  /** Whose address it is. */
  contactOf(address: string): Contact | undefined;
  snapshot(): Pick<Snapshot, 'contacts' | 'templates' | 'rules' | 'scheduled'>;
};

type Dependencies = { readonly documents: ListDocuments; readonly announcer: Announcer; readonly onContacts: () => void };

export function createLists({ documents, announcer, onContacts }: Dependencies): Lists {
  let byAddress = contactsByAddress(documents.contacts.get().items);

  const onContactsChanged = (items: readonly Contact[], before: readonly Contact[]): void => {
    byAddress = contactsByAddress(items);
    const [old, present] = [new Set(before), new Set(items.map(({ id }) => id))];
    const changed = items.filter((contact) => !old.has(contact));
    const removed = before.filter(({ id }) => !present.has(id)).map(({ id }) => id);
    announcer.change({ kind: 'contacts', changed, removed });
    onContacts();
  };

  const contacts = createCollection(documents.contacts, onContactsChanged);
  const templates = createCollection(documents.templates, (items) => announcer.change({ kind: 'templates', templates: [...items] }));
  const rules = createCollection(documents.rules, (items) => announcer.change({ kind: 'rules', rules: [...items] }));
  const scheduled = createCollection(documents.scheduled, (items) => announcer.change({ kind: 'scheduled', scheduled: [...items] }));

  return {
    contacts,
    templates,
    rules,
    scheduled,
    contactOf: (address) => byAddress.get(address),
    snapshot: () => ({
      contacts: [...contacts.all()],
      templates: [...templates.all()],
      rules: [...rules.all()],
      scheduled: [...scheduled.all()],
    }),
  };
}
