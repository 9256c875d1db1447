/**
 * The other side's address. Senders are not always phone numbers: short codes (`72345`) and alphanumeric names
 * (`GOOGLE`) write to people too, so an address is never refused for its form.
 * @module
 */
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { visible } from './visible.ts';

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

/** `tel:` before a number; its parameters, dialling pauses and extension after it. */
const around = /^tel:|[;,].*$|\s*(?:ext(?:ension|n)?|[x#pw])[.:=]?\s*\d{1,9}#?$/gi;
/** Fewer digits are a short code, unless a country code is written before them. */
const fewestDigits = 7;
/** Nobody writes a number at greater length. */
const longestWritten = 80;

/**
 * The address people mean by what they type, paste or import: `06 12 34 56 78` is `+33612345678` where `region` is FR.
 * A few digits stay a short code, words stay a name. Without a region a number without its country code stays as it is.
 * Never fails; what is empty stays empty.
 * @param region the user's own, ISO 3166-1 alpha-2, or '' when it is not known
 */
export function addressFrom(text: string, region: string): string {
  const clean = visible(text.normalize('NFKC')).replace(/\p{Nd}/gu, decimal);
  const bare = clean.length > longestWritten ? '' : clean.replace(around, '').trim();
  const digits = bare.replace(/\D/g, '').length;
  if (digits < 3 || !/^\+?\d+$/.test(bare.replace(punctuation, ''))) return normalizeAddress(text);
  const isWhole = bare.startsWith('+');
  if (!isWhole && digits < fewestDigits) return normalizeAddress(bare);
  const number = parsePhoneNumberFromString(bare, isSupportedCountry(region) ? region : undefined);
  if (number?.isPossible() !== true) return normalizeAddress(bare);
  // Another country than one's own was dialled on purpose.
  const isForeign = isSupportedCountry(region) && number.countryCallingCode !== getCountryCallingCode(region);
  return isWhole || isForeign || number.isValid() ? number.number : normalizeAddress(bare);
}

/** Digits of every script, as people write them, to 0…9. */
function decimal(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit;
  let zero = digit.codePointAt(0) ?? 0;
  // Every script has its ten digits in one row.
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9) zero -= 1;
  return String((digit.codePointAt(0) ?? 0) - zero);
}

/** Parsing a number costs as much as all else that is done with a text, and the same few hundred come again and again. */
const formatted = new Map<string, string>();
const formattedAtMost = 2_000;

/**
 * An address for people: `+14155551234` → `+1 415 555 1234`, or `(415) 555-1234` where `region` has the same country code;
 * short codes and names as they are.
 * @param region the user's own, ISO 3166-1 alpha-2; '' writes all numbers with their country code
 */
export function formatAddress(address: string, region = ''): string {
  // A name of nothing that can be seen is shown all the same.
  if (peerKind(address) !== 'e164') return visible(address) || (address === '' ? '' : '?');
  const key = `${region} ${address}`;
  const known = formatted.get(key);
  if (known !== undefined) return known;
  const number = parsePhoneNumberFromString(address);
  const isAtHome = number?.isValid() === true && isSupportedCountry(region) && number.countryCallingCode === getCountryCallingCode(region);
  const words = (isAtHome ? number.formatNational() : number?.formatInternational()) ?? address;
  if (formatted.size >= formattedAtMost) formatted.clear();
  formatted.set(key, words);
  return words;
}
