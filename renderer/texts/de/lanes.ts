import { counting } from '../../../src/domain/counting.ts';
import type { lanes as english } from '../en/lanes.ts';

const { many } = counting('de');

export const lanes: typeof english = {
  heading: 'Anschlüsse und Ansichten',
  show: 'Anschlüsse und Ansichten zeigen',
  inbox: 'Posteingang',
  archived: 'Archiv',
  lines: 'Anschlüsse',
  removedLine: 'Entfernter Anschluss',
  addNumber: 'Nummer hinzufügen',
  deliveries: 'Zustellungen',
  settings: 'Einstellungen',
  lineSettings: (label: string) => `Einstellungen von ${label}`,
  unread: (count: number) => many(count, 'ungelesene Nachricht', 'ungelesene Nachrichten'),
};
