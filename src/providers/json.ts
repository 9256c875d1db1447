/**
 * Reading of JSON bodies, from providers' webhooks as from their answers: any bytes go in, nothing throws.
 * @module
 */
import type { z } from 'zod';
import type { Parsed } from '../core/ports.ts';
import type { DeliveryReason } from '../domain/delivery.ts';
import { failed, ok, type Result } from '../domain/result.ts';

/** Made once: making one takes longer than reading a text with it. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

type NotUnderstood = Extract<Parsed, { kind: 'not-understood' }>;

/** The value in a JSON body; `undefined` when it is not UTF-8 or not JSON (JSON itself has no `undefined`). */
export function readJson(body: Uint8Array | string): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : utf8.decode(body));
  } catch {
    return undefined;
  }
}

/**
 * Reads a JSON webhook that names its event in `event`.
 * @param events the names that `schema` knows
 * @returns what the schema makes of it, or why it was not understood
 */
export function readEvent<Value>(body: Uint8Array, events: readonly string[], schema: z.ZodType<Value>): Result<Value, NotUnderstood> {
  const value = readJson(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return failed(notUnderstood('body-unreadable'));
  const event = 'event' in value ? value.event : undefined;
  if (typeof event !== 'string') return failed(notUnderstood('fields-missing'));
  if (!events.includes(event)) return failed(notUnderstood('event-unknown'));
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : failed(notUnderstood('fields-missing'));
}

/** A verified delivery that is kept and shown, but becomes nothing. */
export function notUnderstood(reason: DeliveryReason): NotUnderstood {
  return { kind: 'not-understood', reason };
}
