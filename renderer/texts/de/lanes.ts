import { counting } from '../../../src/domain/counting.ts';
import type { lanes as english } from '../en/lanes.ts';

const { many } = counting('de');

export const lanes: typeof english = {
  heading: 'Anschlüsse und Ansichten',
  show: 'Anschlüsse und Ansichten zeigen',
  inbox: 'Posteingang',
  waiting: 'Warten auf mich',
  codes: 'Codes',
  unknown: 'Unbekannte Absender',
  archived: 'Archiv',
  blocked: 'Blockiert',
  tags: 'Schlagwörter',
  more: 'Mehr',
  conversations: (count: number) => many(count, 'Konversation', 'Konversationen'),
  waitingFor: (duration: string) => `Wartet seit ${duration}`,
  notes: {
    waiting: (hours: number) =>
      hours === 0
        ? 'Das letzte Wort ist ihres. Wer am längsten wartet, steht oben.'
        : `Das letzte Wort ist ihres, seit mindestens ${many(hours, 'Stunde', 'Stunden')}. Wer am längsten wartet, steht oben.`,
    codes: (hours: number) =>
      (hours === 1 ? 'Einmalcodes der letzten Stunde.' : `Einmalcodes der letzten ${many(hours, 'Stunde', 'Stunden')}.`) +
      ' Sie verschwinden hier von selbst.',
    unknown: 'Personen und Dienste, an die noch nie eine Nachricht ging und die keine Kontakte sind.',
    blocked: 'Nachrichten von hier kommen weiter an und werden aufbewahrt, aber ohne Benachrichtigung, und sie zählen nirgends mit.',
  },
  empty: {
    waiting: {
      title: 'Niemand wartet',
      text: 'Hierher kommen Konversationen, deren letztes Wort nicht das eigene ist, nach einiger Zeit.',
    },
    codes: {
      title: 'Gerade kein Code',
      text: 'Eine Nachricht mit einem Einmalcode steht hier, der Code ist mit einem Klick kopiert, und sie verschwindet von selbst.',
    },
    unknown: { title: 'Keine unbekannten Absender', text: 'Wer zum ersten Mal schreibt und kein Kontakt ist, steht hier.' },
    blocked: {
      title: 'Niemand ist blockiert',
      text: 'Blockierte Absender können weiter schreiben, nur ohne Benachrichtigung. Ihre Nachrichten stehen hier.',
    },
    tag: (tag: string) => ({ title: `Nichts trägt „${tag}“`, text: 'Konversationen mit diesem Schlagwort stehen hier.' }),
  },
  color: 'Farbe',
  colors: ['Kiefer', 'Blau', 'Orange', 'Violett', 'Petrol', 'Rosa', 'Oliv', 'Grau'],
  look: 'Im Posteingang',
  waitingHours: 'Wartet auf mich nach',
  waitingHoursHelp: 'So lange ohne eigene Antwort, und eine Konversation steht unter „Warten auf mich“.',
  waitingUsual: (hours: string) => `Wie in den Einstellungen (${hours})`,
  atOnce: 'Sofort',
  section: 'Ansichten',
  unknownApart: 'Unbekannte Absender nicht im Posteingang zeigen',
  unknownApartHelp:
    'Ihre Nachrichten stehen nur unter „Unbekannte Absender“, bis eine Antwort hinausgeht, ein Kontakt angelegt wird oder sie für in Ordnung befunden werden.',
  lines: 'Anschlüsse',
  removedLine: 'Entfernter Anschluss',
  addNumber: 'Nummer hinzufügen',
  deliveries: 'Zustellungen',
  settings: 'Einstellungen',
  lineSettings: (label: string) => `Einstellungen von ${label}`,
  unread: (count: number) => many(count, 'ungelesene Nachricht', 'ungelesene Nachrichten'),
};
