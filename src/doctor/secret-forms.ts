/**
 * The forms in which one and the same secret gets around: with what was copied along with it, decoded, encoded, retyped.
 * @module
 */
import type { MistakeCode } from '../contract/diagnosis.ts';

export type SecretForm = {
  readonly mistake: MistakeCode;
  readonly bytes: Uint8Array;
  /** Absent: these bytes cannot be entered as text. */
  readonly text?: string;
};

/** A key of fewer bytes could be guessed, so it proves nothing. */
const shortestDecoded = 8;

/** Every other form of a secret, each made by one mistake; none has the bytes of the secret itself or of one before it. */
export function secretForms(secret: string): SecretForm[] {
  if (secret === '') return [];
  const known = new Set([Buffer.from(secret).toString('latin1')]);
  const forms: SecretForm[] = [];
  const add = (mistake: MistakeCode, value: string | Uint8Array | undefined): void => {
    if (value === undefined || value.length === 0) return;
    const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.from(value);
    const name = bytes.toString('latin1');
    if (known.has(name)) return;
    known.add(name);
    forms.push({ mistake, bytes, ...(typeof value === 'string' && { text: value }) });
  };
  for (const text of withBlanks(secret)) add('secret-blanks', text);
  for (const text of withPrefixes(secret)) add('secret-prefix', text);
  for (const value of asBase64(secret)) add('secret-base64', value);
  for (const value of asHex(secret)) add('secret-hex', value);
  for (const text of withQuotes(secret)) add('secret-quoted', text);
  for (const text of [secret.toLowerCase(), secret.toUpperCase(), swapped(secret)]) add('secret-case', text);
  for (const value of withOtherCharacters(secret)) add('secret-characters', value);
  return forms;
}

function withBlanks(secret: string): string[] {
  return [
    `${secret}\n`,
    `${secret}\r\n`,
    `${secret} `,
    ` ${secret}`,
    ` ${secret} `,
    `\n${secret}`,
    `${secret}\t`,
    `\t${secret}`,
    `${secret}\r`,
    `${secret}\u00a0`,
    secret.replace(/\s+/g, ''),
    secret.replace(/\s+/g, ' '),
  ];
}

const prefixes = ['whsec_', 'sk_live_', 'sk_test_', 'Bearer ', 'Basic ', 'Token ', 'sha256=', 'v1,'];

function withPrefixes(secret: string): string[] {
  const taken = [
    ...prefixes.filter((prefix) => secret.startsWith(prefix)).map((prefix) => secret.slice(prefix.length)),
    secret.replace(/^[A-Za-z][A-Za-z-]*[=:]\s*/, ''),
    secret.replace(/^(?:[a-z]+_)+/, ''),
  ].filter((rest) => rest.length >= shortestDecoded);
  return [...taken, `whsec_${secret}`, `Bearer ${secret}`, `sk_live_${secret}`];
}

function asBase64(secret: string): (string | Uint8Array | undefined)[] {
  const bytes = Buffer.from(secret);
  return [
    decoded(secret),
    decoded(secret.replace(/^whsec_/, '')),
    bytes.toString('base64'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    `whsec_${bytes.toString('base64')}`,
    // Only its blanks at the end and its alphabet.
    /^[A-Za-z0-9+/_-]+=*$/.test(secret) ? secret.replace(/=+$/, '') : undefined,
    /^[A-Za-z0-9+/_-]+$/.test(secret) ? secret + '='.repeat((4 - (secret.length % 4)) % 4) : undefined,
    secret.replaceAll('-', '+').replaceAll('_', '/'),
    secret.replaceAll('+', '-').replaceAll('/', '_'),
  ];
}

/** What base64 of either alphabet stands for, as text where it is text. */
function decoded(secret: string): string | Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(secret) || secret.replace(/=+$/, '').length % 4 === 1) return undefined;
  return textOrBytes(Buffer.from(secret, 'base64'));
}

function asHex(secret: string): (string | Uint8Array | undefined)[] {
  const bytes = Buffer.from(secret);
  const isHex = /^(?:[0-9a-f]{2})+$/i.test(secret);
  return [isHex ? textOrBytes(Buffer.from(secret, 'hex')) : undefined, bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
}

function textOrBytes(bytes: Buffer): string | Uint8Array | undefined {
  if (bytes.length < shortestDecoded) return undefined;
  const text = bytes.toString('latin1');
  return /^[\x20-\x7e]+$/.test(text) ? text : bytes;
}

function withQuotes(secret: string): string[] {
  const bare = /^(["'`“‘«]|\\")(.+?)(["'`”’»]|\\")$/s.exec(secret)?.[2];
  return [...(bare === undefined ? [] : [bare]), `"${secret}"`, `'${secret}'`, `\`${secret}\``, `“${secret}”`, `<${secret}>`];
}

const swapped = (text: string): string =>
  [...text].map((character) => (character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase())).join('');

function withOtherCharacters(secret: string): (string | Uint8Array | undefined)[] {
  const half = secret.length / 2;
  const isLatin1 = [...secret].every((character) => character.charCodeAt(0) < 256);
  return [
    secret.normalize('NFC'),
    secret.normalize('NFD'),
    secret.normalize('NFKC'),
    // Characters nobody sees, and those an editor makes of plain ones.
    secret.replace(/\p{Cf}|\p{Mn}(?=$)/gu, ''),
    secret
      .replace(/[‐-―−]/g, '-')
      .replace(/[“”]/g, '"')
      .replace(/[‘’]/g, "'"),
    attempt(() => decodeURIComponent(secret)),
    attempt(() => encodeURIComponent(secret)),
    secret.replaceAll(' ', '+'),
    secret.replaceAll('+', ' '),
    secret.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    JSON.stringify(secret).slice(1, -1),
    secret.length % 2 === 0 && secret.slice(0, half) === secret.slice(half) && half >= shortestDecoded ? secret.slice(0, half) : undefined,
    secret + secret,
    ...(secret.length > 2 * shortestDecoded ? [secret.slice(0, -1), secret.slice(1), secret.slice(0, -2), secret.slice(1, -1)] : []),
    isLatin1 ? Buffer.from(secret, 'latin1') : undefined,
    Buffer.from(secret, 'utf16le'),
  ];
}

function attempt(make: () => string): string | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
