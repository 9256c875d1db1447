/**
 * How each provider's webhooks work. Loaded with its page.
 * @module
 */

import { counting } from '../../../../src/domain/counting.ts';
import type { ProviderName } from '../../../../src/domain/line.ts';
import type { learn as english } from '../../en/later/learn.ts';
import type { ProviderLesson } from '../../provider-lesson.ts';

const { counted, isOne } = counting('de');

const providers: Record<ProviderName, ProviderLesson> = {
  cloudvno: {
    about:
      'CloudVNO sendet ein Formular und signiert es zusammen mit der Adresse, die dort eingetragen ist; so fällt selbst ein falscher Buchstabe in der Adresse auf.',
    signed:
      'Die Adresse, wie sie bei CloudVNO eingetragen ist, unmittelbar gefolgt von den Parametern, nach Namen sortiert und neu geschrieben. Dazwischen steht nichts.',
    secret: 'Das Auth-Token des Kontos. Es ist nicht der API-Schlüssel, der zum Senden dient.',
    repeats: 'An der MessageSid: Dieselbe Kennung ist dieselbe SMS.',
    open: [
      'Weder in der Anfrage noch in der Signatur steht eine Zeit: Eine alte, aufgezeichnete Anfrage ist so gut signiert wie eine neue. Texttray erkennt sie an ihrer Kennung.',
      'Was signiert wird, wenn ein Parameter mehrmals vorkommt, ist nicht dokumentiert. Texttray nimmt den ersten Wert.',
      'Die Felder der Zustellberichte sind nicht dokumentiert. Texttray liest MessageStatus und ErrorCode und bewahrt auf, was es nicht versteht.',
      'Wie sich die Webhook-URL über die API setzen lässt, ist außer einem Aufruf in der Bibliothek von CloudVNO nicht dokumentiert.',
    ],
  },
  'receivesms-ink': {
    about: 'ReceiveSMS.ink sendet JSON und signiert den Inhalt, Byte für Byte. Die Adresse wird nicht signiert und darf sich ändern.',
    signed: 'Der Inhalt, wie er gesendet wird. Neu geschrieben, und sei es nur mit anderen Leerzeichen, passt er nicht mehr.',
    secret: 'Das Webhook-Geheimnis der privaten Nummer.',
    repeats: 'An data.messageId: Dieselbe Zahl ist dieselbe SMS.',
    open: [
      'Wie lange auf Antwort gewartet und ob es wieder versucht wird, ist nicht dokumentiert. Texttray antwortet sofort und kann Verpasstes nicht nachholen.',
      'In der Signatur steht keine Zeit: Eine alte, aufgezeichnete Anfrage ist so gut signiert wie eine neue.',
      'Es gibt keine API: Nichts lässt sich durch ein Programm senden, auflisten oder einrichten.',
    ],
  },
  'mobile-api-connect': {
    about:
      'Die SMS des gekoppelten Telefons kommen als JSON, signiert über den Inhalt, Byte für Byte. Die Adresse wird nicht signiert und darf sich ändern.',
    signed: 'Der Inhalt, wie er gesendet wird. Neu geschrieben, und sei es nur mit anderen Leerzeichen, passt er nicht mehr.',
    secret: 'Das Signaturgeheimnis des Webhooks; es beginnt mit whsec_.',
    again: 'Was scheitert oder lange dauert, wird wieder gesendet; wann und wie oft, ist nicht dokumentiert.',
    repeats: 'An einer Kennung, wenn es eine gibt; der dokumentierte Inhalt hat keine. Sonst an Gerät, Absender, Zeit und Text zusammen.',
    open: [
      'Welcher Teil eines whsec_-Geheimnisses der Schlüssel ist, ist nicht dokumentiert: das Ganze, was nach dem Anfang kommt, oder das aus base64 entschlüsselt. Texttray nimmt jedes der drei.',
      'Ob sha256= vor der Signatur steht, ist auf zwei Arten dokumentiert. Texttray nimmt beide.',
      'Nach der Anleitung sind SMS an ihrer Kennung zu erkennen, der dokumentierte Inhalt hat aber keine.',
      'Nummern kommen ohne das + der Landesvorwahl.',
    ],
  },
  cloudspire: {
    about:
      'CloudSpire sendet JSON und signiert nichts. Eine feste Kopfzeile lässt sich vereinbaren; neben ihr ist nur der zufällige Teil der Adresse geheim.',
    signed: 'Nichts. Die Kopfzeile ist bei jeder Anfrage dieselbe und sagt nichts über den Inhalt.',
    secret: 'Der Auth-Header, den die onCloud-Verwaltung für den Webhook gesetzt hat, der ganze Wert.',
    again: 'Jede andere Antwort als 2xx gilt als Fehler. Ob es dann wieder versucht wird, ist nicht dokumentiert.',
    repeats: 'Eine Kennung gibt es nicht: Eine SMS mit gleichem Absender, Empfänger, Zeit, Wortlaut und Anhängen ist dieselbe.',
    open: [
      'Ein unterwegs veränderter Inhalt ist nicht zu bemerken, weil nichts ihn signiert.',
      'Anhänge bewahrt CloudSpire 30 Tage auf. Texttray holt sie bei der Ankunft.',
    ],
  },
  practice: {
    about:
      'Das simulierte Telefon auf diesem Computer signiert wie ein echter Anbieter, mit einem Geheimnis, das Texttray selbst erzeugt hat.',
    signed: 'Der Inhalt, wie er gesendet wird.',
    secret: 'Von Texttray erzeugt, als der Anschluss angelegt wurde. Niemand muss es kennen.',
    again: 'Das simulierte Telefon sendet jede SMS einmal.',
    repeats: 'An der Kennung.',
    open: [],
  },
};

