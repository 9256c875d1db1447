/**
 * The contract's `contacts.*`.
 * @module
 */
import { refuse } from '../../contract/errors.ts';
import type { ParsedInput } from '../../contract/methods.ts';
import type { Contact } from '../../domain/contact.ts';
import { duplicatesAmong, mergedOf, mostContacts } from '../../domain/contact-book.ts';
import { addressFrom } from '../../domain/peer.ts';
import { ok } from '../../domain/result.ts';
import { visible } from '../../domain/visible.ts';
import type { Ground, Part } from '../ground.ts';
import type { ContactCards } from '../ports.ts';
import { createContactChanges } from './changes.ts';
import { createContactFiles } from './files.ts';

type ContactMethods =
  | 'contacts.create'
  | 'contacts.update'
  | 'contacts.remove'
  | 'contacts.merge'
  | 'contacts.duplicates'
  | 'contacts.conversations'
  | 'contacts.undo'
  | 'contacts.check'
  | 'contacts.import'
  | 'contacts.export';

type Dependencies = Ground & { readonly cards: ContactCards };

export function createContacts(dependencies: Dependencies): Part<ContactMethods> {
  const { lists, lines, messages, names, random, clock } = dependencies;
  const { contacts } = lists;
  const changes = createContactChanges({ lists, random });
  const now = (): string => new Date(clock.now()).toISOString();

  /** As a conversation has it where there is one: a peer may be written in a way that nobody would type. */
  const addressOf = (text: string): string => {
    if (visible(text) === '') return '';
    const isPeer = lines.all().some(({ id }) => messages.conversation(messages.conversationId(id, text)) !== undefined);
    return isPeer ? text : addressFrom(text, names.region()).slice(0, 64);
  };

  /** In one spelling, each once. */
  const addressesOf = (written: Contact['addresses']): Contact['addresses'] => {
    const known = new Map<string, Contact['addresses'][number]>();
    for (const { address: text, label } of written) {
      const address = addressOf(text);
      if (address !== '' && !known.has(address)) known.set(address, { address, ...(label && { label }) });
    }
    return [...known.values()];
  };
  const noAddress = () => refuse('invalid-input', { fields: { 'addresses.0.address': 'Enter a number.' } });

  const contactFrom = (
    input: Omit<ParsedInput<'contacts.create'>, 'addresses'> & Pick<Contact, 'addresses' | 'id' | 'createdAt'>,
  ): Contact => {
    const { id, name, organization, note, addresses, zone, createdAt } = input;
    const optional = { ...(organization && { organization }), ...(zone && { zone }) };
    return { id, name, ...optional, note, addresses, createdAt, updatedAt: now() };
  };

  return {
    handlers: {
      'contacts.create': async (input) => {
        const addresses = addressesOf(input.addresses);
        if (addresses.length === 0) return noAddress();
        if (contacts.all().length >= mostContacts) return refuse('too-many-contacts');
        const contact = contactFrom({ ...input, addresses, id: `contact_${random.token(9)}`, createdAt: now() });
        await changes.make({ put: [contact], out: [] });
        return ok(contact);
      },
      'contacts.update': async ({ id, ...input }) => {
        const present = contacts.get(id);
        if (present === undefined) return refuse('not-found');
        const addresses = input.addresses === undefined ? present.addresses : addressesOf(input.addresses);
        if (addresses.length === 0 && present.addresses.length > 0) return noAddress();
        const named = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
        const contact = contactFrom({ ...present, ...named, addresses });
        await changes.make({ put: [contact], out: [] });
        return ok(contact);
      },
      'contacts.remove': async ({ ids }) => {
        const present = new Set(contacts.all().map(({ id }) => id));
        const out = [...new Set(ids)].filter((id) => present.has(id));
        if (out.length === 0) return refuse('not-found');
        return ok({ removed: out.length, undo: await changes.make({ put: [], out }) });
      },
      'contacts.merge': async ({ ids }) => {
        const [main, ...others] = [...new Set(ids)].flatMap((id) => contacts.get(id) ?? []);
        if (main === undefined || others.length === 0) return refuse('not-found');
        const contact = mergedOf([main, ...others], now());
        return ok({ contact, undo: await changes.make({ put: [contact], out: others.map(({ id }) => id) }) });
      },
      'contacts.duplicates': async () =>
        ok({ groups: duplicatesAmong(contacts.all()).map(({ reason, contacts: alike }) => ({ reason, ids: alike.map(({ id }) => id) })) }),
      'contacts.conversations': async ({ id }) => {
        const contact = contacts.get(id);
        if (contact === undefined) return refuse('not-found');
        const ids = contact.addresses.flatMap(({ address }) => lines.all().map((line) => messages.conversationId(line.id, address)));
        const items = ids.flatMap((conversationId) => messages.conversation(conversationId) ?? []);
        return ok({ items: items.sort((one, other) => other.lastSequence - one.lastSequence) });
      },
      'contacts.undo': async ({ undo }) => {
        const changed = await changes.takeBack(undo);
        return changed === undefined ? refuse('not-found') : ok({ changed });
      },
      ...createContactFiles({ ...dependencies, changes, now }),
    },
  };
}
