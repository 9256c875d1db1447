/**
 * What the signature doctor says of a refused delivery: which likely mistake was made, proven by a signature that matches
 * when the mistake is made again; where none matches, what was tried.
 * @module
 */
import { z } from 'zod';
import { providerNameSchema } from '../domain/line.ts';
import { instantSchema } from '../domain/time.ts';

/** Each has a sentence and, where there is one, a way out in the window. */
export const mistakeCodeSchema = z.enum([
  // The URL that was signed is not the one the line has.
  'url-scheme',
  'url-former',
  'url-local',
  'url-host',
  'url-trailing-slash',
  'url-port',
  'url-path',
  'url-query',
  'url-query-order',
  'url-left-out',
  /** It was signed in front of the body, where this provider signs the body alone. */
  'url-added',
  // How parameters were written before they were signed.
  'encoding-space',
  'encoding-marks',
  'parameters-order',
  'parameters-repeated',
  /** Those without a value were left out. */
  'parameters-empty',
  'body-signed-raw',
  /** Something was signed in place of the body: nothing, or what a program prints for "no value". */
  'body-left-out',
  // The bytes of the body were written anew on the way, or before they were signed.
  'json-spacing',
  'json-key-order',
  'json-escapes',
  'line-ends',
  'blanks-around',
  'byte-order-mark',
  'charset',
  /** Escapes like `%20` were undone or made. */
  'percent-encoding',
  /** It arrived packed (gzip, deflate, Brotli) and was signed unpacked. */
  'compressed',
  'body-altered',
  // Another secret.
  'secret-blanks',
  'secret-of-line',
  'secret-of-field',
  'secret-prefix',
  'secret-base64',
  'secret-hex',
  'secret-quoted',
  'secret-case',
  /** Some that do not belong to it, are missing or only look the same: pasted twice, a curly quote, an accent in two parts. */
  'secret-characters',
  // Another form of the right digest.
  'form-base64',
  'form-uppercase',
  'form-prefix',
  'form-hash',
  'header-other',
  'header-missing',
  'header-repeated',
  'header-altered',
  'scheme-other',
  'time-stale',
]);
export type MistakeCode = z.infer<typeof mistakeCodeSchema>;

/** Who can mend it: this app, the provider's settings (or the sender's code), something on the way. */
export const mistakeSideSchema = z.enum(['here', 'provider', 'between']);

/** What one click does about it. */
export const fixSchema = z.discriminatedUnion('kind', [
  /** Accepts signatures for this URL of the line too. */
  z.object({ kind: z.literal('accept-url'), url: z.string().max(2_000) }),
  /** Keeps the line's secret the way it was proven to be right; the secret itself is not told. */
  z.object({ kind: z.literal('correct-secret') }),
  /** Uses the secret of another line for this one. */
  z.object({ kind: z.literal('use-secret-of-line'), lineId: z.string().max(200) }),
  /** Uses what is kept in another field of the line as its secret, and the other way round. */
  z.object({ kind: z.literal('swap-fields'), field: z.string().max(60) }),
]);
export type Fix = Readonly<z.infer<typeof fixSchema>>;

export const findingSchema = z.object({
  /** Made together; one in most cases. */
  mistakes: z.array(mistakeCodeSchema).min(1).max(3),
  side: mistakeSideSchema,
  /** What it is about, where there is something to name. Never a secret. */
  url: z.string().optional(),
  header: z.string().optional(),
  lineId: z.string().optional(),
  /** Another provider's or service's scheme by its name, e.g. `Twilio`. */
  scheme: z.string().optional(),
  provider: providerNameSchema.optional(),
  /** The name of a field of the line's settings. */
  field: z.string().optional(),
  /** Another delivery that proves it. */
  deliveryId: z.string().optional(),
  /** How far the time that was signed is from the arrival. */
  ageSeconds: z.number().optional(),
  /** Absent: the cause is not ours. */
  fix: fixSchema.optional(),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;

export const diagnosisSchema = z.object({
  /**
   * `explained`: the findings are proven. `unexplained`: none of what was tried matches. `valid-now`: it would be accepted
   * today. `not-checked`: it was not refused for its signature, so there is nothing to find. `no-secret`: the line's
   * secret is missing or cannot be read. `not-kept`: the header it was refused for is a secret that is never written
   * down, and it is too long ago for it to be in memory.
   */
  outcome: z.enum(['explained', 'unexplained', 'valid-now', 'not-checked', 'no-secret', 'not-kept']),
  /** The likeliest first. */
  findings: z.array(findingSchema),
  /** What was tried, and in how many ways. */
  tried: z.array(z.object({ mistake: mistakeCodeSchema, ways: z.number().int() })),
  tookMs: z.number(),
  /**
   * When the provider last sent something that the line's present secret proves. Who changes the secret would refuse the
   * next of its kind. Only told where a finding offers that.
   */
  provenAt: instantSchema.optional(),
});
export type Diagnosis = Readonly<z.infer<typeof diagnosisSchema>>;
