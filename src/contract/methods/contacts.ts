/**
 * `contacts.*`: who is who. All of them are in the snapshot; these change them, and take them in and out as files.
 * @module
 */
import { z } from 'zod';
import { contactAddressSchema, contactSchema } from '../../domain/contact.ts';
import { mostContacts } from '../../domain/contact-book.ts';
import { conversationSchema } from '../../domain/conversation.ts';
import { contactReportSchema } from '../contact-import.ts';
import { chosenFileSchema, fileIdSchema } from '../files.ts';
import { id, method, nothing } from './method.ts';

const { name, organization, note, zone } = contactSchema.shape;

/** Numbers as people write them; the core keeps them as E.164 where it can. */
const addresses = z.array(contactAddressSchema).min(1).max(50);
const ids = z.array(z.string().min(1).max(200));

/** What to call to have it as it was; for as long as the app runs. */
const undo = z.string();

const fromFile = z.object({
  fileId: fileIdSchema,
  /** Country of numbers written without one; not given: the user's own. */
  region: z
    .string()
    .regex(/^([A-Z]{2})?$/)
    .optional(),
});

export const contactsMethods = {
  'contacts.create': method(z.object({ name, organization: organization, note, addresses, zone }), contactSchema),
  /** Only what is named changes; '' takes away an organization or a zone. */
  'contacts.update': method(
    id.extend({ name: name.optional(), organization, note: note.unwrap().optional(), addresses: addresses.optional(), zone }),
    contactSchema,
  ),
  'contacts.remove': method(z.object({ ids: ids.min(1).max(mostContacts) }), z.object({ removed: z.number().int(), undo })),
  /** Makes one of several; the first gives the name. */
  'contacts.merge': method(z.object({ ids: ids.min(2).max(100) }), z.object({ contact: contactSchema, undo })),
  /** Contacts that may be one person: they share a number or a name. */
  'contacts.duplicates': method(
    nothing,
    z.object({ groups: z.array(z.object({ reason: z.enum(['number', 'name']), ids: z.array(z.string()) })) }),
  ),
  /** The conversations with somebody, on every line, newest first. */
  'contacts.conversations': method(id, z.object({ items: z.array(conversationSchema) })),
  'contacts.undo': method(z.object({ undo }), z.object({ changed: z.number().int() })),
  /** What an import would do; changes nothing. */
  'contacts.check': method(fromFile, contactReportSchema),
  /** Answers when it is over; a job shows how far it is and can stop it, and then nothing was imported. */
  'contacts.import': method(fromFile, z.object({ report: contactReportSchema, undo: undo.nullable() })),
  /** A vCard file of these contacts, or of all. */
  'contacts.export': method(z.object({ ids: ids.max(mostContacts).optional() }), chosenFileSchema),
} as const;
