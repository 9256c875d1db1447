/**
 * One message in CloudVNO's list. Documented are the fields of a message that was sent ("Send a Message": `sid`, `from`,
 * `to`, `body`, `direction`, `date_created`, `date_sent`); that the list has the same is a guess, so their spellings and
 * forms are taken as they come.
 * @module
 */
import type { InboundText } from '../../core/ports.ts';
import { normalizeAddress } from '../../domain/peer.ts';
import { type Instant, toInstant } from '../../domain/time.ts';
import { mediaUrlsFrom } from '../fields.ts';
import { type Fields, fieldsOf, firstOf } from './fields.ts';
import { inboundText } from './text.ts';

/** `other`: sent by the line, to another number, or from another time. */
export type ListItem = { readonly sid?: string; readonly at?: Instant } & (
  | { readonly kind: 'text'; readonly text: InboundText }
  | { readonly kind: 'other' }
  | { readonly kind: 'unreadable' }
);

export type Wanted = { readonly number: string; readonly from: Instant; readonly to: Instant };

/**
 * Reads an item. One without a readable time is kept, since a text that is asked for twice is known by its key, and one
 * that is left out is lost. An item that has no field for its text is unreadable, not empty: stored, it would pass for the
 * real one that may still come by webhook.
 */
export function readItem(item: unknown, wanted: Wanted): ListItem {
  const fields = fieldsOf(item);
  if (fields === undefined) return { kind: 'unreadable' };
  const sid = textOf(firstOf(fields, ['sid', 'messagesid', 'smssid', 'smsmessagesid']));
  const moments = momentsOf(fields);
  const known = { ...(sid !== undefined && { sid }), ...(moments[0] !== undefined && { at: moments[0] }) };
  const to = textOf(firstOf(fields, ['to']));
  const isOutbound = /^out/i.test(textOf(fields.get('direction')) ?? '');
  if (isOutbound || (to !== undefined && !isSameNumber(to, wanted.number))) return { ...known, kind: 'other' };
  if (!isWithin(moments, wanted)) return { ...known, kind: 'other' };
  const text = to === undefined ? undefined : readText(fields, sid, moments[0]);
  return text === undefined ? { ...known, kind: 'unreadable' } : { ...known, kind: 'text', text };
}

function readText(fields: Fields, sid: string | undefined, providerAt: Instant | undefined): InboundText | undefined {
  const body = firstOf(fields, ['body', 'text', 'messagebody']);
  const mediaUrls = mediaUrlsOf(fields);
  if (typeof body !== 'string' && body !== null && mediaUrls.length === 0) return undefined;
  return inboundText({ sid, from: textOf(fields.get('from')), body: textOf(body) ?? '', mediaUrls, providerAt });
}

/** `media_urls: []`, `media_url`, `media: [{url}]`, or `MediaUrl0…` as in the webhook. */
function mediaUrlsOf(fields: Fields): string[] {
  const numbered = Array.from({ length: 20 }, (_, index) => fields.get(`mediaurl${index}`));
  const listed = ['mediaurls', 'mediaurl', 'media'].flatMap((name) => fields.get(name));
  const urls = [...listed, ...numbered].map((each) => {
    const media = fieldsOf(each);
    return media === undefined ? each : firstOf(media, ['url', 'mediaurl', 'contenturl']);
  });
  return [...new Set(mediaUrlsFrom(urls))];
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.toWellFormed() : undefined;
}

function isSameNumber(one: string, other: string): boolean {
  const digits = (number: string) => normalizeAddress(number).replace(/^\+/, '');
  return digits(one) === digits(other);
}

/** Every readable time, the one that says best when the text came first. */
function momentsOf(fields: Fields): Instant[] {
  const names = ['datereceived', 'receivedat', 'datesent', 'sentat', 'datecreated', 'createdat', 'timestamp'];
  return names.flatMap((name) => readMoment(fields.get(name)) ?? []);
}

function isWithin(moments: readonly Instant[], { from, to }: Wanted): boolean {
  const [earliest, latest] = [Date.parse(from), Date.parse(to)];
  return moments.length === 0 || moments.map((each) => Date.parse(each)).some((each) => each >= earliest && each <= latest);
}

/** A time as ISO 8601 (also with a blank for the T), RFC 2822 like Twilio's, or Unix seconds or milliseconds. */
function readMoment(value: unknown): Instant | undefined {
  if (typeof value === 'number') {
    const milliseconds = value < 1e11 ? value * 1_000 : value;
    return milliseconds >= 1e11 && milliseconds < 1e13 ? new Date(milliseconds).toISOString() : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|[+-]\d{4})$/.test(text)) {
    const milliseconds = Date.parse(text);
    return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
  }
  return toInstant(text.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T'));
}
