/**
 * A conversation: all messages with one peer on one line.
 * @module
 */
import { z } from 'zod';
import { directionSchema, messageStatusSchema } from './message.ts';
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
});
export type ConversationFlags = Readonly<z.infer<typeof conversationFlagsSchema>>;

export const noFlags: ConversationFlags = { readUpTo: -1, muted: false, archived: false, pinned: false, optOut: null, draft: '' };

export const lastMessageSchema = z.object({
  id: z.string(),
  direction: directionSchema,
  /** The first 160 UTF-16 units of the body at most. */
  body: z.string(),
  mediaCount: z.number().int(),
  at: instantSchema,
  status: messageStatusSchema,
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
