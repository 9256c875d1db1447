/**
 * Where two texts begin to differ and where they are the same again.
 * @module
 */

export type Split = { readonly before: string; readonly differing: string; readonly after: string };

/** Both texts, cut at the same places from the beginning and from the end. Pairs of surrogates stay together. */
export function splitWhereDiffering(one: string, other: string): readonly [Split, Split] {
  const ones = [...one];
  const others = [...other];
  const shorter = Math.min(ones.length, others.length);
  let start = 0;
  while (start < shorter && ones[start] === others[start]) start += 1;
  let end = 0;
  while (end < shorter - start && ones.at(-1 - end) === others.at(-1 - end)) end += 1;
  const cut = (letters: readonly string[]): Split => ({
    before: letters.slice(0, start).join(''),
    differing: letters.slice(start, letters.length - end).join(''),
    after: letters.slice(letters.length - end).join(''),
  });
  return [cut(ones), cut(others)];
}
