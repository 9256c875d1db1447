/**
 * One page of CloudVNO's list, in any of the usual shapes: neither the shape nor the paging is documented. What is never
 * guessed is that there is no more: a page that says otherwise, or is full and says nothing, has an unknown rest.
 * @module
 */
import { readJson } from '../json.ts';
import type { HttpAnswer } from '../outcome.ts';
import { type Fields, fieldsOf } from './fields.ts';

export type Rest =
  | { readonly kind: 'none' }
  /** Where CloudVNO says that it goes on. */
  | { readonly kind: 'address'; readonly address: string }
  /** A mark to ask with. The parameter's name is a guess. */
  | { readonly kind: 'mark'; readonly parameter: string; readonly value: string }
  /** There is more, and the last item's id may be the mark. */
  | { readonly kind: 'after-last' }
  /** There is more, and nothing says how to ask for it. */
  | { readonly kind: 'unknown' };

export type Page = { readonly items: readonly unknown[]; readonly rest: Rest };

/**
 * Reads a bare array, `{messages: […]}`, `{data: […]}` and the like, also one inside the other; `undefined` when there is
 * no list in it.
 * @param pageSize how many items were asked for
 */
export function readPage({ body, headers }: HttpAnswer, pageSize: number): Page | undefined {
  const answer = readJson(body);
  const top: Fields = fieldsOf(answer) ?? new Map();
  const inner = listNames.flatMap((name) => fieldsOf(top.get(name)) ?? []);
  const items = Array.isArray(answer) ? answer : [top, ...inner].map(listIn).find((list) => list !== undefined);
  return items && { items, rest: readRest(placesIn(top, inner), items.length, pageSize, headers.link ?? '') };
}

const listNames = ['messages', 'data', 'items', 'results', 'records'];

function listIn(fields: Fields): readonly unknown[] | undefined {
  return listNames.map((name): unknown => fields.get(name)).find((value) => Array.isArray(value));
}

/** Everywhere that paging is usually written. */
function placesIn(top: Fields, inner: readonly Fields[]): readonly Fields[] {
  const nested = ['meta', 'paging', 'pagination', 'page', 'links'].flatMap((name) => [top, ...inner].map((place) => place.get(name)));
  const places = [top, ...inner, ...nested.flatMap((value) => fieldsOf(value) ?? [])];
  return [...places, ...places.flatMap((place) => fieldsOf(place.get('cursors')) ?? [])];
}

const addressNames = ['nextpageuri', 'nextpageurl', 'nexturi', 'nexturl', 'nextlink'];
/** Hold an address or a mark; the parameter is for a mark. */
const markNames: Readonly<Record<string, string>> = {
  next: 'cursor',
  nextcursor: 'cursor',
  nextpage: 'page',
  nextpagetoken: 'page_token',
  nexttoken: 'next_token',
  after: 'after',
};

function readRest(places: readonly Fields[], count: number, pageSize: number, linkHeader: string): Rest {
  const said = (names: readonly string[]): unknown[] =>
    places.flatMap((place) => names.flatMap((name) => (place.has(name) ? [place.get(name)] : [])));
  const more = said(['hasmore', 'hasnext', 'hasnextpage']).find((value) => typeof value === 'boolean');
  if (more === false) return { kind: 'none' };

  const linked = /<([^<>]+)>[^,<]*;\s*rel="?next"?(?![^\s",;])/i.exec(linkHeader)?.[1];
  const address = [...said(addressNames).map(addressOf), ...said(Object.keys(markNames)).map(addressAmongMarks), linked].find(isGiven);
  if (address !== undefined) return address.length > longest ? { kind: 'unknown' } : { kind: 'address', address };
  for (const [name, parameter] of Object.entries(markNames)) {
    const value = said([name])
      .map((each) => (typeof each === 'number' ? String(each) : each))
      .find((each) => typeof each === 'string' && each.trim() !== '');
    if (typeof value === 'string') return value.length > longest ? { kind: 'unknown' } : { kind: 'mark', parameter, value };
  }
  if (more === true) return { kind: 'after-last' };
  if (said([...addressNames, ...Object.keys(markNames)]).length > 0) return { kind: 'none' };
  return count >= pageSize || isPartOfMore(said, count) ? { kind: 'unknown' } : { kind: 'none' };
}

/** Longer marks and addresses are not what they seem. */
const longest = 2_000;

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** An address as text, or as `{href}` or `{url}`. */
function addressOf(value: unknown): string | undefined {
  const link = fieldsOf(value);
  const address = link === undefined ? value : (link.get('href') ?? link.get('url'));
  return typeof address === 'string' ? address : undefined;
}

function addressAmongMarks(value: unknown): string | undefined {
  const address = addressOf(value);
  return address !== undefined && (typeof value !== 'string' || /^https?:|^\/|\?/i.test(address)) ? address : undefined;
}

/** Counts that say that there are more than these. */
function isPartOfMore(said: (names: readonly string[]) => unknown[], count: number): boolean {
  const numberOf = (names: readonly string[]) => said(names).find((value) => typeof value === 'number') ?? 0;
  return (
    numberOf(['total', 'totalcount', 'totalitems']) > count + numberOf(['offset']) || numberOf(['totalpages', 'numpages', 'lastpage']) > 1
  );
}
