/**
 * When two messages of one conversation are the same.
 * @module
 */
import { hash } from 'node:crypto';
import type { Message } from '../../domain/message.ts';

/** Longer texts are compared by their hash. */
const longest = 80;

type Content = Pick<Message, 'direction' | 'body' | 'media'>;

/** What is the same in two records of one message besides its time. */
export function contentOf({ direction, body, media }: Content): string {
  const text = body.length > longest ? `#${hash('sha256', body, 'base64url')}` : `=${body}`;
  return `${direction === 'inbound' ? 'i' : 'o'}${media?.length ?? 0}${text}`;
}

/** Whether that is the same in two. */
export function isSameContent(one: Content, other: Content): boolean {
  return one.direction === other.direction && one.body === other.body && (one.media?.length ?? 0) === (other.media?.length ?? 0);
}

/** Times are the same when they are, or when one lacks its milliseconds and the second is the same. Of one second only. */
export function isSameTime(one: number, other: number): boolean {
  return one === other || one % 1_000 === 0 || other % 1_000 === 0;
}
