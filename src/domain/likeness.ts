/**
 * Whether a sender that is only a name pretends to be somebody. Whoever sends such texts chooses the name freely, so one
 * that reads like a contact or like a phone number is worth a warning.
 * @module
 */
import type { Contact } from './contact.ts';
import { peerKind } from './peer.ts';

/** Letters of other scripts, and digits, that look like Latin letters (a part of Unicode's confusables). */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['аαɑ', 'a'],
    ['вβ', 'b'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['еєε', 'e'],
    ['ɡ', 'g'],
    ['һн', 'h'],
    ['іιı1l|!ӏ', 'i'],
    ['јϳ', 'j'],
    ['кκ', 'k'],
    ['м', 'm'],
    ['ոп', 'n'],
    ['оοσօ0', 'o'],
    ['рρ', 'p'],
    ['ѕ5$', 's'],
    ['тτ', 't'],
    ['υս', 'u'],
    ['ѵν', 'v'],
    ['ѡω', 'w'],
    ['хχ', 'x'],
    ['уγ', 'y'],
    ['з3', 'e'],
    ['@4', 'a'],
    ['8', 'b'],
    ['7', 't'],
  ].flatMap(([likes = '', letter = '']) => Array.from(likes, (like) => [like, letter])),
);

const looksLikeAnother = new RegExp(
  `[${Object.keys(lookAlikes)
    .join('')
    .replace(/[\\\]^-]/g, '\\$&')}]`,
  'gu',
);
const latinOnly = /^[\x20-\x7e]*$/;

/** What is left of a name when everything is taken away that could tell it from one that looks the same. */
export function skeletonOf(name: string): string {
  const bare = latinOnly.test(name) ? name : name.normalize('NFKD').replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  const letters = bare.toLowerCase().replace(/[^\p{L}\p{N}|!$@]/gu, '');
  return letters.replace(looksLikeAnother, (letter) => lookAlikes[letter] ?? letter);
}

/** A list of thousands is gone through again whenever one of them changes. */
const skeletons = new WeakMap<Contact, string>();

function skeletonOfContact(contact: Contact): string {
  const known = skeletons.get(contact);
  if (known !== undefined) return known;
  const skeleton = skeletonOf(contact.name);
  skeletons.set(contact, skeleton);
  return skeleton;
}

/** Contacts by how their names look; names that say nothing are left out. */
export function contactsByLooks(contacts: readonly Contact[]): ReadonlyMap<string, Contact> {
  const byLooks = new Map<string, Contact>();
  for (const contact of contacts) {
    const skeleton = skeletonOfContact(contact);
    if (skeleton.length >= 2) byLooks.set(skeleton, contact);
  }
  return byLooks;
}

export type Likeness = { readonly kind: 'contact'; readonly contact: Contact } | { readonly kind: 'number' };

/**
 * Whom a sender's name looks like: a contact of another address, or a phone number. Numbers look like nobody.
 * @param byLooks from `contactsByLooks`
 */
export function likenessOf(address: string, byLooks: ReadonlyMap<string, Contact>): Likeness | undefined {
  if (peerKind(address) !== 'alphanumeric') return undefined;
  const contact = byLooks.get(skeletonOf(address));
  if (contact !== undefined && !contact.addresses.some((own) => own.address === address)) return { kind: 'contact', contact };
  return looksLikeNumber(address) ? { kind: 'number' } : undefined;
}

/** Letters that are drawn like a digit. */
const digitLike: readonly (readonly [RegExp, string])[] = [
  [/[OoОоΟοՕօ]/gu, '0'],
  [/[lIiІіΙιӀ|!]/gu, '1'],
  [/Z/gu, '2'],
  [/S/gu, '5'],
  [/B/gu, '8'],
];

/** Nothing in it but digits, what looks like digits, and what stands between digits. Three of them are digits indeed. */
export function readsLikeNumber(shown: string): boolean {
  const bare = shown.normalize('NFKC').replace(/[\p{Z}\p{P}\p{S}\p{M}]/gu, (sign) => (/[|!]/.test(sign) ? sign : ''));
  const read = digitLike.reduce((rest, [letters, digit]) => rest.replace(letters, digit), bare);
  return /^\p{Nd}{5,}$/u.test(read) && (bare.match(/\p{Nd}/gu) ?? []).length >= 3;
}

/** Mostly digits, but not a number: `+1 415 555 O123`, or one with something hidden in it. */
function looksLikeNumber(address: string): boolean {
  if (/^\d+$/.test(address)) return false;
  const shown = address.normalize('NFKC').replace(/[^\p{L}\p{N}+]/gu, '');
  const digits = shown.replace(/\P{Nd}/gu, '').length;
  return readsLikeNumber(address) || (digits >= 5 && digits / Array.from(shown).length >= 0.7);
}
