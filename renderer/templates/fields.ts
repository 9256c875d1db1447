/**
 * What the window knows to fill into a template's fields, and where the next field to be filled by hand is.
 * @module
 */
import type { Contact } from '../../src/domain/contact.ts';
import { fieldsIn } from '../../src/domain/template.ts';
import { clock, dateOf } from '../format/time.ts';

type Known = {
  readonly contact: Contact | undefined;
  /** The other side's number as people write it. */
  readonly number: string;
  readonly line: { readonly label: string; readonly number: string } | undefined;
  readonly now: Date;
};

/** The values of the fields that need nobody: whose name is not known leaves its fields to the user. */
export function knownFields({ contact, number, line, now }: Known): ReadonlyMap<string, string> {
  const values = new Map([
    ['number', number],
    ['date', dateOf(now.toISOString())],
    ['time', clock(now.toISOString())],
  ]);
  if (line !== undefined) values.set('line', line.label).set('my number', line.number);
  const first = contact?.name.split(/\s+/)[0];
  if (contact !== undefined) values.set('name', contact.name);
  if (first !== undefined) values.set('first name', first);
  return values;
}

/** Where the next field to be filled in stands, from a position on and around the end; `undefined`: there is none. */
export function nextField(text: string, from: number): { readonly start: number; readonly end: number } | undefined {
  const places = fieldsIn(text)
    .flatMap((field) => placesOf(text, `{${field}}`))
    .sort((one, other) => one.start - other.start);
  return places.find(({ start }) => start >= from) ?? places[0];
}

function placesOf(text: string, wanted: string): { start: number; end: number }[] {
  const places = [];
  for (let start = text.indexOf(wanted); start !== -1; start = text.indexOf(wanted, start + 1)) {
    places.push({ start, end: start + wanted.length });
  }
  return places;
}
