/**
 * The one list of what the window may ask. Both carriers (Electron IPC and the browser host's HTTP) are made from it:
 * a method without a handler does not compile.
 * @module
 */
import { z } from 'zod';
import { conversationSchema } from '../domain/conversation.ts';
import { deliverySummarySchema } from '../domain/delivery.ts';
import { providerNameSchema } from '../domain/line.ts';
import { messageSchema } from '../domain/message.ts';
import { settingsSchema } from '../domain/settings.ts';
import type { Answered } from './errors.ts';
import { reachHistorySchema, registrationViewSchema } from './reachability.ts';
import { snapshotSchema } from './state.ts';
import { tunnelSettingsSchema } from './tunnel.ts';
import { deliveryViewSchema, lineViewSchema, providerInfoSchema, selfTestSchema, tunnelStatusSchema } from './views.ts';

const nothing = z.object({}).prefault({});
const id = z.object({ id: z.string().min(1).max(200) });
const credentials = z.record(z.string().max(40), z.string().max(4_096));
const label = z.string().trim().min(1, 'Give the line a name.').max(60, 'At most 60 characters.');
const number = z.string().trim().min(1, 'Enter the number.').max(32, 'At most 32 characters.');
const limit = (most: number, usual: number) => z.number().int().min(1).max(most).default(usual);

function method<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { input, output } as const;
}

export const methods = {
  'state.snapshot': method(nothing, snapshotSchema),

  'lines.list': method(nothing, z.object({ items: z.array(lineViewSchema) })),
  'lines.providers': method(nothing, z.object({ items: z.array(providerInfoSchema) })),
  'lines.create': method(z.object({ provider: providerNameSchema, label, number, credentials: credentials.default({}) }), lineViewSchema),
  /** Credentials that are not named stay as they are; an empty string takes one away. */
  'lines.update': method(
    id.extend({ label: label.optional(), number: number.optional(), credentials: credentials.optional() }),
    lineViewSchema,
  ),
  'lines.remove': method(id, id),
  /** Points the provider at the line's public URL, asks where it points, or puts back where it pointed before. */
  'lines.register': method(id, registrationViewSchema),
  'lines.checkRegistration': method(id, registrationViewSchema),
  'lines.restoreRegistration': method(id, registrationViewSchema),
  /** Asks for a nonce through the line's public URL. */
  'lines.test': method(id, selfTestSchema),

  'conversations.list': method(
    z.object({ lineId: z.string().optional(), archived: z.boolean().optional(), cursor: z.string().optional(), limit: limit(200, 50) }),
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
    }),
    conversationSchema,
  ),
  'conversations.markRead': method(id.extend({ read: z.boolean().default(true) }), conversationSchema),

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
    }),
    messageSchema,
  ),
  'messages.retry': method(id, messageSchema),
  'messages.cancel': method(id, messageSchema),
  'messages.remove': method(id, id),

  /** Parts of texts, numbers and line labels; newest first. `complete` is false when the time was up before all was read. */
  'search.query': method(
    z.object({ query: z.string().trim().min(1).max(200), limit: limit(100, 30) }),
    z.object({ conversations: z.array(conversationSchema), messages: z.array(messageSchema), complete: z.boolean() }),
  ),

  'deliveries.list': method(
    z.object({ lineId: z.string().optional(), before: z.string().optional(), limit: limit(500, 100) }),
    z.object({ items: z.array(deliverySummarySchema), nextBefore: z.string().nullable() }),
  ),
  'deliveries.get': method(id, deliveryViewSchema),

  'tunnel.status': method(nothing, tunnelStatusSchema),
  'tunnel.configure': method(tunnelSettingsSchema, tunnelStatusSchema),
  'tunnel.start': method(nothing, tunnelStatusSchema),
  'tunnel.stop': method(nothing, tunnelStatusSchema),
  /** After `host-key-changed`: this is the server's key from now on. The fingerprint is the one the user was shown. */
  'tunnel.acceptHostKey': method(z.object({ fingerprint: z.string().max(100) }), tunnelStatusSchema),

  /** Proves the way now, instead of at its turn. */
  'reception.check': method(nothing, tunnelStatusSchema),
  'reception.pause': method(nothing, tunnelStatusSchema),
  'reception.resume': method(nothing, tunnelStatusSchema),
  'reception.history': method(z.object({ days: z.number().int().min(1).max(31).default(1) }), reachHistorySchema),

  'settings.get': method(nothing, settingsSchema),
  'settings.update': method(
    z.object({
      theme: settingsSchema.shape.theme.unwrap().optional(),
      notifications: z
        .object({ enabled: z.boolean(), content: z.enum(['name-and-text', 'name-only', 'nothing']) })
        .partial()
        .optional(),
      startAtLogin: z.boolean().optional(),
      closeExplained: z.boolean().optional(),
      registration: z.object({ restoreOnPause: z.boolean(), restoreOnQuit: z.boolean() }).partial().optional(),
      deliveries: z
        .object({ keepDays: z.number().int().min(1).max(365), keepCount: z.number().int().min(100).max(100_000) })
        .partial()
        .optional(),
    }),
    settingsSchema,
  ),

  /** The simulated phone of a practice line (the first one when none is named) texts you. */
  'practice.text': method(z.object({ lineId: z.string().optional(), body: z.string().max(1_600).optional() }), messageSchema),
} as const;

export type MethodName = keyof typeof methods;
export type MethodInput<Name extends MethodName> = z.input<(typeof methods)[Name]['input']>;
/** The input after parsing: defaults filled in. */
export type ParsedInput<Name extends MethodName> = z.output<(typeof methods)[Name]['input']>;
export type MethodOutput<Name extends MethodName> = z.output<(typeof methods)[Name]['output']>;

export const methodNames = Object.keys(methods) as readonly MethodName[];

/** One handler a method. */
export type Handlers = { readonly [Name in MethodName]: (input: ParsedInput<Name>) => Promise<Answered<MethodOutput<Name>>> };
/** One call a method, as the window sees it. */
export type Client = { readonly [Name in MethodName]: (input: MethodInput<Name>) => Promise<Answered<MethodOutput<Name>>> };

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}
