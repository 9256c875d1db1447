import { addressFromBareDigits, normalizeAddress, peerKind } from '../domain/peer.ts';
import { failed, ok, type Result } from '../domain/result.ts';

/** A line's number at a provider that writes E.164; its short codes are taken as well. */
export function checkE164(number: string): Result<string, string> {
  const address = normalizeAddress(number);
  if (/^\+[1-9]\d{6,14}$/.test(address) || /^\d{3,6}$/.test(address)) return ok(address);
  return failed('Write it with + and the country code, like +14155551234.');
}

/** A line's number at a provider that writes international numbers with or without `+`. */
export function checkInternational(number: string): Result<string, string> {
  const address = addressFromBareDigits(number);
  if (peerKind(address) === 'e164') return ok(address);
  return failed('Write it with the country code, like +14155551234 or 14155551234.');
}
