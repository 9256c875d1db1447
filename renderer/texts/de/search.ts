import { counting } from '../../../src/domain/counting.ts';
import type { search as english } from '../en/search.ts';

const { many } = counting('de');

export const search: typeof english = {
  label: 'Texte, Namen und Nummern durchsuchen',
  placeholder: 'Suchen',
  hint: 'Suchbegriff eingeben oder einen Filter wählen. Wörter in „Anführungszeichen“ werden genau so gefunden.',
  searching: 'Suche läuft …',
  searchingOlder: 'Ältere Nachrichten werden durchsucht …',
  clear: 'Suche verlassen',
  conversations: 'Konversationen',
  messages: 'Nachrichten',
  you: 'Sie:',
  results: (count: number) => many(count, 'Treffer', 'Treffer'),
  resultsAndMore: (count: number) => `${many(count, 'Treffer', 'Treffer')}, weitere darunter`,
  building: 'Ihre Nachrichten werden noch für die Suche vorbereitet.',
  buildingShare: (share: string) => `Ihre Nachrichten werden für die Suche vorbereitet: ${share}. Unten steht, was bisher gefunden wurde.`,
  unavailable:
    'Der Suchindex ist gerade nicht verfügbar, daher wird nur ein Teil der Nachrichten durchsucht. Es wird von selbst erneut versucht.',
  nothingFits: 'Nichts passt zu diesen Filtern',
  narrowed: 'Die Filter lassen einen Teil der Nachrichten aus.',
  clearFilters: 'Ohne Filter suchen',
  showFilters: 'Filter zeigen',
  hideFilters: 'Filter entfernen',
  filters: {
    label: 'Filter',
    line: 'Anschluss',
    anyLine: 'Alle Anschlüsse',
    direction: 'Richtung',
    anyDirection: 'Ein- und ausgehend',
    inbound: 'Empfangen',
    outbound: 'Gesendet',
    time: 'Zeit',
    anyTime: 'Jederzeit',
    days: (count: number) => (count === 1 ? 'Heute' : count === 365 ? 'Letzte 12 Monate' : `Letzte ${count} Tage`),
    range: 'Von … bis …',
    from: 'Von',
    to: 'Bis',
    hasMedia: 'Mit Anhang',
  },
};
