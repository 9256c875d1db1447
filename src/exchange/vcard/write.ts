/**
 * Writes contacts as vCard 3.0 in UTF-8: what Google, Apple and Outlook all read. Labels of one's own are written as Apple
 * does it, which most others understand too.
 * @module
 */
import type { Contact } from '../../domain/contact.ts';
import { peerKind } from '../../domain/peer.ts';

/** Octets of a line without its end (RFC 2426, section 2.6). */
const lineOctets = 75;
/** A map: a label is whatever somebody typed, `valueOf` too. */
const types: ReadonlyMap<string, string> = new Map([
  ['mobile', 'CELL'],
  ['work', 'WORK'],
  ['home', 'HOME'],
  ['fax', 'FAX'],
  ['pager', 'PAGER'],
  ['main', 'MAIN'],
  ['car', 'CAR'],
  ['other', 'OTHER'],
]);

/** A whole file, a contact a piece. */
export function* writeCards(contacts: Iterable<Contact>): Generator<string> {
  for (const contact of contacts) yield card(contact);
}

function card({ name, organization, note, addresses }: Contact): string {
  const lines = ['BEGIN:VCARD', 'VERSION:3.0', `FN:${escaped(name)}`, `N:${structured(name)}`];
  if (organization !== undefined) lines.push(`ORG:${escaped(organization)}`);
  for (const [index, { address, label }] of addresses.entries()) lines.push(...numberLines(address, label, index + 1));
  if (note !== '') lines.push(`NOTE:${escaped(note)}`);
  lines.push('END:VCARD');
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function numberLines(address: string, label: string | undefined, item: number): string[] {
  const isSender = peerKind(address) === 'alphanumeric' && !/^\d+$/.test(address);
  const type = types.get(label ?? '');
  const parameters = [type, isSender ? 'X-SENDER' : undefined].filter((word) => word !== undefined);
  const typed = parameters.length === 0 ? '' : `;TYPE=${parameters.join(',')}`;
  if (label === undefined || type !== undefined) return [`TEL${typed}:${escaped(address)}`];
  return [`item${item}.TEL${typed}:${escaped(address)}`, `item${item}.X-ABLabel:${escaped(label)}`];
}

/** Programs sort by the first component: the last word of a name. */
function structured(name: string): string {
  const words = name.split(' ');
  const family = words.length > 1 ? (words.pop() ?? '') : '';
  return `${escaped(family)};${escaped(words.join(' '))};;;`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** Folded between letters, never within one. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= lineOctets) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const width = Buffer.byteLength(letter);
    if (octets + width > lineOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += width;
  }
  return [...parts, part].join('\r\n');
}
