/**
 * What the signature doctor says. Loaded when a refused delivery is opened.
 * @module
 */
import { counting } from '../../../../src/domain/counting.ts';
import type { doctor as english } from '../../en/later/doctor.ts';
import { mistakes } from './mistakes.ts';

const { counted, isOne, many } = counting('de');

export const doctor: typeof english = {
  mistakes,
  title: 'Warum sie abgelehnt wurde',
  looking: 'Die Ursache wird gesucht …',
  here: 'All das geschieht nachträglich und auf diesem Computer. An den Antworten des Empfangsdienstes ändert es nichts.',
  together: (count) => `${counted.format(count)} Fehler wurden zusammen gemacht:`,
  alsoFits: (count) => `${many(count, 'weitere Erklärung passt', 'weitere Erklärungen passen')} ebenfalls`,
  unknown: {
    provider: 'der Anbieter',
    header: 'mit der Signatur',
    line: 'ein anderer Anschluss',
    scheme: 'ein anderer Dienst',
    field: 'ein anderes Feld',
    age: 'langer Zeit',
    host: 'eine andere Adresse',
  },
  signedFor: 'Signiert für',
  expected: 'Adresse des Anschlusses',
  who: 'Wer es beheben kann',
  sides: { here: 'Sie, hier', provider: 'Die Seite des Absenders', between: 'Etwas unterwegs' },
  what: 'Was zu tun ist',
  copyUrl: 'Adresse des Anschlusses kopieren',
  openLine: 'Einstellungen des Anschlusses öffnen',
  openOtherLine: 'Einstellungen jenes Anschlusses öffnen',
  openProof: 'Zustellung öffnen, die es beweist',
  learn: (provider) => `Wie ${provider} signiert`,
  fixes: {
    'accept-url': {
      button: 'Diese Adresse auch annehmen',
      help: 'Von jetzt an gelten auch Signaturen für jene Adresse, neben denen für die eigene des Anschlusses.',
      done: 'Signaturen für diese Adresse werden auch angenommen.',
      undo: 'Die Adresse steht jetzt unter den früheren des Anschlusses. Es zählen die neuesten; sie fällt von selbst weg, wenn andere kommen.',
    },
    'correct-secret': {
      button: 'Gespeichertes Geheimnis berichtigen',
      help: 'Es wird so gespeichert, wie es eben als richtig bewiesen wurde. Gezeigt wird es nicht.',
      done: 'Das gespeicherte Geheimnis wurde berichtigt.',
      undo: 'Um das zurückzunehmen, tragen Sie das Geheimnis in den Einstellungen des Anschlusses neu ein.',
    },
    'use-secret-of-line': {
      button: 'Dasselbe Geheimnis hier benutzen',
      help: 'Dieser Anschluss bekommt eine Kopie vom Geheimnis des anderen. Der andere behält seines.',
      done: 'Dieser Anschluss hat jetzt das Geheimnis des anderen.',
      undo: 'Um das zurückzunehmen, tragen Sie das frühere Geheimnis in den Einstellungen des Anschlusses ein.',
    },
    'swap-fields': {
      button: 'Beide Felder vertauschen',
      help: 'Was im einen gespeichert ist, kommt ins andere.',
      done: 'Die beiden Felder wurden vertauscht.',
      undo: 'Um das zurückzunehmen, tragen Sie beide in den Einstellungen des Anschlusses neu ein.',
    },
  },
  worksNow: (time) =>
    `Vorsicht: Das jetzige Geheimnis des Anschlusses hat zuletzt am ${time} eine Zustellung bewiesen. Was damit signiert ist, würde dann abgelehnt.`,
  validNow: 'Jetzt würde sie angenommen.',
  validNowText: 'Die Einstellungen des Anschlusses haben sich seit ihrer Ankunft geändert: Dieselbe Anfrage würde heute angenommen.',
  comesAgain: (provider, minutes) => `${provider} sendet, was abgelehnt wurde, nach ${minutes} Minuten noch einmal.`,
  comesNoMore: (provider) =>
    `${provider} versucht es inzwischen nicht mehr. Senden Sie sie von hier noch einmal, damit die SMS nicht verloren ist.`,
  comesUnknown: (provider) =>
    `Ob und wann ${provider} sie noch einmal sendet, ist nicht dokumentiert. Senden Sie sie zur Sicherheit von hier noch einmal.`,
  sendAgain: 'Jetzt noch einmal senden',
  sendAgainHelp:
    'Dieselben Bytes gehen an den Empfangsdienst auf diesem Computer, als kämen sie vom Anbieter, und die SMS in den Posteingang.',
  sent: {
    accepted: 'Sie wurde angenommen: Die SMS ist im Posteingang.',
    duplicate: 'Die SMS ist schon im Posteingang. Geändert wurde nichts.',
    rejected: 'Sie wurde wieder abgelehnt.',
    'not-understood': 'Sie wurde angenommen, ist aber keine SMS.',
    none: 'Der Empfangsdienst hat nicht geantwortet.',
  },
  openMessage: 'Nachricht öffnen',
  openDelivery: 'Neue Zustellung öffnen',
  notChecked: 'Sie wurde nicht wegen ihrer Signatur abgelehnt; zu untersuchen gibt es darum keine.',
  notKept:
    'Sie wurde wegen einer Kopfzeile abgelehnt, die selbst ein Geheimnis ist. Solche werden nie aufgeschrieben, und diese ist nicht mehr im Arbeitsspeicher. Lassen Sie sie noch einmal senden und öffnen Sie sie bald danach.',
  lineRemoved: 'Ihr Anschluss wurde entfernt und mit ihm das Geheimnis: Zu prüfen und zu beheben gibt es nichts mehr.',
  noSecret:
    'Es gibt kein Geheimnis, mit dem geprüft werden könnte: Das des Anschlusses fehlt oder lässt sich nicht lesen, wo Schlüssel aufbewahrt werden.',
  noSecretRemedy: 'Tragen Sie das Geheimnis in den Einstellungen des Anschlusses ein.',
  unexplained: 'Keiner der bekannten Fehler passt.',
  unexplainedText:
    'Entweder ist das Geheimnis ein ganz anderes, oder nicht der Anbieter hat dies gesendet, oder es wurde auf eine Weise verändert, an die niemand gedacht hat.',
  secret: 'Das Geheimnis',
  checks: 'Von Hand zu prüfen',
  checkSecret: (field) =>
    `Ist „${field}“ in den Einstellungen des Anschlusses das, was der Anbieter heute zeigt? Kopieren Sie es neu und vollständig.`,
  checkUrl: (provider) => `Hat ${provider} genau die Adresse des Anschlusses?`,
  checkSource: (source) =>
    `Ist bekannt, wer von ${source} sendet? An eine öffentliche Adresse kann jeder etwas schicken; eine Fälschung wird genau so abgelehnt.`,
  checkWay: 'Gibt es unterwegs etwas, das Anfragen neu schreiben könnte: einen Proxy, einen Zwischendienst, ein Automatisierungswerkzeug?',
  tried: (ways) => `Was versucht wurde: ${many(ways, 'Weg', 'Wege')}`,
  ways: (count) => (isOne(count) ? '1 Weg' : `${counted.format(count)} Wege`),
  took: (milliseconds) => `Es dauerte ${counted.format(Math.max(1, Math.round(milliseconds)))} ms.`,
  groups: {
    address: 'Eine andere Adresse',
    parameters: 'Anders geschriebene Parameter',
    body: 'Ein neu geschriebener Inhalt',
    secret: 'Ein anderes Geheimnis',
    form: 'Eine andere Kopfzeile oder Form der Signatur',
  },
};
