/**
 * Reads who is on a contact card that came as an attachment, for the window to show.
 * @module
 */
import type { AttachedContacts } from '../../contract/methods/media.ts';
import { addressFrom } from '../../domain/peer.ts';
import { visible } from '../../domain/visible.ts';
import type { ContactCards, MediaContent } from '../ports.ts';

/** How many are shown; the others are counted. */
const shown = 3;
const shownNumbers = 4;
/** Reading ends here: it is a card somebody sent, not an address book. */
const mostCards = 500;

/** @param region country of numbers written without one */
export async function readAttachedContacts({ chunks }: MediaContent, cards: ContactCards, region: string): Promise<AttachedContacts> {
  const items: AttachedContacts['items'] = [];
  let count = 0;
  for await (const reading of cards.read(chunks)) {
    if (reading.kind !== 'card') continue;
    count += 1;
    if (count > mostCards) break;
    const { name, organization, numbers } = reading.card;
    const addresses = new Set(numbers.map(({ text, isSender }) => (isSender ? text.trim() : addressFrom(text, region))));
    if (items.length < shown) {
      items.push({
        name: visible(name),
        ...(organization !== undefined && { organization: visible(organization) }),
        addresses: [...addresses].filter((address) => address !== '').slice(0, shownNumbers),
      });
    }
  }
  return { items, more: count - items.length };
}
