import { findCode } from '../../src/domain/code.ts';
import type { Message } from '../../src/domain/message.ts';
import { attachmentItems } from '../media/menu-items.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import type { MenuItem } from '../ui/Menu.tsx';
import { splitLinks } from './links.ts';

const words = texts.thread;

/** What can be done with a message. */
export function useMessageItems(message: Message | undefined): readonly MenuItem[] {
  const { codes, deliveries, lines, media, sending } = useActions();
  const canOpen = useWindow((state) => state.host?.kind === 'electron');
  if (!message) return [];
  const { id, body, deliveryId } = message;
  const items: MenuItem[] = [...attachmentItems(message, media, canOpen)];
  // The button below the text is no Tab stop of its own either.
  const code = message.direction === 'inbound' ? findCode(body)?.code : undefined;
  if (code !== undefined) items.push({ label: texts.codes.copy(code), icon: 'key', run: () => void codes.copy(id) });
  // Links are no Tab stops of their own: from the keyboard they are opened here.
  const links = new Set(splitLinks(body).flatMap(({ kind, text }) => (kind === 'link' ? [text] : [])));
  for (const text of [...links].slice(0, 3)) {
    items.push({
      label: words.openLink(shortened(text)),
      icon: 'link',
      run: () => void window.open(text, '_blank', 'noopener,noreferrer'),
    });
  }
  if (body !== '') items.push({ label: words.copyText, icon: 'copy', run: () => void lines.copy(body) });
  if (deliveryId !== undefined) {
    items.push({ label: words.openDelivery, icon: 'deliveries', run: () => deliveries.showOf(id, deliveryId) });
  }
  items.push({ label: words.remove, icon: 'trash', run: () => sending.remove(id), bad: true, separated: items.length > 0 });
  return items;
}

function shortened(address: string): string {
  const bare = address.replace(/^https?:\/\//i, '');
  return bare.length > 34 ? `${bare.slice(0, 33)}…` : bare;
}
