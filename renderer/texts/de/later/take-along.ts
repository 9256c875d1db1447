/**
 * Taking deliveries along: as a command, as HAR, as fixtures. Loaded when one is taken.
 * @module
 */
import { counting } from '../../../../src/domain/counting.ts';
import type { takeAlong as english } from '../../en/later/take-along.ts';

const { counted, many } = counting('de');

export const takeAlong: typeof english = {
  menu: 'Mitnehmen',
  curl: 'Als curl kopieren …',
  har: 'Als HAR sichern …',
  fixtures: 'Als Testdaten sichern …',
  learn: 'So arbeiten diese Webhooks',
  curlTitle: 'Als curl-Befehl',
  curlText: 'Sendet dieselben Bytes noch einmal, aus einem Terminal unter Linux oder macOS.',
  to: 'Senden an',
  targets: { public: 'Die öffentliche Adresse', local: 'Diesen Computer' },
  toPublic: 'Wie der Anbieter, durch das Internet.',
  toLocal: 'Unmittelbar an den Empfangsdienst auf diesem Computer.',
  mask: 'Nummern und Codes verdecken',
  maskHelp: 'Damit andere es sehen dürfen. Dieselbe Nummer wird überall dieselbe andere.',
  command: 'Der Befehl',
  writing: 'Der Befehl wird geschrieben …',
  cut: (count) => `Hier ist nur der Anfang zu sehen. Kopiert werden alle ${counted.format(count)} Zeichen.`,
  copyCommand: 'Befehl kopieren',
  notes: {
    'signature-broken-by-masking':
      'Die Signatur gehört zum Inhalt, wie er ankam; zum verdeckten passt sie nicht. Ein Empfangsdienst wird ihn ablehnen.',
    'secret-in-variable':
      'Ein Geheimnis wird nie ausgeschrieben: Der Befehl liest es aus einer Variablen. Setzen Sie diese zuerst, im selben Terminal.',
  },
  titles: { har: 'Als HAR sichern', fixtures: 'Als Testdaten sichern' },
  texts: {
    har: 'Eine Datei, die die Entwicklerwerkzeuge der Browser und viele Testwerkzeuge öffnen: Anfragen, Antworten und Zeiten.',
    fixtures: 'Ein Zip mit JSON-Dateien, eine je Zustellung, und allem, was ein Test braucht, um sie noch einmal zu senden.',
  },
  which: 'Welche Zustellungen',
  one: 'Diese Zustellung',
  listed: (count, more) => (more ? `Die neuesten ${counted.format(count)} der Liste` : `Alle ${counted.format(count)} der Liste`),
  gathering: 'Die Zustellungen werden gezählt …',
  save: 'Sichern …',
  saving: 'Wird geschrieben …',
  saved: (name) => `${name} wurde gesichert`,
  savedText: (count, size) => `${many(count, 'Zustellung', 'Zustellungen')}, ${size}`,
};
