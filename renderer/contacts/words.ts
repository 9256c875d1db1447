/**
 * What is said of somebody besides the name.
 * @module
 */
import type { Likeness } from '../../src/domain/likeness.ts';
import { texts } from '../texts.ts';
import type { PeerWords } from './name.ts';

/** The number below a contact's name; what a short code or a sender's name is; nothing where the name is the number itself. */
export function whatItIs({ name, address, kind }: Pick<PeerWords, 'name' | 'address' | 'kind'>): string | undefined {
  if (name !== address) return address;
  if (kind === 'short-code') return texts.contacts.shortCode;
  return kind === 'alphanumeric' && !/^\d+$/.test(address) ? texts.contacts.senderName : undefined;
}

/** The warning about a sender that could be taken for somebody. */
export function likenessWords(likeness: Likeness): string {
  return likeness.kind === 'contact' ? texts.contacts.likeContact(likeness.contact.name) : texts.contacts.likeNumber;
}

/** What kind of number it is, in the window's language; what the user called it themselves stays as it is. */
export function labelWords(label: string): string {
  return Object.hasOwn(texts.contacts.labels, label) ? (texts.contacts.labels[label] ?? label) : label;
}
