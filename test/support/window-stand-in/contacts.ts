/**
 * The made-up core's contacts: kept in memory, changed by the same rules as the real ones.
 * @module
 */
import { refuse } from '../../../src/contract/errors.ts';
import type { Handlers } from '../../../src/contract/methods.ts';
import type { Contact } from '../../../src/domain/contact.ts';
import { duplicatesAmong, mergedOf } from '../../../src/domain/contact-book.ts';
import { addressFrom } from '../../../src/domain/peer.ts';
import { homeRegion } from '../../../src/domain/region.ts';
import { ok } from '../../../src/domain/result.ts';
import type { Standing } from './state.ts';

type ContactHandlers = Pick<Handlers, Extract<keyof Handlers, `contacts.${string}`>>;

export function contactHandlers(standing: Standing): ContactHandlers {
  const { state } = standing;
  const kept = new Map<string, readonly Contact[]>();
  const now = (): string => new Date().toISOString();
  const all = (): readonly Contact[] => state.snapshot.contacts;

  function put(contacts: readonly Contact[], removed: readonly string[]): string {
    const undo = `undo ${kept.size}`;
    kept.set(undo, all());
    const gone = new Set([...removed, ...contacts.map(({ id }) => id)]);
    replace([...all().filter(({ id }) => !gone.has(id)), ...contacts]);
    return undo;
  }

  function replace(contacts: readonly Contact[]): void {
    const present = new Set(contacts.map(({ id }) => id));
    const removed = all().filter(({ id }) => !present.has(id));
    state.snapshot = { ...state.snapshot, contacts: [...contacts] };
    standing.announce([{ kind: 'contacts', changed: [...contacts], removed: removed.map(({ id }) => id) }]);
  }

  function addressesOf(written: Contact['addresses']): Contact['addresses'] {
    const region = homeRegion(state.snapshot.settings.region, state.snapshot.lines);
    return written.map((address) => ({ ...address, address: addressFrom(address.address, region) }));
  }

  return {
    'contacts.create': async (input) => {
      const contact = {
        ...input,
        addresses: addressesOf(input.addresses),
        id: `contact${all().length}${Date.now()}`,
        createdAt: now(),
        updatedAt: now(),
      };
      put([contact], []);
      return ok(contact);
    },
    'contacts.update': async ({ id, addresses, ...changes }) => {
      const present = all().find((contact) => contact.id === id);
      if (!present) return refuse('not-found');
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const contact = { ...present, ...given, ...(addresses && { addresses: addressesOf(addresses) }), updatedAt: now() };
      put([contact], []);
      return ok(contact);
    },
    'contacts.remove': async ({ ids }) => ok({ removed: ids.length, undo: put([], ids) }),
    'contacts.merge': async ({ ids }) => {
      const [main, ...others] = ids.flatMap((id) => all().find((contact) => contact.id === id) ?? []);
      if (!main) return refuse('not-found');
      const contact = mergedOf([main, ...others], now());
      return ok({ contact, undo: put([contact], ids.slice(1)) });
    },
    'contacts.duplicates': async () =>
      ok({ groups: duplicatesAmong(all()).map(({ reason, contacts }) => ({ reason, ids: contacts.map(({ id }) => id) })) }),
    'contacts.conversations': async ({ id }) => {
      const own = new Set(
        all()
          .find((contact) => contact.id === id)
          ?.addresses.map(({ address }) => address),
      );
      return ok({ items: [...state.conversations.values()].filter(({ peer }) => own.has(peer)) });
    },
    'contacts.undo': async ({ undo }) => {
      const before = kept.get(undo);
      if (!before) return refuse('not-found');
      replace(before);
      return ok({ changed: before.length });
    },
    'contacts.check': async () => ok(sampleReport),
    'contacts.import': async () => ok({ report: sampleReport, undo: put([], []) }),
    'contacts.export': async () => ok({ fileId: 'x'.repeat(22), name: 'Texttray contacts.vcf', bytes: 1_234 }),
  };
}

const sampleReport = {
  cards: 128,
  added: 112,
  completed: 6,
  known: 4,
  withoutNumber: 5,
  tooMany: 0,
  withoutCountry: 2,
  region: 'US',
  examples: ['Example One', 'Example Two', 'Example Three'],
  problems: [
    { code: 'bad-number' as const, line: 212, text: 'ask at the desk' },
    { code: 'unterminated' as const, line: 2_040 },
  ],
  problemCount: 2,
};

/** Contacts for the pictures: made-up people with numbers kept for fiction. */
export function sampleContacts(): Contact[] {
  const at = '2026-03-01T12:00:00.000Z';
  const contact = (id: string, name: string, addresses: Contact['addresses'], more: Partial<Contact> = {}): Contact => ({
    id,
    name,
    note: '',
    addresses,
    createdAt: at,
    updatedAt: at,
    ...more,
  });
  const mobile = (address: string) => ({ address, label: 'mobile' });
  return [
    contact('one', 'Example One', [mobile('+12025550143'), { address: '+12025550101', label: 'work' }], {
      organization: 'Example Studio',
      note: 'Prefers the large backdrop.\nRings at “Studio 3”.',
    }),
    contact('two', 'Beispiel Zwei', [mobile('+12025550102')]),
    contact('three', 'Παράδειγμα Τρία', [mobile('+12025550103')]),
    contact('four', 'Example Four', [mobile('+12025550104')]),
    contact('bank', 'Example Bank', [{ address: '72345' }]),
    contact('five', 'Exemple Cinq', [{ address: '+33639980005', label: 'Summer house' }]),
    contact('again', 'Example Four', [{ address: '+12025550105', label: 'home' }]),
  ];
}
