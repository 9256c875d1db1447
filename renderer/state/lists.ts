/**
 * The window's copies of the lists the core keeps: contacts, templates, rules, scheduled texts, jobs.
 * @module
 */
import type { Change } from '../../src/contract/state.ts';
import { type Contact, contactsAfter, contactsByAddress } from '../../src/domain/contact.ts';
import { assertNever } from '../../src/domain/result.ts';
import type { WindowState } from './model.ts';

type ListKind = 'contacts' | 'templates' | 'rules' | 'scheduled' | 'jobs' | 'lane-counts';
export type ListChange = Extract<Change, { kind: ListKind }>;

/** What changes in the window's state with a list. */
export function listsAfter(state: Pick<WindowState, 'contacts'>, change: ListChange): Partial<WindowState> {
  switch (change.kind) {
    case 'contacts':
      return keepContacts(contactsAfter(state.contacts, change));
    case 'templates':
      return { templates: change.templates };
    case 'rules':
      return { rules: change.rules };
    case 'scheduled':
      return { scheduled: change.scheduled };
    case 'jobs':
      return { jobs: change.jobs };
    case 'lane-counts':
      return { laneCounts: change.laneCounts };
    default:
      return assertNever(change);
  }
}

/** The contacts, with the way from an address to its contact. */
export function keepContacts(contacts: readonly Contact[]): Pick<WindowState, 'contacts' | 'contactsByAddress'> {
  return { contacts, contactsByAddress: contactsByAddress(contacts) };
}
