/**
 * Reads the tags of an XML file that comes in pieces of bytes (UTF-8), in memory bounded by the longest attribute that is
 * asked for whole.
 *
 * No kept parser fits. saxes and the others build each attribute value whole before they tell of it, and a picture in a
 * backup is one attribute of up to hundreds of megabytes; they refuse the surrogate references every backup with an emoji
 * has (see entities.ts); and they stop at the first error, while a backup of years with one damaged spot is to be read
 * before and after it. On the other hand a backup needs little of XML: elements and attributes. Text between tags,
 * comments, CDATA, processing instructions and declarations are passed over; nothing a DOCTYPE declares is ever read.
 * @module
 */
import { isUtf8 } from 'node:buffer';
import { decodeReferences } from './entities.ts';
import { createLineCount } from './line-count.ts';
import { afterName, afterSpace, beginsName, byte, createNameReader, endOfDeclaration, indexOfByte, isQuote } from './scan.ts';

export type XmlProblem =
  | 'markup'
  | 'value-too-long'
  | 'reference'
  | 'characters'
  | 'doctype'
  /** The file ends inside of a tag. */
  | 'truncated';

/** Which attributes of an element are wanted: some whole, and one in pieces. The others are passed over. */
export type Wanted = { readonly whole: ReadonlySet<string>; readonly pieces?: string };

export type XmlHandler = {
  open(name: string, line: number): Wanted;
  attribute(name: string, value: string): void;
  /** The next bytes of the attribute that comes in pieces, as they are in the file; `last` when its end was reached. */
  piece(bytes: Buffer, last: boolean): void;
  opened(isEmpty: boolean): void;
  close(name: string): void;
  /** The tag that was opened cannot be read to its end. */
  broken(): void;
  problem(code: XmlProblem, line: number, detail?: string): void;
};

export type Tokenizer = {
  write(piece: Buffer): void;
  /** There is no more. */
  end(): void;
};

type Mode = 'content' | 'tag' | 'skip-value' | 'piece-value' | 'comment' | 'cdata' | 'instruction' | 'declaration';

/** Longer names than this are no names. */
const longestName = 200;
/** What has to be there to tell a comment from CDATA. */
const longestOpening = '<![CDATA['.length;
const endOf = { comment: '-->', cdata: ']]>', instruction: '?>' } as const;

