/**
 * A contact: whom one or more addresses belong to.
 * @module
 */
import { z } from 'zod';
import { formatAddress } from './peer.ts';
import { instantSchema } from './time.ts';
import { visible } from './visible.ts';

export const contactAddressSchema = z.object({
  /** As a conversation's peer: normalized (E.164, short code or alphanumeric name). */
  address: z.string().min(1).max(64),
  /** What kind it is, e.g. `mobile`. */
  label: z.string().max(40).optional(),
});

export const contactSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1).max(120),
  organization: z.string().max(120).optional(),
  note: z.string().max(4_000).default(''),
  addresses: z.array(contactAddressSchema).max(50),
  /** IANA zone, where the user set one; otherwise it is guessed from the number. */
  zone: z.string().max(60).optional(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Contact = Readonly<z.infer<typeof contactSchema>>;

/** A list of contacts after some were added or changed and others taken away. */
export function contactsAfter(
  contacts: readonly Contact[],
  { changed, removed }: { readonly changed: readonly Contact[]; readonly removed: readonly string[] },
): readonly Contact[] {
  const gone = new Set([...removed, ...changed.map(({ id }) => id)]);
  return [...contacts.filter(({ id }) => !gone.has(id)), ...changed];
}

/** Whose address it is, by address. Of two contacts with one address the one changed last has it. */
export function contactsByAddress(contacts: readonly Contact[]): ReadonlyMap<string, Contact> {
  const byAddress = new Map<string, Contact>();
  for (const contact of contacts) {
    for (const { address } of contact.addresses) {
      const other = byAddress.get(address);
      if (other === undefined || other.updatedAt <= contact.updatedAt) byAddress.set(address, contact);
    }
  }
  return byAddress;
}

/**
 * What an address is called: its contact's name, else the address as people of `region` write it. Nothing invisible is in
 * it, so that no name can pass for another.
 */
export function nameFor(address: string, contact: Contact | undefined, region: string): string {
  const name = visible(contact?.name ?? '');
  return name === '' ? formatAddress(address, region) : name;
}
