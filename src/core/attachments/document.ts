/**
 * What is remembered of attachments from one run to the next. Which of them wait is in their messages; this says where to
 * look for them.
 * @module
 */
import { z } from 'zod';
import type { Document } from '../ports.ts';

export const attachmentsDocumentSchema = z.object({
  /** No message up to this sequence has an attachment that waits, but for those in `again`; null: nothing was looked at yet. */
  upTo: z.number().int().nullable(),
  /** Messages of before whose attachments the user wanted again. */
  again: z.array(z.string()),
  /** Whether the last run ended in order: then no file was left that belongs to no message. */
  closed: z.boolean(),
});
export type AttachmentsDocument = Document<z.infer<typeof attachmentsDocumentSchema>>;

export const noAttachments: z.infer<typeof attachmentsDocumentSchema> = { upTo: null, again: [], closed: false };