/** @param longestValue bytes of an attribute that is wanted whole; longer ones are reported and passed over */
export function createTokenizer(handler: XmlHandler, longestValue = 1024 * 1024): Tokenizer {
  const lines = createLineCount();
  const nameIn = createNameReader();
  let rest: Buffer = Buffer.alloc(0);
  let mode: Mode = 'content';
  let wanted: Wanted = { whole: new Set() };
  let quote = 0;
  let isLast = false;

  const giveUpTag = (position: number): number => {
    handler.problem('markup', lines.at(position));
    handler.broken();
    mode = 'content';
    return position;
  };

  /** Each step answers where the next one begins, or -1 when it needs more bytes. */
  const content = (data: Buffer, from: number): number => {
    const at = data.indexOf(byte.less, from);
    if (at === -1) return data.length;
    if (data.length - at < longestOpening && !isLast) return at === from ? -1 : at;
    return construct(data, at, data.toString('latin1', at, at + longestOpening));
  };
  const construct = (data: Buffer, at: number, opening: string): number => {
    if (opening.startsWith('<!--')) return passOver('comment', at + 4);
    if (opening === '<![CDATA[') return passOver('cdata', at + longestOpening);
    if (opening.startsWith('<?')) return passOver('instruction', at + 2);
    if (opening.startsWith('<!')) {
      if (/^<!doctype/i.test(opening)) handler.problem('doctype', lines.at(at));
      return passOver('declaration', at + 2);
    }
    return opening.startsWith('</') ? closing(data, at) : begin(data, at);
  };
  const passOver = (what: Mode, position: number): number => {
    mode = what;
    return position;
  };

  const closing = (data: Buffer, at: number): number => {
    const end = data.indexOf(byte.greater, at);
    if (end === -1 && data.length - at <= longestName) return -1;
    const nameEnd = afterName(data, at + 2);
    if (end === -1 || afterSpace(data, nameEnd) !== end) {
      handler.problem('markup', lines.at(at));
      return at + 1;
    }
    handler.close(nameIn(data, at + 2, nameEnd));
    return end + 1;
  };

  const begin = (data: Buffer, at: number): number => {
    const nameEnd = afterName(data, at + 1);
    if (nameEnd === data.length && nameEnd - at <= longestName) return -1;
    if (!beginsName(data[at + 1]) || nameEnd - at > longestName) {
      handler.problem('markup', lines.at(at));
      return at + 1;
    }
    wanted = handler.open(nameIn(data, at + 1, nameEnd), lines.at(at));
    mode = 'tag';
    return nameEnd;
  };

  const tag = (data: Buffer, from: number): number => {
    const at = afterSpace(data, from);
    if (at === data.length) return at;
    const here = data[at];
    if (here === byte.greater || here === byte.slash) return tagEnd(data, at);
    if (!beginsName(here)) return giveUpTag(at);
    const nameEnd = afterName(data, at);
    if (nameEnd - at > longestName) return giveUpTag(at);
    const equals = afterSpace(data, nameEnd);
    const opening = afterSpace(data, equals + 1);
    if (opening >= data.length && opening - nameEnd <= longestName) return -1;
    const mark = data[opening];
    if (data[equals] !== byte.equals || !isQuote(mark)) return giveUpTag(at);
    quote = mark;
    return value(data, nameIn(data, at, nameEnd), opening + 1, at);
  };

  const tagEnd = (data: Buffer, at: number): number => {
    if (data[at] === byte.slash) {
      if (at + 1 === data.length) return -1;
      if (data[at + 1] !== byte.greater) return giveUpTag(at + 1);
    }
    const isEmpty = data[at] === byte.slash;
    mode = 'content';
    handler.opened(isEmpty);
    return at + (isEmpty ? 2 : 1);
  };

  const value = (data: Buffer, name: string, from: number, attributeAt: number): number => {
    if (name === wanted.pieces) return passOver('piece-value', from);
    const end = indexOfByte(data, quote, from);
    if (!wanted.whole.has(name)) return end === -1 ? passOver('skip-value', data.length) : end + 1;
    if ((end === -1 ? data.length : end) - from > longestValue) {
      handler.problem('value-too-long', lines.at(attributeAt), name);
      handler.broken();
      return passOver('skip-value', from);
    }
    if (end === -1) return -1;
    const text = data.toString('utf8', from, end);
    if (text.includes('\ufffd') && !isUtf8(data.subarray(from, end))) handler.problem('characters', lines.at(attributeAt), name);
    handler.attribute(
      name,
      decodeReferences(text, (reference) => handler.problem('reference', lines.at(attributeAt), reference)),
    );
    return end + 1;
  };

  const skipValue = (data: Buffer, from: number): number => {
    const end = data.indexOf(quote, from);
    if (end === -1) return data.length;
    mode = 'tag';
    return end + 1;
  };
  const pieceValue = (data: Buffer, from: number): number => {
    const end = data.indexOf(quote, from);
    handler.piece(data.subarray(from, end === -1 ? data.length : end), end !== -1);
    if (end === -1) return data.length;
    mode = 'tag';
    return end + 1;
  };
  const skipTo = (data: Buffer, from: number, ending: string): number => {
    const end = data.indexOf(ending, from, 'latin1');
    // Its end may be cut in two.
    if (end === -1) return Math.max(from, data.length - ending.length + 1);
    mode = 'content';
    return end + ending.length;
  };
  const declaration = (data: Buffer, from: number): number => {
    const end = endOfDeclaration(data, from, depth);
    depth = end.depth;
    if (end.isOver) mode = 'content';
    return end.position;
  };
  let depth = 0;

  const step = (data: Buffer, from: number): number => {
    switch (mode) {
      case 'content':
        return content(data, from);
      case 'tag':
        return tag(data, from);
      case 'skip-value':
        return skipValue(data, from);
      case 'piece-value':
        return pieceValue(data, from);
      case 'declaration':
        return declaration(data, from);
      default:
        return skipTo(data, from, endOf[mode]);
    }
  };

  const read = (data: Buffer): void => {
    let position = 0;
    while (position < data.length) {
      const before = mode;
      const next = step(data, position);
      if (next === -1 || (next === position && mode === before)) break;
      position = next;
    }
    lines.at(position);
    rest = data.subarray(position);
  };

  const take = (piece: Buffer): void => {
    const consumed = lastLength - rest.length;
    const data = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    lines.next(data, consumed);
    lastLength = data.length;
    read(data);
  };
  let lastLength = 0;

  return {
    write: take,
    end() {
      isLast = true;
      take(Buffer.alloc(0));
      if (mode !== 'content' || rest.length > 0) handler.problem('truncated', lines.at(lastLength));
    },
  };
}
