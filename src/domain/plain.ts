/**
 * Names and texts as they may be shown outside their thread, where no layout keeps them apart: nothing invisible, nothing
 * that turns the direction of writing, and a name that looks like a phone number is recognisable as a name.
 * @module
 */
import type { Contact } from './contact.ts';
import { likenessOf, readsLikeNumber } from './likeness.ts';
import { peerKind } from './peer.ts';
import { visible } from './visible.ts';

/** Spaces of every width, and letters that are drawn as nothing. */
const blanks = /[\p{Zs}\u115f\u1160\u3164\uffa0\u2800]+/gu;
/** More marks than any language puts on one letter: they cover what stands around them. */
const piled = /(\p{M}{3})\p{M}+/gu;
const nobody = '?';

/**
 * What a sender is called, in one line. A name that reads like a number is put in quotation marks: numbers never are.
 * @param name what is shown: a contact's name or the formatted address
 * @param address the sender's own
 */
export function plainName(name: string, address: string): string {
  const plain = visible(name.replace(blanks, ' ')).replace(piled, '$1').trim();
  if (plain === '') return nobody;
  return isDisguised(plain, address) ? `“${plain}”` : plain;
}

/** A text in one line, for a notification of its own. */
export function plainText(text: string): string {
  return visible(text).replace(piled, '$1').trim();
}

/** A name among others in one sentence: one that is written from right to left does not turn its neighbours around. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

const noContacts: ReadonlyMap<string, Contact> = new Map();

/** What is shown reads like a number, and the address is another one, or a name. */
function isDisguised(shown: string, address: string): boolean {
  if (peerKind(address) === 'alphanumeric') return readsLikeNumber(shown) || likenessOf(address, noContacts)?.kind === 'number';
  return readsLikeNumber(shown) && lastDigits(shown) !== lastDigits(address);
}

/** Numbers are written with and without their country code, with a zero or an eight instead: their end stays. */
function lastDigits(text: string): string {
  return text.replace(/\D/g, '').slice(-6);
}
