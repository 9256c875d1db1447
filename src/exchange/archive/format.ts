/**
 * The form of an archive: lines of JSON, described in docs/archive-format.md.
 * @module
 */
import { z } from 'zod';
import { contactSchema } from '../../domain/contact.ts';
import { conversationFlagsSchema } from '../../domain/conversation.ts';
import { deliverySchema } from '../../domain/delivery.ts';
import { lineSchema } from '../../domain/line.ts';
import { mediaSchema, messageSchema } from '../../domain/message.ts';
import { ruleSchema } from '../../domain/rule.ts';
import { templateSchema } from '../../domain/template.ts';
import { instantSchema } from '../../domain/time.ts';

/** Higher for archives that this one could not read. */
export const archiveVersion = 1;
/** The longest line that is read, in bytes. */
export const longestLine = 8 * 1024 * 1024;
/** Bytes of an attachment in one line. */
export const bytesALine = 192 * 1024;

export const headSchema = z.object({
  kind: z.literal('texttray-archive'),
  version: z.number().int().min(1),
  madeAt: instantSchema,
  by: z.string(),
});

/** An attachment: then come its bytes, then its end. Messages name it by `file`. */
const mediaBeginSchema = z.object({
  kind: z.literal('media'),
  file: z.string().max(200),
  name: mediaSchema.shape.name,
  type: z.string().optional(),
});
const mediaDataSchema = z.object({ kind: z.literal('data'), data: z.base64() });
const mediaEndSchema = z.object({ kind: z.literal('media-end'), bytes: z.number().int().nonnegative() });
const endSchema = z.object({ kind: z.literal('end'), messages: z.number().int().nonnegative() });

const conversationSchema = conversationFlagsSchema.extend({ lineId: z.string(), peer: z.string() });

export const entrySchemas = {
  line: z.object({ kind: z.literal('line'), line: lineSchema }),
  contact: z.object({ kind: z.literal('contact'), contact: contactSchema }),
  template: z.object({ kind: z.literal('template'), template: templateSchema }),
  rule: z.object({ kind: z.literal('rule'), rule: ruleSchema }),
  conversation: z.object({ kind: z.literal('conversation'), conversation: conversationSchema }),
  message: z.object({ kind: z.literal('message'), message: messageSchema }),
  delivery: z.object({ kind: z.literal('delivery'), delivery: deliverySchema }),
  media: mediaBeginSchema,
  data: mediaDataSchema,
  'media-end': mediaEndSchema,
  end: endSchema,
} as const satisfies Record<string, z.ZodType>;

export type WrittenEntry = z.output<(typeof entrySchemas)[keyof typeof entrySchemas]>;

export function isEntryKind(kind: unknown): kind is keyof typeof entrySchemas {
  return typeof kind === 'string' && Object.hasOwn(entrySchemas, kind);
}
