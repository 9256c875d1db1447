/**
 * `media.*`: attachments. Their bytes come another way: `GET /media/<file>` in the browser host, `app://` in the shell.
 * @module
 */
import { z } from 'zod';
import { messageSchema } from '../../domain/message.ts';
import { fileIdSchema } from '../files.ts';
import { method } from './method.ts';

/** An attachment by its message and its place in it, from 0. */
const attachment = z.object({ messageId: z.string().min(1).max(200), index: z.number().int().min(0).max(1_000) });

export const attachedContactsSchema = z.object({
  /** The first few people on the card. */
  items: z.array(z.object({ name: z.string(), organization: z.string().optional(), addresses: z.array(z.string()) })),
  /** How many more there are. */
  more: z.number().int(),
});
export type AttachedContacts = z.infer<typeof attachedContactsSchema>;

export const mediaMethods = {
  /** Fetches an attachment (again), also one that was not wanted or is larger than what is fetched by itself. */
  'media.retry': method(attachment, messageSchema),
  /** Who is on a stored contact card. */
  'media.contacts': method(attachment, attachedContactsSchema),
  /** Makes a copy under the sender's name for the user to save, see `bridge.saveFile`. */
  'media.save': method(attachment, z.object({ fileId: fileIdSchema, name: z.string() })),
  /** Asks the system to open a stored attachment of a known type with the program for it. */
  'media.open': method(attachment, z.object({ opened: z.literal(true) })),
} as const;
