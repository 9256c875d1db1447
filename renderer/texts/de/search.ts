import { counting } from '../../../src/domain/counting.ts';
import type { search as english } from '../en/search.ts';

const { many } = counting('de');

export const search: typeof english = {
  label: 'Texte und Nummern durchsuchen',
  placeholder: 'Suchen',
  searching: 'Suche läuft …',
  clear: 'Suche leeren',
  conversations: 'Konversationen',
  messages: 'Nachrichten',
  incomplete: 'Nicht alles konnte rechtzeitig gelesen werden. Mehr Buchstaben finden mehr.',
  results: (count: number) => many(count, 'Treffer', 'Treffer'),
};
