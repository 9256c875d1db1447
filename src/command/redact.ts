/**
 * Keeps the secret out of everything that is printed, also where a receiver sends back what it got.
 * @module
 */
export const mask = '••••';

export type Redact = (text: string) => string;

/** A secret of one or two characters is none, and texts without these letters cannot be read. */
const shortest = 3;

/** Takes the secret out of any text, in each way it may be written there: as it is, escaped, percent-encoded, in base64. */
export function createRedact(secret: string | undefined): Redact {
  const trimmed = secret?.trim().toWellFormed() ?? '';
  if (trimmed.length < shortest) return (text) => text;
  const bytes = Buffer.from(trimmed);
  const encoded = [bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')].map(literally);
  const written = new RegExp([spellings(trimmed), ...encoded].join('|'), 'giu');
  return (text) => text.toWellFormed().replace(written, mask);
}

/**
 * Each character as itself or as JSON, URLs and HTML write it. Escapes may be escaped again, three times over; no more, so
 * that no answer takes long to read.
 */
function spellings(secret: string): string {
  return Array.from(secret.replace(/\\+/g, '\\'), (character) => {
    if (character === '\\') return String.raw`(?:\\{1,15}|%5c)`;
    const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index).toString(16).padStart(4, '0'));
    const inJson = JSON.stringify(character).slice(1, -1).replace(/^\\/, '');
    const escaped = [literally(character), literally(inJson), units.map((unit) => `u${unit}`).join('\\\\{1,7}')];
    const inUrl = [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const others = [inUrl, ...(entities[character] ?? []), ...(character === ' ' ? [String.raw`\+`] : [])];
    return String.raw`(?:\\{0,7}(?:${[...new Set(escaped)].join('|')})|${others.join('|')})`;
  }).join('');
}

const entities: Readonly<Record<string, readonly string[]>> = {
  '"': ['&quot;', '&#34;', '&#x22;'],
  "'": ['&apos;', '&#39;', '&#x27;'],
  '&': ['&amp;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
};

function literally(text: string): string {
  return Array.from(text, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('');
}

const secretName = /authorization|cookie|secret|token|password|api-?key/i;

/** Whether a header's value is nobody's business; a signature is no secret. */
export function isSecretHeader(name: string): boolean {
  return secretName.test(name);
}