export const learn: typeof english = {
  providers,
  title: (provider) => `So arbeiten die Webhooks: ${provider}`,
  ofLine: 'So arbeiten seine Webhooks',
  ofLineHelp: 'Was ankommt, wie es signiert ist, wann es wiederkommt: an einem durchgerechneten Beispiel.',
  look: 'Ansehen',
  provider: 'Anbieter',
  line: 'Anschluss',
  failed: 'Diese Seite konnte nicht erstellt werden.',
  sample:
    'Eine erfundene SMS, für den Anschluss signiert und vom Code des Empfangsdienstes beurteilt. Gesendet wurde nichts, aufbewahrt wird nichts. Wer diese Anfrage sieht, könnte Ihnen diese eine SMS senden.',
  madeUp: 'Von diesem Anbieter gibt es noch keinen Anschluss: Adresse und Geheimnis sind erfunden.',
  arrives: 'Was ankommt',
  request: 'Anfrage',
  headers: 'Kopfzeilen',
  body: 'Inhalt',
  view: 'Darstellung',
  views: { formatted: 'Gegliedert', exact: 'Wie gesendet' },
  parameter: 'Parameter',
  value: 'Wert',
  signedTitle: 'Was signiert wird',
  parts: { url: 'Die Adresse', parameters: 'Die sortierten Parameter', body: 'Der Inhalt' },
  bytes: (count) => `${counted.format(count)} ${isOne(count) ? 'Byte' : 'Bytes'}`,
  proofTitle: 'Wie die Signatur entsteht',
  headerTitle: 'Was es beweist',
  steps: {
    secret: 'Das Geheimnis nehmen',
    canonical: 'Nehmen, was signiert wird',
    digest: 'HMAC-SHA256 mit dem Geheimnis als Schlüssel bilden, in kleinen Hexadezimalziffern',
    header: 'In die Kopfzeile schreiben',
    compare: 'Die Kopfzeile vergleichen, Buchstabe für Buchstabe und in gleichbleibender Zeit',
  },
  storedAs: (field) => `Gespeichert als „${field}“, hier verdeckt.`,
  noSecret: 'Für diesen Anschluss ist keines gesetzt.',
  noHeader: 'Es wird keine Kopfzeile gesendet: Wer die Adresse kennt, kann etwas einliefern.',
  seeAbove: (bytes) => `Siehe oben: ${bytes}.`,
  judgedTitle: 'Was der Empfangsdienst daraus macht',
  judged: (status) => `Beantwortet mit ${counted.format(status)}`,
  from: 'Von',
  text: 'Wortlaut',
  attachments: 'Anhänge',
  known: 'Erkannt an',
  retriesTitle: 'Wann sie wiederkommt',
  waits: (seconds) => `Auf eine Antwort wird ${counted.format(seconds)} Sekunden gewartet.`,
  waitsUnknown: 'Wie lange auf eine Antwort gewartet wird, ist nicht dokumentiert.',
  again: (minutes, count) =>
    `Nach jeder anderen Antwort als 2xx kommt sie nach ${minutes} Minuten wieder, höchstens ${isOne(count) ? 'einmal' : `${counted.format(count)}-mal`}. Dann ist sie endgültig gescheitert.`,
  againUnknown: 'Ob und wann sie wiederkommt, ist nicht dokumentiert.',
  ours: 'Texttray antwortet mit 2xx, wenn eine SMS sicher gespeichert ist, mit 503, solange es nicht speichern kann, mit 401, wenn die Signatur nicht passt.',
  repeatsTitle: 'Woran wiederholte SMS erkannt werden',
  setUpTitle: 'Einrichten',
  secretWhere: 'Wo das Geheimnis steht',
  urlWhere: 'Wohin die Adresse gehört',
  security: 'Gut zu wissen',
  openTitle: 'Was nicht dokumentiert ist',
  openHelp: 'Soweit die öffentliche Dokumentation reicht. Daneben steht, was Texttray stattdessen tut.',
  samplesTitle: 'Im eigenen Code prüfen',
  samplesHelp: 'Nimmt den Inhalt, wie er ankam. Gebraucht wird nichts als die Bibliothek der Sprache selbst.',
  language: 'Sprache',
  languages: { python: 'Python', node: 'Node.js' },
  openLine: 'Einstellungen des Anschlusses öffnen',
};
