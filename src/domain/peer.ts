/**
 * The other side's address. Senders are not always phone numbers: short codes (`72345`) and alphanumeric names
 * (`GOOGLE`) write to people too, so an address is never refused for its form.
 * @module
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

export type PeerKind = 'e164' | 'short-code' | 'alphanumeric';

const punctuation = /[\s().\-\u00a0\u2010-\u2015/]/g;

/** What kind of address this is, judged by its form alone. */
export function peerKind(address: string): PeerKind {
  if (/^\+\d{5,15}$/.test(address)) return 'e164';
  if (/^\d{3,8}$/.test(address)) return 'short-code';
  return 'alphanumeric';
}

/**
 * One spelling for one address, so that the same peer is always the same conversation: punctuation is taken out of
 * numbers, international `00` becomes `+`, names are only trimmed. Never fails.
 */
export function normalizeAddress(raw: string): string {
  const trimmed = raw.trim();
  const bare = trimmed.replace(punctuation, '');
  if (/^\+\d+$/.test(bare)) return bare;
  if (/^00[1-9]\d{6,14}$/.test(bare)) return `+${bare.slice(2)}`;
  if (/^\d+$/.test(bare)) return bare;
  return trimmed;
}

/**
 * The address of a provider that writes international numbers as digits without `+`
 * (Mobile API Connect, seed 003): nine digits and more are E.164, fewer are a short code.
 */
export function addressFromBareDigits(raw: string): string {
  const address = normalizeAddress(raw);
  return /^[1-9]\d{8,14}$/.test(address) ? `+${address}` : address;
}

/** True when a text can be sent there: a number, with or without `+`, or a short code; not an alphanumeric name. */
export function canBeAnswered(address: string): boolean {
  return /^\+?\d{3,15}$/.test(address);
}

/** Parsing a number costs as much as all else that is done with a text, and the same few hundred come again and again. */
const formatted = new Map<string, string>();
const formattedAtMost = 2_000;

/** An address for people: `+14155551234` → `+1 415 555 1234`; short codes and names as they are. */
export function formatAddress(address: string): string {
  if (peerKind(address) !== 'e164') return address;
  const known = formatted.get(address);
  if (known !== undefined) return known;
  const words = parsePhoneNumberFromString(address)?.formatInternational() ?? address;
  if (formatted.size >= formattedAtMost) formatted.clear();
  formatted.set(address, words);
  return words;
}
