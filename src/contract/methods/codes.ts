/**
 * `codes.*`: one-time codes, copied.
 * @module
 */
import { z } from 'zod';
import { instantSchema } from '../../domain/time.ts';
import { method, nothing } from './method.ts';

const messageId = z.object({ messageId: z.string().min(1).max(200) });

export const foundCodeSchema = z.object({
  messageId: z.string(),
  conversationId: z.string(),
  /** As it is to be typed. */
  code: z.string(),
  peer: z.string(),
  at: instantSchema,
  /** The site it is bound to, where the text says so. */
  domain: z.string().optional(),
});
export type LatestCode = Readonly<z.infer<typeof foundCodeSchema>>;

export const codesMethods = {
  /** The newest code that may still be wanted; `null`: none came lately. */
  'codes.latest': method(nothing, z.object({ code: foundCodeSchema.nullable() })),
  /**
   * Copies a message's code, and nothing but the code. `copied` is false where the host has no clipboard: whoever asked
   * has to put `code` there. `clearsAt`: when it is taken out again, if it is still there.
   */
  'codes.copy': method(messageId, z.object({ code: z.string(), copied: z.boolean(), clearsAt: instantSchema.nullable() })),
  /** What was copied stays in the clipboard. */
  'codes.keep': method(nothing, nothing),
} as const;
