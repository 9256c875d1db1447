/**
 * What the elements of a backup of "SMS Backup & Restore" say (https://synctech.com.au/sms-backup-restore/fields-in-xml-backup-files/).
 * Values are those of Android's own tables, `null` written out where there is none.
 * @module
 */
import type { ReadProblemCode } from '../../contract/exchange.ts';
import type { BackupMessage } from '../../core/ports.ts';
import type { Media, MessageStatus } from '../../domain/message.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Wanted } from '../xml/tokenizer.ts';

export type Attributes = Readonly<Record<string, string>>;
type Refusal = { readonly code: ReadProblemCode; readonly detail?: string };

const whole = (...names: readonly string[]): Wanted => ({ whole: new Set(names) });

/** What is read of which element. */
export const wantedOf: ReadonlyMap<string, Wanted> = new Map([
  ['smses', whole('count')],
  ['sms', whole('address', 'date', 'date_sent', 'type', 'body', 'status')],
  ['mms', whole('address', 'date', 'date_sent', 'msg_box', 'm_type', 'm_id', 'sub', 'st')],
  ['parts', whole()],
  ['part', { whole: new Set(['ct', 'name', 'fn', 'cl', 'text']), pieces: 'data' }],
  ['addrs', whole()],
  ['addr', whole('address', 'type')],
]);

/** What stands for this phone in the addresses of a message. */
const ownToken = 'insert-address-token';
/** Files made by others have seconds where milliseconds belong: as milliseconds they would be before the first text ever. */
const leastMilliseconds = 100_000_000_000;
const yearMs = 366 * 86_400_000;

/** A value that is there. */
export function given(attributes: Attributes, name: string): string | undefined {
  const value = attributes[name];
  return value === undefined || value === '' || value === 'null' ? undefined : value;
}

/** Milliseconds since the epoch; `undefined` when it is no time at which a text can have been sent. */
function timeOf(text: string | undefined, now: number): number | undefined {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  const milliseconds = value < leastMilliseconds ? value * 1_000 : value;
  return milliseconds >= 1_000 && milliseconds <= now + yearMs ? milliseconds : undefined;
}

/** Android's boxes of texts: 1 inbox, 2 sent, 3 draft, 4 outbox, 5 failed, 6 queued. What never left is kept as failed. */
function boxOf(box: string | undefined): { direction: 'inbound' | 'outbound'; status: MessageStatus } | 'draft' | undefined {
  switch (box) {
    case '1':
      return { direction: 'inbound', status: 'received' };
    case '2':
      return { direction: 'outbound', status: 'sent' };
    case '3':
      return 'draft';
    case '4':
    case '5':
    case '6':
      return { direction: 'outbound', status: 'failed' };
    default:
      return undefined;
  }
}

type Head = Pick<BackupMessage, 'direction' | 'status' | 'at'> & { readonly sentAt?: number };

function headOf(attributes: Attributes, box: string | undefined, now: number): Result<Head, Refusal> {
  const kind = boxOf(box);
  if (kind === 'draft') return failed({ code: 'draft' });
  if (kind === undefined) return failed({ code: 'unknown-type', ...(box !== undefined && { detail: box }) });
  const date = given(attributes, 'date');
  const at = timeOf(date, now);
  if (at === undefined) return failed({ code: 'no-date', ...(date !== undefined && { detail: date }) });
  const sentAt = kind.direction === 'inbound' ? timeOf(given(attributes, 'date_sent'), now) : undefined;
  return ok({ ...kind, at, ...(sentAt !== undefined && { sentAt }) });
}

/** 0 = the network reported it delivered, 64 = it reported that it could not be. */
const reported: ReadonlyMap<string, MessageStatus> = new Map([
  ['0', 'delivered'],
  ['64', 'undelivered'],
]);

/** `<sms …/>` */
export function smsOf(attributes: Attributes, now: number): Result<BackupMessage, Refusal> {
  const head = headOf(attributes, given(attributes, 'type'), now);
  if (!head.ok) return head;
  const address = given(attributes, 'address');
  if (address === undefined) return failed({ code: 'no-address' });
  const status = head.value.status === 'sent' ? (reported.get(attributes.status ?? '') ?? 'sent') : head.value.status;
  return ok({ ...head.value, status, address, body: attributes.body === 'null' ? '' : (attributes.body ?? ''), media: [] });
}

export type Addr = { readonly address: string; readonly type: string };
const [fromType, toType] = ['137', '151'];

/** The people a group message is shared with, apart from the phone itself; one or none for all others. */
export function peopleOf(attributes: Attributes, addrs: readonly Addr[], isInbound: boolean): readonly string[] {
  const named = given(attributes, 'address');
  // The thread's people, joined: it knows best, the list of addresses has the phone itself in it, in whatever spelling.
  const thread = distinct(named?.split('~') ?? []);
  if (thread.length > 0) return thread;
  if (isInbound) return distinct(addrs.filter(({ type }) => type === fromType).map(({ address }) => address));
  return distinct(addrs.filter(({ type }) => type !== fromType).map(({ address }) => address));
}

function distinct(addresses: readonly string[]): readonly string[] {
  const clean = addresses.map((address) => address.trim()).filter((address) => address !== '' && address !== ownToken);
  return [...new Set(clean)];
}

/** Notifications of messages that the phone never fetched. */
const notFetched = '130';

/** `<mms …>` with its parts read already. */
export function mmsOf(
  attributes: Attributes,
  { addrs, texts, media }: { readonly addrs: readonly Addr[]; readonly texts: readonly string[]; readonly media: readonly Media[] },
  now: number,
): Result<BackupMessage, Refusal> {
  if (attributes.m_type === notFetched) return failed({ code: 'not-downloaded' });
  const head = headOf(attributes, given(attributes, 'msg_box'), now);
  if (!head.ok) return head;
  const isInbound = head.value.direction === 'inbound';
  const people = peopleOf(attributes, addrs, isInbound);
  const [address] = people;
  if (people.length > 1) return failed({ code: 'group-message', detail: String(people.length) });
  if (address === undefined) return failed({ code: 'no-address' });
  const subject = subjectOf(attributes);
  const own = isInbound ? distinct(addrs.filter(({ type }) => type === toType).map((addr) => addr.address)) : [];
  const id = given(attributes, 'm_id');
  return ok({
    ...head.value,
    address,
    body: [...(subject === undefined ? [] : [subject]), ...texts].join('\n'),
    media,
    ...(id !== undefined && { sourceId: id.slice(0, 200) }),
    ...(own.length === 1 && own[0] !== undefined && { ownNumber: own[0] }),
  });
}

/** Chat messages have machine talk where the subject belongs, and phones write that there is none in words. */
function subjectOf(attributes: Attributes): string | undefined {
  const subject = given(attributes, 'sub');
  return subject === undefined || subject.startsWith('proto:') || /^no ?subject$/i.test(subject) ? undefined : subject;
}
