import type { shortcuts as english } from '../en/shortcuts.ts';

export const shortcuts: typeof english = {
  title: 'Tastatur',
  nextConversation: 'Nächste Konversation',
  previousConversation: 'Vorige Konversation',
  nextUnread: 'Nächste ungelesene Konversation',
  previousUnread: 'Vorige ungelesene Konversation',
  nth: 'Konversation nach Position',
  compose: 'Neue Konversation',
  search: 'Suchen',
  composer: 'In dieser Konversation schreiben',
  archive: 'Diese Konversation archivieren',
  settings: 'Einstellungen',
  help: 'Diese Liste',
  send: 'Senden',
  newline: 'Neue Zeile',
  escape: 'Suche verlassen, Dialog schließen',
};
