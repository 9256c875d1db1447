/**
 * Takes out of a text what must not be in a log: secrets, one-time codes, phone numbers. It judges by form alone, since
 * a log line may quote anything (an error message holds what a stranger sent us), and rather takes too much.
 * @module
 */

/** Longer texts are no log material, and looking through them would take time an attacker chooses. */
const longestText = 16_384;

const secretNames = 'authorization|auth|secret|token|api[_-]?key|key|password|passwd|pwd|passphrase|signature|cookie|credential';

/**
 * Each rule sees what the ones before left over: known secrets first, mere digits last. No rule looks at a place more
 * than a bounded number of times.
 */
const rules: readonly (readonly [pattern: RegExp, replace: (found: string, first: string) => string])[] = [
  [/\b(Bearer|Basic|Digest)\s+[^\s"',;]+/gi, (_, scheme) => `${scheme} [redacted]`],
  [
    new RegExp(`(?<![\\w-])(["']?[\\w-]{0,40}(?:${secretNames})s?["']?\\s*[=:]\\s*)(?:"[^"]*"?|'[^']*'?|[^\\s"',;&}\\]]+)`, 'gi'),
    (_, name) => `${name}[redacted]`,
  ],
  [/(?<![A-Za-z0-9])(?:whsec|sk|pk|rk)_[A-Za-z0-9_+/=-]+/g, () => '[secret]'],
  [/\/hooks\/[^/\s"'?#]+/g, () => '/hooks/[token]'],
  [/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^/\s@"']{0,200}@/gi, (_, scheme) => `${scheme}[redacted]@`],
  [/(https?:\/\/[^\s"'<>?]{0,1000})\?[^\s"'<>]*/gi, (_, address) => `${address}?[query]`],
  [/[A-Za-z0-9+/_-]{20,}={0,2}/g, (run) => (looksRandom(run) ? '[token]' : run)],
];

/**
 * Times and this computer's own addresses stay readable; every other run of digits, in whatever script and however
 * grouped, is a number (the last three digits stay) or a code (nothing stays).
 */
const kept = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z(?!\d)|https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?(?!\d)`;
const digits = new RegExp(String.raw`(${kept})|\+?\p{Nd}(?:[\s().\/\-\u00ad\u2010-\u2015\u200b-\u200f\u2060]{0,5}\p{Nd}){3,}`, 'gu');

/** The text without secrets, codes and whole phone numbers. A text longer than 16,384 UTF-16 units is only measured. */
export function redactText(text: string): string {
  if (text.length > longestText) return `[${text.length} characters]`;
  const withoutSecrets = rules.reduce((rest, [pattern, replace]) => rest.replace(pattern, replace), text);
  return withoutSecrets.replace(digits, (run, keep: string | undefined) => keep ?? maskDigits(run));
}

/** Nine digits and more are a phone number, and so is anything with `+`; fewer may be a code. */
function maskDigits(run: string): string {
  const found = run.match(/\p{Nd}/gu) ?? [];
  const isNumber = found.length >= 9 || (run.startsWith('+') && found.length >= 5);
  return isNumber ? `***${found.slice(-3).join('')}` : '[digits]';
}

/** A word in capitals, words in camel case, or a small number. */
const readable = /^(?:[A-Z]{1,31}|[A-Z]{0,4}[a-z]{1,20}(?:[A-Z]{1,4}[a-z]{2,20})*[A-Z]{0,4}|\d{1,6})$/;

/**
 * Tells a key from a path or a name, which are made of readable parts whose words have some length. Long hexadecimal
 * and base64 are keys; of 128 random bits one in ten thousand is readable by chance.
 */
function looksRandom(run: string): boolean {
  const parts = run.split(/[+/_-]+/).filter((part) => part !== '');
  if (!parts.every((part) => part.length <= 31 && readable.test(part))) return true;
  const words = parts.flatMap((part) => part.split(/(?<=[a-z])(?=[A-Z])|(?=[A-Z][a-z])/));
  return parts.join('').length < words.length * 4;
}
