/**
 * `conversations.*`: lists of conversations and what the user sets on them.
 * @module
 */
import { z } from 'zod';
import { conversationSchema } from '../../domain/conversation.ts';
import { laneSchema } from '../../domain/lane.ts';
import { notificationContentSchema } from '../../domain/settings.ts';
import { tagSchema } from '../../domain/tag.ts';
import { instantSchema } from '../../domain/time.ts';
import { id, limit, method } from './method.ts';

export const conversationsMethods = {
  'conversations.list': method(
    z.object({
      lineId: z.string().optional(),
      archived: z.boolean().optional(),
      lane: laneSchema.optional(),
      cursor: z.string().optional(),
      limit: limit(200, 50),
    }),
    z.object({ items: z.array(conversationSchema), nextCursor: z.string().nullable() }),
  ),
  'conversations.get': method(id, conversationSchema),
  'conversations.update': method(
    id.extend({
      muted: z.boolean().optional(),
      archived: z.boolean().optional(),
      pinned: z.boolean().optional(),
      draft: z.string().max(20_000).optional(),
      /** Deliberately text a peer again who opted out. */
      optOut: z.null().optional(),
      blocked: z.boolean().optional(),
      /** With `muted`: until then; `null`: until the user says so. */
      mutedUntil: instantSchema.nullable().optional(),
      tags: z.array(tagSchema).max(20).optional(),
      known: z.boolean().optional(),
      noticeContent: notificationContentSchema.nullable().optional(),
    }),
    conversationSchema,
  ),
  'conversations.markRead': method(id.extend({ read: z.boolean().default(true) }), conversationSchema),
} as const;
