/**
 * What the window is shown of lines, deliveries, reachability and the app's health.
 * @module
 */
import { z } from 'zod';
import { deliveryReasonSchema, deliverySchema, verdictSchema } from '../domain/delivery.ts';
import { lineSchema, providerNameSchema } from '../domain/line.ts';
import { instantSchema } from '../domain/time.ts';
import { registrationViewSchema } from './reachability.ts';
import { tunnelKindSchema, tunnelLogEntrySchema, tunnelSettingsViewSchema, tunnelStateSchema } from './tunnel.ts';
import { tunnelFailureSchema } from './tunnel-failures.ts';

/** One field of a provider's settings form. */
export const credentialFieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  /** One sentence: where to find it, what it is for. */
  help: z.string(),
  /** Kept in the vault and never shown again; `apiBaseUrl` is not secret. */
  secret: z.boolean(),
  required: z.boolean(),
  placeholder: z.string().optional(),
});
export type CredentialField = Readonly<z.infer<typeof credentialFieldSchema>>;

export const providerInfoSchema = z.object({
  name: providerNameSchema,
  label: z.string(),
  /** One sentence about the provider. */
  summary: z.string(),
  fields: z.array(credentialFieldSchema),
  canSend: z.boolean(),
  /** Attachments (URLs) one outbound message may carry; 0 = none. */
  maxMedia: z.number().int(),
  /** Longest outbound text in UTF-16 units, where the provider documents one. */
  maxLength: z.number().int().optional(),
  /** Whether the status of sent messages is reported back. */
  reportsDelivery: z.boolean(),
  /** Whether the answer to a webhook may hold a reply, which is sent at once. */
  answersInline: z.boolean(),
  /** Where to paste the webhook URL, in the provider's own words. */
  webhookHelp: z.string(),
  /** What the signature protects and what it does not, when that is worth a sentence. */
  securityNote: z.string().optional(),
});
export type ProviderInfo = Readonly<z.infer<typeof providerInfoSchema>>;

export const lineViewSchema = lineSchema.extend({
  /** The URL the provider must be given now. */
  webhookUrl: z.string(),
  /** False while that URL is this computer's own address, which no provider can reach. */
  webhookUrlIsPublic: z.boolean(),
  canSend: z.boolean(),
  /** Secret fields by key: true when one is stored. Values that are not secret are in `openCredentials`. */
  storedSecrets: z.record(z.string(), z.boolean()),
  openCredentials: z.record(z.string(), z.string()),
  /** Where the provider sends this line's texts; `null` for the practice line and for removed ones. */
  registration: registrationViewSchema.nullable(),
  lastDelivery: z.object({ at: instantSchema, verdict: verdictSchema, reason: deliveryReasonSchema.optional() }).nullable(),
});
export type LineView = Readonly<z.infer<typeof lineViewSchema>>;

/** A delivery as shown: secrets and signatures masked, the body as text where it is UTF-8. */
export const deliveryViewSchema = deliverySchema.omit({ body: true }).extend({
  bodyText: z.string().nullable(),
  bodyBase64: z.string(),
});
export type DeliveryView = Readonly<z.infer<typeof deliveryViewSchema>>;

/** Whether texts can arrive, as proven by a request through the public URL, not as hoped. */
export const receptionSchema = z.enum(['receiving', 'degraded', 'not-reachable', 'not-checked', 'paused']);

export const tunnelStatusSchema = z.object({
  kind: tunnelKindSchema,
  state: tunnelStateSchema,
  /** The public https URL in front of the receiver, without a path. */
  publicUrl: z.string().nullable(),
  /** The receiver's own address on this computer. */
  receiverUrl: z.string(),
  reception: receptionSchema,
  /** Since when the reception is what it is. */
  since: instantSchema,
  /** When it was last checked through the public URL. */
  checkedAt: instantSchema.nullable(),
  roundTripMs: z.number().nullable(),
  /** One sentence, and one action where there is one. */
  message: z.string(),
  action: z.string().optional(),
  /** What is wrong with the tunnel itself, or was the last time it was tried. */
  failure: tunnelFailureSchema.optional(),
  /** What the tunnel did lately, newest last. */
  log: z.array(tunnelLogEntrySchema).readonly().optional(),
  settings: tunnelSettingsViewSchema.optional(),
});
export type TunnelStatus = Readonly<z.infer<typeof tunnelStatusSchema>>;

export const selfTestSchema = z.object({
  reachable: z.boolean(),
  roundTripMs: z.number().nullable(),
  steps: z.array(z.object({ name: z.string(), state: z.enum(['passed', 'failed', 'skipped']), message: z.string() })),
});
export type SelfTest = Readonly<z.infer<typeof selfTestSchema>>;

/** Something the user should know about the app's health; it goes away by itself when it is over. */
export const problemSchema = z.object({
  id: z.string(),
  code: z.enum([
    'store-unavailable',
    'file-set-aside',
    'vault-unavailable',
    'vault-unprotected',
    'notifications-refused',
    'receiver-port-changed',
    'secret-missing',
    'deliveries-not-recorded',
    'shortcut-taken',
    'rule-not-forwarded',
  ]),
  message: z.string(),
  action: z.string().optional(),
  since: instantSchema,
});
export type Problem = Readonly<z.infer<typeof problemSchema>>;
