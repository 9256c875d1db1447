/**
 * What is said outside the window, in German. Its words for Texttray's own things are listed in renderer/texts/de.
 * @module
 */
import { counting } from '../../domain/counting.ts';
import type { Words } from './words.ts';

const { counted, many } = counting('de');
const list = new Intl.ListFormat('de');

export const de: Words = {
  notices: {
    practiceLine: 'Übung',
    newMessage: 'Neue Nachricht',
    newMessageOn: (line: string) => `Neue Nachricht auf ${line}`,
    newMessages: (count: number) => many(count, 'neue Nachricht', 'neue Nachrichten'),
    attachment: 'Anhang',
    attachments: (count: number) => many(count, 'Anhang', 'Anhänge'),
    recovered: (count: number) => `${counted.format(count)} SMS nachgeholt`,
    recoveredOn: (count: number, line: string) =>
      `${count === 1 ? 'Sie ging' : 'Sie gingen'} bei ${line} ein, während dieser Computer nicht erreichbar war.`,
    several: (name: string, count: number) => `${name} (${counted.format(count)})`,
    quiet: (count: number, people: number) => `${counted.format(count)} SMS von ${many(people, 'Person', 'Personen')} während der Ruhezeit`,
    quietNames: (names: readonly string[], more: number) =>
      more === 0 ? list.format(names) : list.format([...names, many(more, 'weitere Person', 'weitere')]),
    quietHidden: 'Sie kamen während der Ruhezeit.',
    answer: 'Antworten',
    copyCode: (code: string) => `${code} kopieren`,
    codeCopied: 'Code kopiert',
    codeCleared: (seconds: number) => `Er wird in ${many(seconds, 'Sekunde', 'Sekunden')} aus der Zwischenablage genommen.`,
    noCode: 'Es gibt keinen Code zum Kopieren',
    noCodeLately: (hours: number) =>
      `In ${hours === 1 ? 'der letzten Stunde' : `den letzten ${counted.format(hours)} Stunden`} kam kein Code.`,
    refused: 'Dieses System zeigt keine Benachrichtigungen.',
    scheduledNotSent: 'Eine geplante SMS wurde nicht gesendet',
    notSentTo: (name: string) => `Nicht an ${name} gesendet`,
    missed:
      'Der Computer schlief oder Texttray war beendet, als sie hinausgehen sollte. Senden Sie sie jetzt, oder wählen Sie eine andere Zeit.',
    couldNotBeSent: 'Sie konnte nicht gesendet werden.',
  },

  tray: {
    unread: (count: number) => `${counted.format(count)} ungelesen`,
    nothingUnread: 'Nichts ungelesen',
    open: 'Texttray öffnen',
    compose: 'Neue SMS …',
    settings: 'Einstellungen …',
    quit: 'Texttray beenden',
    resume: 'Empfang fortsetzen',
    pause: 'Empfang anhalten',
    switchOn: 'Tunnel einschalten',
    copyUrl: 'Webhook-URL kopieren',
    copyCode: 'Neuesten Code kopieren',
    pausedSince: (time: string) => `Angehalten seit ${time}`,
    receiving: 'Empfängt',
    degraded: 'Empfängt mit Störungen',
    checking: 'Es wird geprüft, ob SMS ankommen können',
    localOnly: 'Nur auf diesem Computer erreichbar',
    notReachableSince: (time: string) => `Nicht erreichbar seit ${time}`,
  },

  menu: {
    file: '&Datei',
    edit: '&Bearbeiten',
    view: '&Ansicht',
    window: '&Fenster',
    about: 'Über Texttray',
    settings: 'Einstellungen …',
    services: 'Dienste',
    hide: 'Texttray ausblenden',
    hideOthers: 'Andere ausblenden',
    unhide: 'Alle einblenden',
    quit: 'Texttray beenden',
    close: 'Fenster schließen',
    undo: 'Widerrufen',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    pastePlain: 'Ohne Formatierung einfügen',
    selectAll: 'Alles auswählen',
    usualSize: 'Übliche Größe',
    larger: 'Größer',
    smaller: 'Kleiner',
    fullScreen: 'Vollbild',
    minimize: 'Minimieren',
    zoom: 'Zoomen',
    front: 'Alle nach vorne bringen',
    addToDictionary: 'Zum Wörterbuch hinzufügen',
    noSuggestion: 'Kein Vorschlag',
  },

  closing: {
    title: 'Texttray läuft weiter',
    inTray: 'SMS kommen weiterhin an. Sie öffnen Texttray über das Symbol im Infobereich und beenden es über das Menü dort.',
    minimised:
      'SMS kommen weiterhin an. Dieser Desktop hat keinen Infobereich, darum wurde das Fenster nur minimiert; beenden Sie Texttray über das Menü „Datei“.',
    understood: 'OK',
  },

  unprotected: {
    message: 'Dieses System hat keinen geschützten Platz für Schlüssel',
    detail:
      'Texttray hat keinen Schlüsselbund gefunden (GNOME Keyring oder KWallet). Es kann die Schlüssel Ihrer Anschlüsse in seinem Datenordner aufbewahren: nur für Ihr Konto lesbar, aber nicht geschützt vor anderen Programmen, die Sie starten. Ohne Schlüssel kann keine SMS geprüft werden.',
    keep: 'Ungeschützt aufbewahren',
    refuse: 'Nicht aufbewahren',
  },

  start: {
    impossible: 'Texttray kann nicht starten',
    noFolder: (folder: string, reason: string) => `Der Datenordner ${folder} kann nicht angelegt werden: ${reason}`,
    unexpected: (folder: string) => `In Texttray ist etwas schiefgegangen. Es steht im Protokoll in ${folder}.`,
  },
};
