/**
 * Who is who: what people are called outside the window (in notices, in search), and the user's own country, by which
 * numbers are written and understood.
 * @module
 */
import { nameFor } from '../domain/contact.ts';
import { homeRegion } from '../domain/region.ts';
import type { Settings } from '../domain/settings.ts';
import type { LineBook } from './line-book.ts';
import type { Lists } from './lists.ts';

export type Names = {
  /** A contact's name, else the address as people write it. Nothing invisible is in it. */
  nameOf(address: string): string;
  /** The user's own country, ISO 3166-1 alpha-2; '' when it is not known. */
  region(): string;
};

type Dependencies = { readonly lists: Lists; readonly lines: LineBook; readonly settings: () => Settings };

export function createNames({ lists, lines, settings }: Dependencies): Names {
  const region = (): string => homeRegion(settings().region, lines.all());
  return {
    nameOf: (address) => nameFor(address, lists.contactOf(address), region()),
    region,
  };
}
