/**
 * `search.*`
 * @module
 */
import { z } from 'zod';
import { conversationSchema } from '../../domain/conversation.ts';
import { messageSchema } from '../../domain/message.ts';
import { limit, method } from './method.ts';

export const searchMethods = {
  /** Parts of texts, numbers and line labels; newest first. `complete` is false when the time was up before all was read. */
  'search.query': method(
    z.object({ query: z.string().trim().min(1).max(200), limit: limit(100, 30) }),
    z.object({ conversations: z.array(conversationSchema), messages: z.array(messageSchema), complete: z.boolean() }),
  ),
} as const;
