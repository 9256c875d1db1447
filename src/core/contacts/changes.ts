/**
 * Changes of contacts that can be taken back. What was is kept for as long as the app runs, for the last few changes.
 * @module
 */
import type { Contact } from '../../domain/contact.ts';
import type { Lists } from '../lists.ts';
import type { Random } from '../ports.ts';

/** A change: contacts put in (new or as they are now) and taken out. */
export type ContactChange = { readonly put: readonly Contact[]; readonly out: readonly string[] };

export type ContactChanges = {
  /** Makes a change; what it answers takes it back. */
  make(change: ContactChange): Promise<string>;
  /** The same for a change that was worked out from a list: nothing is changed, `undefined`, when that is not the list any more. */
  makeFor(present: readonly Contact[], change: ContactChange): Promise<string | undefined>;
  /** How many contacts are as they were; `undefined`: it is not known any more. What was changed since stays as it is. */
  takeBack(undo: string): Promise<number | undefined>;
};

type Made = ContactChange & { readonly before: ReadonlyMap<string, Contact> };

const rememberedAtMost = 20;

export function createContactChanges({ lists, random }: { readonly lists: Lists; readonly random: Random }): ContactChanges {
  const made = new Map<string, Made>();

  const changed = ({ put, out }: ContactChange, items: readonly Contact[]) => {
    const touched = new Set([...out, ...put.map(({ id }) => id)]);
    return {
      items: [...items.filter(({ id }) => !touched.has(id)), ...put],
      value: new Map(items.filter(({ id }) => touched.has(id)).map((contact) => [contact.id, contact])),
    };
  };
  const remember = (change: Made): string => {
    const undo = `undo_${random.token(9)}`;
    made.set(undo, change);
    for (const oldest of made.keys()) if (made.size > rememberedAtMost) made.delete(oldest);
    return undo;
  };

  return {
    async make(change) {
      const before = await lists.contacts.change((items) => changed(change, items));
      return remember({ ...change, before });
    },
    async makeFor(present, change) {
      const before = await lists.contacts.change((items) => (items === present ? changed(change, items) : { items, value: undefined }));
      return before && remember({ ...change, before });
    },
    async takeBack(undo) {
      const change = made.get(undo);
      if (change === undefined) return undefined;
      made.delete(undo);
      const { put, out, before } = change;
      const as = new Map(put.map(({ id, updatedAt }) => [id, updatedAt]));
      return lists.contacts.change((items) => {
        const kept = items.filter(({ id, updatedAt }) => as.get(id) !== updatedAt);
        const present = new Set(kept.map(({ id }) => id));
        const back = [...new Set([...out, ...as.keys()])].flatMap((id) => (present.has(id) ? [] : (before.get(id) ?? [])));
        const value = items.length - kept.length + back.filter(({ id }) => !as.has(id)).length;
        return { items: value === 0 ? items : [...kept, ...back], value };
      });
    },
  };
}
