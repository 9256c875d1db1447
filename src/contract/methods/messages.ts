/**
 * `messages.*`: texts, read and sent.
 * @module
 */
import { z } from 'zod';
import { messageSchema } from '../../domain/message.ts';
import { id, limit, method } from './method.ts';

export const messagesMethods = {
  /** Oldest first; `before` is a message id; `nextBefore` asks for the page before this one. */
  'messages.list': method(
    z.object({ conversationId: z.string(), before: z.string().optional(), limit: limit(200, 50) }),
    z.object({ items: z.array(messageSchema), nextBefore: z.string().nullable() }),
  ),
  'messages.get': method(id, messageSchema),
  /** A second call with the same `clientId` is the same message. */
  'messages.send': method(
    z.object({
      lineId: z.string(),
      to: z.string().trim().min(1, 'Enter a number.').max(64),
      body: z.string().max(20_000),
      mediaUrls: z
        .array(z.url({ protocol: /^https?$/, error: 'Enter a whole http(s) address.' }))
        .max(10)
        .optional(),
      clientId: z.string().min(1).max(128),
      /** Text a peer who opted out, deliberately. */
      overrideOptOut: z.boolean().optional(),
      /** For so long it waits here and can be cancelled. */
      undoSeconds: z.number().int().min(0).max(30).optional(),
    }),
    messageSchema,
  ),
  'messages.retry': method(id, messageSchema),
  'messages.cancel': method(id, messageSchema),
  'messages.remove': method(id, id),
} as const;
