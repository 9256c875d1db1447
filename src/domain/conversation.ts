/**
 * A conversation: all messages with one peer on one line.
 * @module
 */
import { z } from 'zod';
import { directionSchema, messageStatusSchema } from './message.ts';
import { notificationContentSchema } from './settings.ts';
import { tagSchema } from './tag.ts';
import { instantSchema } from './time.ts';

export const optOutSchema = z.object({ keyword: z.string(), at: instantSchema });

/** What the user (or an opt-out) set on a conversation. It is the user's data, not a cache. */
export const conversationFlagsSchema = z.object({
  /** Inbound messages with a greater sequence are unread. */
  readUpTo: z.number().int(),
  muted: z.boolean(),
  archived: z.boolean(),
  pinned: z.boolean(),
  /** The peer asked not to be texted on this line. */
  optOut: optOutSchema.nullable(),
  /** What was typed and not sent. */
  draft: z.string(),
  /** Notifies nothing, counts nowhere, is in no lane but its own. */
  blocked: z.boolean().default(false),
  /** When `muted` ends by itself; `null`: when the user says so. */
  mutedUntil: instantSchema.nullable().default(null),
  tags: z.array(tagSchema).max(20).default([]),
  /** We wrote to them, or the user said that they are no stranger. */
  known: z.boolean().default(false),
  /** How much a notification shows here; `null`: what the line or the settings say. */
  noticeContent: notificationContentSchema.nullable().default(null),
  /** Announced even in quiet hours, and when its line is not. */
  notifyAlways: z.boolean().default(false),
});
export type ConversationFlags = Readonly<z.infer<typeof conversationFlagsSchema>>;

export const noFlags: ConversationFlags = {
  readUpTo: -1,
  muted: false,
  archived: false,
  pinned: false,
  optOut: null,
  draft: '',
  blocked: false,
  mutedUntil: null,
  tags: [],
  known: false,
  noticeContent: null,
  notifyAlways: false,
};

export const lastMessageSchema = z.object({
  id: z.string(),
  direction: directionSchema,
  /** The first 160 UTF-16 units of the body at most. */
  body: z.string(),
  mediaCount: z.number().int(),
  /** The one-time code in it, as it would be copied. */
  code: z.string().optional(),
  at: instantSchema,
  status: messageStatusSchema,
  /** A rule wrote it. */
  automatic: z.boolean().optional(),
});
export type LastMessage = Readonly<z.infer<typeof lastMessageSchema>>;

export const conversationSchema = conversationFlagsSchema.extend({
  id: z.string(),
  lineId: z.string(),
  peer: z.string(),
  /** Messages stored. */
  count: z.number().int(),
  unread: z.number().int(),
  lastMessage: lastMessageSchema.nullable(),
  /** Sequence of the last message: conversations are listed by it, newest first. */
  lastSequence: z.number().int(),
});
export type Conversation = Readonly<z.infer<typeof conversationSchema>>;

export const previewLength = 160;
