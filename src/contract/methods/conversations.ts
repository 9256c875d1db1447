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
import { id, limit, method, nothing } from './method.ts';

/** What can be set on many conversations in one step. What is not given stays as it is. */
export const conversationChangesSchema = z.object({
  archived: z.boolean().optional(),
  pinned: z.boolean().optional(),
  muted: z.boolean().optional(),
  /** With `muted`: until then; `null`: until the user says so. */
  mutedUntil: instantSchema.nullable().optional(),
  blocked: z.boolean().optional(),
  known: z.boolean().optional(),
  addTags: z.array(tagSchema).max(20).optional(),
  removeTags: z.array(tagSchema).max(20).optional(),
  /** True: all is read; false: their last text is not. */
  read: z.boolean().optional(),
});
export type ConversationChanges = Readonly<z.infer<typeof conversationChangesSchema>>;

/** What was set on a conversation before a change: exactly that is put back by `conversations.restore`. */
export const conversationBeforeSchema = z.object({
  id: z.string(),
  flags: z.object({
    archived: z.boolean().optional(),
    pinned: z.boolean().optional(),
    muted: z.boolean().optional(),
    mutedUntil: instantSchema.nullable().optional(),
    blocked: z.boolean().optional(),
    known: z.boolean().optional(),
    tags: z.array(tagSchema).max(20).optional(),
    readUpTo: z.number().int().optional(),
  }),
});
export type ConversationBefore = Readonly<z.infer<typeof conversationBeforeSchema>>;

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
      notifyAlways: z.boolean().optional(),
    }),
    conversationSchema,
  ),
  /** The same for many: for those that are named, or for all that are in a lane now. Answers what was set before, of what it changed. */
  'conversations.updateMany': method(
    z.object({
      of: z.union([z.object({ ids: z.array(z.string().max(200)).max(1_000) }), z.object({ lane: laneSchema })]),
      changes: conversationChangesSchema,
    }),
    z.object({ before: z.array(conversationBeforeSchema) }),
  ),
  /** Takes changes back. */
  'conversations.restore': method(z.object({ before: z.array(conversationBeforeSchema).max(1_000) }), nothing),
  'conversations.markRead': method(id.extend({ read: z.boolean().default(true) }), conversationSchema),
} as const;
