/**
 * Which tags are on all, some or none of several conversations, and what is to be changed.
 * @module
 */
import type { ConversationChanges } from '../../src/contract/methods/conversations.ts';

export type Mark = 'all' | 'some' | 'none';

export function marksOf(each: readonly (readonly string[])[]): ReadonlyMap<string, Mark> {
  const counts = new Map<string, number>();
  for (const tags of each) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return new Map([...counts].map(([tag, count]) => [tag, count === each.length ? 'all' : 'some']));
}

/** Tags that hold what was typed, those that begin with it first. */
export function matching(tags: readonly string[], typed: string): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  const place = (tag: string): number => tag.toLowerCase().indexOf(wanted);
  return tags
    .filter((tag) => place(tag) >= 0)
    .sort((one, other) => Number(place(one) > 0) - Number(place(other) > 0) || one.localeCompare(other));
}

/** `undefined`: nothing is to be done. */
export function tagChanges(
  before: ReadonlyMap<string, Mark>,
  changed: ReadonlyMap<string, boolean>,
): Pick<ConversationChanges, 'addTags' | 'removeTags'> | undefined {
  const addTags = [...changed].flatMap(([tag, on]) => (on && before.get(tag) !== 'all' ? [tag] : []));
  const removeTags = [...changed].flatMap(([tag, on]) => (!on && before.has(tag) ? [tag] : []));
  return addTags.length + removeTags.length === 0 ? undefined : { addTags, removeTags };
}
