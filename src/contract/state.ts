/**
 * The state the window mirrors: one snapshot, then numbered changes. A gap in the numbers asks for a new snapshot.
 * @module
 */
import { z } from 'zod';
import { contactSchema } from '../domain/contact.ts';
import { conversationSchema } from '../domain/conversation.ts';
import { deliverySummarySchema } from '../domain/delivery.ts';
import { messageSchema } from '../domain/message.ts';
import { ruleSchema } from '../domain/rule.ts';
import { scheduledSchema } from '../domain/scheduled.ts';
import { settingsSchema } from '../domain/settings.ts';
import { templateSchema } from '../domain/template.ts';
import { jobSchema } from './jobs.ts';
import { gapViewSchema } from './reachability.ts';
import { lineViewSchema, problemSchema, tunnelStatusSchema } from './views.ts';

const revision = z.number().int().nonnegative();

/** What the shell around the window can do. */
export const hostInfoSchema = z.object({
  kind: z.enum(['electron', 'browser']),
  platform: z.string(),
  version: z.string(),
  /** Whether starting at login can be set here. */
  canStartAtLogin: z.boolean(),
  dataFolder: z.string(),
});
export type HostInfo = Readonly<z.infer<typeof hostInfoSchema>>;

export const totalsSchema = z.object({ messages: z.number().int(), conversations: z.number().int(), unread: z.number().int() });
export type Totals = Readonly<z.infer<typeof totalsSchema>>;

/** How many conversations are in the lanes that are computed, which tags are in use, and where unread texts are. */
export const laneCountsSchema = z.object({
  waiting: z.number().int(),
  codes: z.number().int(),
  unknown: z.number().int(),
  blocked: z.number().int(),
  tags: z.array(z.object({ tag: z.string(), count: z.number().int() })),
  /** Unread texts, without those of muted and blocked conversations. */
  unread: z.object({
    inbox: z.number().int(),
    unknown: z.number().int(),
    archived: z.number().int(),
    /** By line id; a line without unread texts is not named. */
    lines: z.record(z.string(), z.number().int()),
  }),
});
export type LaneCounts = Readonly<z.infer<typeof laneCountsSchema>>;

export const snapshotSchema = z.object({
  revision,
  host: hostInfoSchema,
  /** Removed lines are in it too (with `removedAt`): their conversations can still be read. */
  lines: z.array(lineViewSchema),
  /** The first page of conversations, newest first. */
  conversations: z.object({ items: z.array(conversationSchema), nextCursor: z.string().nullable() }),
  totals: totalsSchema,
  tunnel: tunnelStatusSchema,
  settings: settingsSchema,
  problems: z.array(problemSchema),
  contacts: z.array(contactSchema),
  templates: z.array(templateSchema),
  rules: z.array(ruleSchema),
  /** Texts that wait for their moment, or for the user's decision after it. */
  scheduled: z.array(scheduledSchema),
  jobs: z.array(jobSchema),
  laneCounts: laneCountsSchema,
});
export type Snapshot = Readonly<z.infer<typeof snapshotSchema>>;

export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('line'), line: lineViewSchema }),
  z.object({ kind: z.literal('conversation'), conversation: conversationSchema }),
  z.object({ kind: z.literal('conversation-removed'), id: z.string() }),
  z.object({ kind: z.literal('message'), message: messageSchema }),
  z.object({ kind: z.literal('message-removed'), id: z.string(), conversationId: z.string() }),
  z.object({ kind: z.literal('delivery'), delivery: deliverySummarySchema }),
  z.object({ kind: z.literal('totals'), totals: totalsSchema }),
  /** What is known of a time in which texts could not arrive. */
  z.object({ kind: z.literal('gap'), gap: gapViewSchema }),
  z.object({ kind: z.literal('tunnel'), tunnel: tunnelStatusSchema }),
  z.object({ kind: z.literal('settings'), settings: settingsSchema }),
  z.object({ kind: z.literal('problems'), problems: z.array(problemSchema) }),
  z.object({ kind: z.literal('contacts'), changed: z.array(contactSchema), removed: z.array(z.string()) }),
  /** The whole list. */
  z.object({ kind: z.literal('templates'), templates: z.array(templateSchema) }),
  z.object({ kind: z.literal('rules'), rules: z.array(ruleSchema) }),
  z.object({ kind: z.literal('scheduled'), scheduled: z.array(scheduledSchema) }),
  z.object({ kind: z.literal('jobs'), jobs: z.array(jobSchema) }),
  z.object({ kind: z.literal('lane-counts'), laneCounts: laneCountsSchema }),
]);
export type Change = Readonly<z.infer<typeof changeSchema>>;

/** Changes since the revision before: a window that holds `revision - 1` applies them, any other asks for a snapshot. */
export const patchSchema = z.object({ kind: z.literal('patch'), revision, changes: z.array(changeSchema) });
export type Patch = Readonly<z.infer<typeof patchSchema>>;

/** A new message, as far as the user's privacy level lets it be shown outside the thread. */
export const noticeSchema = z.object({
  kind: z.literal('notice'),
  conversationId: z.string(),
  messageId: z.string(),
  lineId: z.string(),
  title: z.string(),
  body: z.string(),
  /** The one-time code in it, where the privacy level lets it be shown. */
  code: z.string().optional(),
  canReply: z.boolean(),
});
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

/** The conversation was read somewhere: its notification goes. */
export const readSchema = z.object({ kind: z.literal('read'), conversationId: z.string() });

/** The host asks the window to show a conversation (a notification was clicked) or a page. */
export const navigateSchema = z.object({
  kind: z.literal('navigate'),
  to: z.discriminatedUnion('page', [
    z.object({ page: z.literal('conversation'), id: z.string() }),
    z.object({ page: z.literal('settings') }),
    z.object({ page: z.literal('compose') }),
    z.object({ page: z.literal('inbox') }),
  ]),
});
export type Navigate = Readonly<z.infer<typeof navigateSchema>>;

/** Everything that is announced to the window. */
export const eventSchema = z.discriminatedUnion('kind', [patchSchema, noticeSchema, readSchema, navigateSchema]);
export type InboxEvent = Readonly<z.infer<typeof eventSchema>>;
