/**
 * A contact: whom one or more addresses belong to.
 * @module
 */
import { z } from 'zod';
import { instantSchema } from './time.ts';

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

/** Whose address it is, by address. Of two contacts with one address the one changed last has it. */
export function contactsByAddress(contacts: readonly Contact[]): ReadonlyMap<string, Contact> {
  const byAddress = new Map<string, Contact>();
  const oldestFirst = contacts.toSorted((one, other) => one.updatedAt.localeCompare(other.updatedAt));
  for (const contact of oldestFirst) for (const { address } of contact.addresses) byAddress.set(address, contact);
  return byAddress;
}
