/**
 * The letters of a value: out of quoted-printable or base64, in the encoding the property names, or the one that fits.
 * @module
 */
import { TextDecoder } from 'node:util';
import type { CardProblemCode } from '../../contract/contact-import.ts';
import type { Property } from './property.ts';

export type Letters = { readonly text: string; readonly problem: CardProblemCode | undefined };

/** @param isTranscoded the file was UTF-16 and is UTF-8 by now, whatever its properties say */
export function lettersOf({ value, parameters }: Pick<Property, 'value' | 'parameters'>, isTranscoded: boolean): Letters {
  const encoding = parameters.get('ENCODING')?.[0]?.toUpperCase();
  const charset = parameters.get('CHARSET')?.[0];
  if (encoding === 'QUOTED-PRINTABLE') return decode(fromQuotedPrintable(value), charset);
  if (encoding === 'B' || encoding === 'BASE64') return decode(Buffer.from(value.toString('latin1'), 'base64'), charset);
  return decode(value, isTranscoded ? undefined : charset);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** What programs of the time before UTF-8 wrote where they named nothing; every byte is a letter in it. */
const western = new TextDecoder('windows-1252');

function decode(bytes: Uint8Array, charset: string | undefined): Letters {
  if (charset !== undefined && !/^(utf-?8|us-ascii|ascii)$/i.test(charset)) {
    const decoder = decoderOf(charset);
    if (decoder === undefined) return { ...guess(bytes), problem: 'unknown-encoding' };
    const text = decoder.decode(bytes);
    return { text, problem: text.includes('\ufffd') ? 'bad-letters' : undefined };
  }
  return guess(bytes);
}

function guess(bytes: Uint8Array): Letters {
  try {
    return { text: utf8.decode(bytes), problem: undefined };
  } catch {
    return { text: western.decode(bytes), problem: undefined };
  }
}

const decoders = new Map<string, TextDecoder | undefined>();
const decodersAtMost = 50;

function decoderOf(charset: string): TextDecoder | undefined {
  const name = charset.toLowerCase();
  if (decoders.has(name)) return decoders.get(name);
  let decoder: TextDecoder | undefined;
  try {
    decoder = new TextDecoder(name);
  } catch {
    decoder = undefined;
  }
  if (decoders.size >= decodersAtMost) decoders.clear();
  decoders.set(name, decoder);
  return decoder;
}

const equals = 0x3d;

/** RFC 2045, section 6.7. An `=` that begins nothing stays as it is. */
export function fromQuotedPrintable(value: Buffer): Buffer {
  const bytes = Buffer.alloc(value.length);
  let length = 0;
  for (let index = 0; index < value.length; index += 1) {
    const byte = value[index] ?? 0;
    const high = byte === equals ? hexadecimal(value[index + 1]) : -1;
    const low = high < 0 ? -1 : hexadecimal(value[index + 2]);
    if (low < 0) bytes[length] = byte;
    else {
      bytes[length] = high * 16 + low;
      index += 2;
    }
    length += 1;
  }
  return bytes.subarray(0, length);
}

function hexadecimal(byte: number | undefined): number {
  return byte === undefined ? -1 : '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase());
}

/** `\n`, `\,`, `\;`, `\\` and whatever else was escaped. */
export function unescapeText(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter));
}

/** The components of a structured value like N or ORG, unescaped. */
export function components(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === ';') {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => unescapeText(part).trim());
}
