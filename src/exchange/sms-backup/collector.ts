/**
 * Puts the tags of a backup together to what happens, in order: a text, the bytes of an attachment, a problem. It works
 * through one piece of the file at a time and waits for nothing; who reads the file does what takes time with what it gives.
 * @module
 */
import type { ReadProblem, ReadProblemCode } from '../../contract/exchange.ts';
import type { BackupMessage } from '../../core/ports.ts';
import type { Result } from '../../domain/result.ts';
import type { XmlHandler } from '../xml/tokenizer.ts';
import { type Addr, type Attributes, given, mmsOf, peopleOf, smsOf, wantedOf } from './elements.ts';

type Refusal = { readonly code: ReadProblemCode; readonly detail?: string };
type Media = BackupMessage['media'];

export type BackupEvent =
  | { readonly kind: 'message'; readonly message: BackupMessage }
  | { readonly kind: 'problem'; readonly problem: ReadProblem }
  /** Bytes of an attachment as base64; `name` as it is known when it begins. */
  | { readonly kind: 'part'; readonly bytes: Buffer; readonly last: boolean; readonly name: string | undefined; readonly line: number }
  /** The attachments since the last of these belong to this message, which is made with them. */
  | { readonly kind: 'mms'; readonly make: (media: Media) => Result<BackupMessage, Refusal>; readonly line: number }
  /** They belong to none. */
  | { readonly kind: 'no-mms' };

export type Collector = {
  readonly handler: XmlHandler;
  /** What happened since the last time. */
  take(): BackupEvent[];
  /** What is left when the file is over. */
  end(): BackupEvent[];
  /** How many texts the file says it has. */
  declared(): number | undefined;
};

type Mms = { readonly attributes: Attributes; readonly line: number; readonly addrs: Addr[]; readonly texts: string[]; isBroken: boolean };

const nothing = { whole: new Set<string>() };
/** An attachment that says "there is none". */
const none = 'null';
/** So many addresses are read of one message; nobody writes to more. */
const mostAddresses = 500;
/** So many kinds of elements are told of. */
const mostUnknown = 100;

export function createCollector(now: number): Collector {
  let events: BackupEvent[] = [];
  let declared: number | undefined;
  let element = '';
  let line = 1;
  let attributes: Record<string, string> = {};
  let isBroken = false;
  let mms: Mms | undefined;
  /** The beginning of an attachment, until it is sure that there is one; `undefined` once it has begun or is not wanted. */
  let beginning: Buffer | undefined;
  let isAttachment = false;
  const unknown = new Set<string>();
  let isOpen = false;
  let isTruncated = false;

  const problem = (code: ReadProblemCode, at: number, lost: boolean, detail?: string): void => {
    const shortened = detail?.slice(0, 100).toWellFormed();
    events.push({ kind: 'problem', problem: { code, line: at, lost, ...(shortened !== undefined && { detail: shortened }) } });
  };
  const settle = (result: Result<BackupMessage, Refusal>, at: number): void => {
    if (result.ok) events.push({ kind: 'message', message: result.value });
    else problem(result.error.code, at, true, result.error.detail);
  };
  const dropMms = (): void => {
    if (mms === undefined) return;
    mms = undefined;
    events.push({ kind: 'no-mms' });
  };
  const wantsAttachment = (): boolean => {
    const type = attributes.ct?.toLowerCase() ?? '';
    return mms !== undefined && !mms.isBroken && type !== 'application/smil' && given(attributes, 'text') === undefined;
  };

  const endPart = (): void => {
    if (mms === undefined || isBroken || isAttachment) return;
    const text = given(attributes, 'text');
    if (text !== undefined && attributes.ct?.toLowerCase() === 'text/plain') mms.texts.push(text);
  };
  const endMms = (): void => {
    if (mms === undefined) return;
    const { attributes: head, line: at, addrs, texts, isBroken: isDamaged } = mms;
    mms = undefined;
    if (isDamaged) events.push({ kind: 'no-mms' });
    else events.push({ kind: 'mms', make: (media) => mmsOf(head, { addrs, texts, media }, now), line: at });
  };

  const beginMms = (isEmpty: boolean): void => {
    mms = { attributes, line, addrs: [], texts: [], isBroken };
    // A message to several is known before its pictures come: they need not be kept.
    const people = peopleOf(attributes, [], true).length;
    if (people > 1) {
      problem('group-message', line, true, String(people));
      mms.isBroken = true;
    }
    if (isEmpty) endMms();
  };
  const opened: Readonly<Record<string, (isEmpty: boolean) => void>> = {
    smses(isEmpty) {
      isOpen = !isEmpty;
      const count = given(attributes, 'count');
      if (count !== undefined && /^\d{1,9}$/.test(count)) declared = Number(count);
    },
    sms() {
      if (!isBroken) settle(smsOf(attributes, now), line);
    },
    mms: beginMms,
    part: endPart,
    addr() {
      if (isBroken || mms === undefined || mms.addrs.length >= mostAddresses) return;
      mms.addrs.push({ address: attributes.address ?? '', type: attributes.type ?? '' });
    },
  };

  const handler: XmlHandler = {
    open(name, at) {
      element = name;
      line = at;
      attributes = {};
      isBroken = false;
      isAttachment = false;
      beginning = Buffer.alloc(0);
      const wanted = wantedOf.get(name);
      if (wanted === undefined && unknown.size < mostUnknown && !unknown.has(name)) {
        unknown.add(name);
        problem('unknown-element', at, false, name);
      }
      if ((name === 'sms' || name === 'mms') && mms !== undefined) {
        // The message before was never closed.
        problem('markup', mms.line, true);
        dropMms();
      }
      return wanted ?? nothing;
    },
    attribute(name, value) {
      attributes[name] = value;
    },
    piece(bytes, last) {
      let data = bytes;
      if (beginning !== undefined) {
        data = beginning.length === 0 ? bytes : Buffer.concat([beginning, bytes]);
        if (data.length <= none.length && !last) {
          beginning = Buffer.from(data);
          return;
        }
        beginning = undefined;
        isAttachment = wantsAttachment() && data.length > 0 && data.toString('latin1', 0, none.length + 1) !== none;
      }
      if (!isAttachment) return;
      const name = given(attributes, 'cl') ?? given(attributes, 'name') ?? given(attributes, 'fn');
      events.push({ kind: 'part', bytes: data, last, name, line });
    },
    opened(isEmpty) {
      if (Object.hasOwn(opened, element)) opened[element]?.(isEmpty);
    },
    close(name) {
      if (name === 'mms') endMms();
      if (name === 'smses') isOpen = false;
    },
    broken() {
      isBroken = true;
      if (mms !== undefined) mms.isBroken = true;
    },
    problem(code, at, detail) {
      isTruncated ||= code === 'truncated';
      const isOfText = element === 'sms' || element === 'mms' || mms !== undefined;
      const lost = (code === 'markup' || code === 'value-too-long' || code === 'truncated') && isOfText && !(mms?.isBroken ?? isBroken);
      problem(code, at, lost, detail);
    },
  };
  const take = (): BackupEvent[] => {
    const taken = events;
    events = [];
    return taken;
  };
  return {
    handler,
    take,
    end() {
      if (isOpen && !isTruncated) problem('truncated', line, mms !== undefined);
      dropMms();
      return take();
    },
    declared: () => declared,
  };
}
