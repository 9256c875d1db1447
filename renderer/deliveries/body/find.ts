/**
 * Finding a text in what is shown of a body, whatever its letter case.
 * @module
 */

/** Each text that is shown is a field with a number; they are looked through in the order of their numbers. */
export type Field = readonly [field: number, text: string];

/** Where it was found: in UTF-16 units of its field. */
export type Hit = { readonly field: number; readonly from: number; readonly to: number };

const special = /[.*+?^${}()|[\]\\/]/g;

/** More are not counted. */
export const mostHits = 5_000;

export function findIn(fields: Iterable<Field>, query: string): readonly Hit[] {
  if (query === '') return [];
  const pattern = new RegExp(query.replace(special, '\\$&'), 'giu');
  const hits: Hit[] = [];
  for (const [field, text] of fields) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      hits.push({ field, from: match.index, to: match.index + match[0].length });
      if (hits.length === mostHits) return hits;
    }
  }
  return hits;
}

/** Those that lie in a part of a field, at least partly. */
export function hitsWithin(hits: readonly Hit[], field: number, from: number, to: number): readonly Hit[] {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const hit = hits[middle];
    if (hit !== undefined && (hit.field < field || (hit.field === field && hit.to <= from))) low = middle + 1;
    else high = middle;
  }
  let end = low;
  for (let hit = hits[end]; hit?.field === field && hit.from < to; hit = hits[end]) end += 1;
  return hits.slice(low, end);
}
