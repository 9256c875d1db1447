/**
 * Where two values that are nearly alike differ: everything before and after is the same.
 */
export type Span = { readonly start: number; readonly endOne: number; readonly endOther: number };

/** In UTF-16 units; no character is cut in half. */
export function differingSpan(one: string, other: string): Span {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one.charCodeAt(start) === other.charCodeAt(start)) start += 1;
  if (isInCharacter(one, start) || isInCharacter(other, start)) start -= 1;
  let tail = 0;
  while (tail < most - start && one.charCodeAt(one.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)) tail += 1;
  if (tail > 0 && (isInCharacter(one, one.length - tail) || isInCharacter(other, other.length - tail))) tail -= 1;
  return { start, endOne: one.length - tail, endOther: other.length - tail };
}

/** Between the two halves of a character that takes two units. */
function isInCharacter(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
