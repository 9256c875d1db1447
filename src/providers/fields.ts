/**
 * Shapes that several providers' payloads share.
 * @module
 */
import { z } from 'zod';

/** Message text. JSON can spell half a surrogate pair, which no encoding can store: it becomes U+FFFD. */
export const wireText = z.string().transform((text) => text.toWellFormed());

/** A sender: anything but nothing, since names and short codes write texts too. */
export const wireAddress = z.string().refine((address) => address.trim() !== '');

/** Attachments of one message that are kept; an MMS has ten at most. */
const mostMedia = 20;
const longestUrl = 2_048;

/** The attachments' addresses among whatever the payload holds: http(s) only, at most twenty. */
export function mediaUrlsFrom(values: readonly unknown[]): string[] {
  return values.filter((value): value is string => typeof value === 'string' && isMediaUrl(value)).slice(0, mostMedia);
}

function isMediaUrl(text: string): boolean {
  return text.length <= longestUrl && /^https?:\/\//i.test(text) && URL.canParse(text);
}
