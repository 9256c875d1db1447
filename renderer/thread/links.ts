/**
 * Finds web addresses in a text. Only http and https are ever links, and what is shown is exactly what was written.
 * @module
 */
export type TextPart = { readonly kind: 'text' | 'link'; readonly text: string };

/** An address ends before a character that turns the direction of what follows: it would be shown as another one. */
const candidate = /\bhttps?:\/\/[^\s<>"'`\u2028\u2029\p{Bidi_Control}]+/giu;
/** Punctuation that belongs to the sentence, not to the address it ends with. */
const trailing = /[.,;:!?…»”’\])}]+$/u;

/** The text in parts whose texts joined are the text again. */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const address = withoutSentence(match[0]);
    if (!isWebAddress(address)) continue;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push({ kind: 'link', text: address });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

function withoutSentence(found: string): string {
  const bare = found.replace(trailing, '');
  const opens = bare.split('(').length - bare.split(')').length;
  // A closing bracket belongs to the address when it was opened inside it.
  return opens > 0 && found.charAt(bare.length) === ')' ? `${bare})` : bare;
}

/** True for a whole http(s) address with a host. Anything else is shown as text. */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\//i.test(address)) return false;
  const url = URL.parse(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' && url.username === '';
}
