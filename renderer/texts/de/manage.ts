import { counting } from '../../../src/domain/counting.ts';
import type { manage as english } from '../en/manage.ts';

const { counted, isOne } = counting('de');

/** „Konversation archiviert“, „3 Konversationen archiviert“. */
const done = (what: string) => (count: number) =>
  isOne(count) ? `Konversation ${what}` : `${counted.format(count)} Konversationen ${what}`;

/** What is done with conversations, one or many. */
export const manage: typeof english = {
  select: 'Auswählen',
  selectThis: (name: string) => `${name} auswählen`,
  selectAll: 'Alle auswählen',
  selected: (count: number) => `${counted.format(count)} ausgewählt`,
  selection: 'Mit den ausgewählten Konversationen',
  leave: 'Auswahl beenden',
  tag: 'Schlagwörter …',
  block: 'Blockieren …',
  unblock: 'Nicht mehr blockieren',
  accept: 'In Ordnung',
  addContact: 'Zu den Kontakten',
  addContactShort: 'Hinzufügen',
  markAllRead: 'Alle als gelesen markieren',
  done: {
    archived: done('archiviert'),
    unarchived: (count: number) =>
      isOne(count) ? 'Wieder im Posteingang' : `${counted.format(count)} Konversationen wieder im Posteingang`,
    pinned: done('angeheftet'),
    unpinned: done('nicht mehr angeheftet'),
    muted: done('stummgeschaltet'),
    unmuted: done('nicht mehr stumm'),
    blocked: (count: number) => (isOne(count) ? 'Blockiert' : `${counted.format(count)} blockiert`),
    unblocked: (count: number) => (isOne(count) ? 'Nicht mehr blockiert' : `${counted.format(count)} nicht mehr blockiert`),
    accepted: (count: number) =>
      isOne(count) ? 'Kein unbekannter Absender mehr' : `${counted.format(count)} keine unbekannten Absender mehr`,
    tagged: (count: number) =>
      isOne(count) ? 'Schlagwörter geändert' : `Schlagwörter von ${counted.format(count)} Konversationen geändert`,
    read: done('als gelesen markiert'),
    unread: done('als ungelesen markiert'),
  },
  blocking: {
    title: (name: string) => `${name} blockieren?`,
    titleMany: (count: number) => `${counted.format(count)} Konversationen blockieren?`,
    text: 'Nachrichten kommen weiter an und werden unter „Blockiert“ aufbewahrt, aber ohne Benachrichtigung, und sie zählen nirgends mit. Der Absender erfährt davon nichts. Das lässt sich jederzeit aufheben.',
    confirm: 'Blockieren',
  },
  blockedBanner: 'Dieser Absender ist blockiert. Nachrichten kommen hier weiter an, ohne Benachrichtigung.',
  unknownBanner: (name: string) => `An ${name} ging noch nie eine Nachricht, und es ist kein Kontakt.`,
  tags: {
    title: 'Schlagwörter',
    titleMany: (count: number) => `Schlagwörter von ${counted.format(count)} Konversationen`,
    field: 'Schlagwort finden oder anlegen',
    make: (tag: string) => `„${tag}“ anlegen`,
    none: 'Ein Schlagwort ist ein eigenes Wort, etwa „Kunden“. Jedes wird zu einer Ansicht in der Seitenleiste.',
    list: 'Eigene Schlagwörter',
    partly: (tag: string) => `${tag} (bei einigen)`,
    done: 'Fertig',
    region: 'Schlagwörter dieser Konversation',
  },
  replyFrom: (line: string) => `Antwort von ${line}`,
};
