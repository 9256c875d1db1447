import { counting } from '../../../src/domain/counting.ts';
import type { conversations as english } from '../en/conversations.ts';

const { many } = counting('de');

export const conversations: typeof english = {
  list: 'Konversationen',
  newConversation: 'Neue Konversation',
  pinned: 'Angeheftet',
  muted: 'Stumm',
  unread: (count: number) => many(count, 'ungelesen', 'ungelesen'),
  you: 'Sie',
  draft: 'Entwurf',
  media: (count: number) => many(count, 'Anhang', 'Anhänge'),
  noText: 'Kein Text',
  pin: 'Oben anheften',
  unpin: 'Nicht mehr anheften',
  mute: 'Stummschalten',
  unmute: 'Stummschaltung aufheben',
  archive: 'Archivieren',
  unarchive: 'In den Posteingang verschieben',
  markUnread: 'Als ungelesen markieren',
  markRead: 'Als gelesen markieren',
  actions: 'Mehr zu dieser Konversation',
  loadFailed: 'Die Konversationen konnten nicht geladen werden.',
};
