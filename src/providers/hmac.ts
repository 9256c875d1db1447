/**
 * The one place where signatures are made and compared.
 * @module
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Verification } from '../core/ports.ts';

type Bytes = string | Uint8Array;

/** Lowercase hex HMAC-SHA256. Text counts as UTF-8. */
export function hmacSha256Hex(key: Bytes, data: Bytes): string {
  return createHmac('sha256', key).update(data).digest('hex');
}

/** Lowercase hex SHA-256 of several values; no two different lists are the same bytes. For keys duplicates are known by. */
export function fingerprint(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

/**
 * Compares two secrets without telling by the time it takes where they differ. `timingSafeEqual` throws when lengths
 * differ, so equal-length digests are compared instead.
 */
export function equalInConstantTime(one: Bytes, other: Bytes): boolean {
  const digest = (value: Bytes) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/**
 * Checks a signature header against HMAC-SHA256 hex digests.
 * @param header the header's value, `undefined` when it is missing
 * @param form what the header must look like, with the digest as its first group
 * @param isRight compares what the digest should be, in constant time, through the function it is given
 */
export function checkHexSignature(
  header: string | undefined,
  form: RegExp,
  isRight: (matches: (digest: string) => boolean) => boolean,
): Verification {
  if (header === undefined) return { ok: false, reason: 'signature-missing' };
  const given = form.exec(header)?.[1];
  if (given === undefined) return { ok: false, reason: 'signature-malformed' };
  const bytes = Buffer.from(given, 'latin1');
  const matches = (digest: string) => digest.length === bytes.length && timingSafeEqual(Buffer.from(digest, 'latin1'), bytes);
  return isRight(matches) ? { ok: true } : { ok: false, reason: 'signature-wrong' };
}
