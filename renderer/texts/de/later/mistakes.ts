/**
 * Every mistake the signature doctor knows, in German.
 * @module
 */
import type { EveryMistake, MistakeFacts } from '../../mistake-words.ts';

const pasteUrl = ({ provider }: MistakeFacts): string =>
  `Geben Sie ${provider} genau die Adresse unten. Was dort eingetragen ist, wird signiert, Zeichen für Zeichen.`;
const askSender = ({ provider }: MistakeFacts): string =>
  `So schreibt der Absender, was er signiert. Ist es ein eigenes Programm, ist es dort zu berichtigen; ist es ${provider} selbst, hilft der Support.`;
const lookOnTheWay = (): string =>
  'Etwas zwischen dem Absender und diesem Computer schreibt Anfragen neu: ein Proxy, eine Firewall, ein Zwischendienst oder ein Automatisierungswerkzeug. Es muss den Inhalt unverändert weitergeben.';
const enterSecret = ({ provider }: MistakeFacts): string =>
  `Kopieren Sie das Geheimnis neu von ${provider} und tragen Sie es in den Einstellungen des Anschlusses ein.`;

export const mistakes: EveryMistake = {
  'url-scheme': {
    title: 'http und https vertauscht',
    cause: ({ provider, signedScheme, expectedScheme }) =>
      `${provider} hat für eine Adresse mit ${signedScheme}:// signiert, die des Anschlusses beginnt aber mit ${expectedScheme}://.`,
    remedy: pasteUrl,
  },
  'url-former': {
    title: 'Eine frühere Adresse des Anschlusses',
    cause: ({ provider, signedHost }) => `${provider} hat für eine Adresse signiert, die dieser Anschluss früher hatte: bei ${signedHost}.`,
    remedy: pasteUrl,
  },
  'url-local': {
    title: 'Die eigene Adresse dieses Computers',
    cause: ({ signedHost }) => `Signiert wurde für die eigene Adresse dieses Computers, ${signedHost}, statt für die öffentliche.`,
    remedy: pasteUrl,
  },
  'url-host': {
    title: 'Ein anderer Hostname',
    cause: ({ provider, signedHost, expectedHost }) =>
      `${provider} hat für ${signedHost} signiert, die Adresse des Anschlusses ist aber bei ${expectedHost}.`,
    remedy: pasteUrl,
  },
  'url-trailing-slash': {
    title: 'Ein Schrägstrich am Ende',
    cause: ({ provider }) =>
      `Die Adresse, für die ${provider} signiert hat, unterscheidet sich von der des Anschlusses durch einen Schrägstrich am Ende.`,
    remedy: pasteUrl,
  },
  'url-port': {
    title: 'Der Port',
    cause: ({ provider }) => `Die Adresse, für die ${provider} signiert hat, unterscheidet sich von der des Anschlusses im Port.`,
    remedy: pasteUrl,
  },
  'url-path': {
    title: 'Der Pfad',
    cause: ({ provider }) => `Die Adresse, für die ${provider} signiert hat, hat einen anderen Pfad als die des Anschlusses.`,
    remedy: pasteUrl,
  },
  'url-query': {
    title: 'Was nach dem Fragezeichen steht',
    cause: ({ provider }) =>
      `Die Adresse, für die ${provider} signiert hat, unterscheidet sich von der des Anschlusses in dem, was nach dem Fragezeichen steht.`,
    remedy: pasteUrl,
  },
  'url-query-order': {
    title: 'Die Reihenfolge nach dem Fragezeichen',
    cause: ({ provider }) =>
      `In der Adresse, für die ${provider} signiert hat, steht nach dem Fragezeichen dasselbe, aber in anderer Reihenfolge.`,
    remedy: pasteUrl,
  },
  'url-left-out': {
    title: 'Ohne die Adresse signiert',
    cause: ({ provider }) => `Die Adresse fehlt in dem, was signiert wurde; nach der Dokumentation von ${provider} steht sie am Anfang.`,
    remedy: askSender,
  },
  'url-added': {
    title: 'Mit der Adresse signiert',
    cause: ({ provider }) =>
      `Die Adresse wurde vor dem Inhalt mit signiert; nach der Dokumentation von ${provider} ist es der Inhalt allein.`,
    remedy: askSender,
  },
  'encoding-space': {
    title: 'Leerzeichen als %20 statt +',
    cause: () => 'Leerzeichen wurden vor dem Signieren als %20 geschrieben; dokumentiert ist +.',
    remedy: askSender,
  },
  'encoding-marks': {
    title: 'Sonderzeichen anders geschrieben',
    cause: () => 'Zeichen wie * ~ ! ( ) wurden vor dem Signieren anders geschrieben als dokumentiert.',
    remedy: askSender,
  },
  'parameters-order': {
    title: 'Parameter nicht sortiert',
    cause: () => 'Die Parameter wurden in der Reihenfolge signiert, in der sie gesendet wurden; dokumentiert ist die ihrer Namen.',
    remedy: askSender,
  },
  'parameters-repeated': {
    title: 'Ein Parameter, der zweimal vorkommt',
    cause: () => 'Ein Parameter kommt mehrmals vor und wurde mit seinem letzten statt seinem ersten Wert signiert.',
    remedy: askSender,
  },
  'parameters-empty': {
    title: 'Parameter ohne Wert',
    cause: () => 'Parameter ohne Wert wurden beim Signieren ausgelassen; dokumentiert sind alle.',
    remedy: askSender,
  },
  'body-signed-raw': {
    title: 'Der Inhalt, wie er gesendet wurde',
    cause: () => 'Der Inhalt wurde signiert, wie er gesendet wurde; dokumentiert sind seine Parameter, sortiert und neu geschrieben.',
    remedy: askSender,
  },
  'body-left-out': {
    title: 'Ohne den Inhalt signiert',
    cause: () => 'Anstelle des Inhalts wurde etwas anderes signiert: gar nichts, oder was ein Programm für „kein Wert“ schreibt.',
    remedy: askSender,
  },
  'json-spacing': {
    title: 'Leerraum im JSON',
    cause: () => 'Das JSON kam mit anderen Leerzeichen und Zeilenumbrüchen an, als es signiert wurde.',
    remedy: lookOnTheWay,
  },
  'json-key-order': {
    title: 'Die Reihenfolge der Schlüssel im JSON',
    cause: () => 'Das JSON kam mit einer anderen Reihenfolge seiner Schlüssel an, als es signiert wurde.',
    remedy: lookOnTheWay,
  },
  'json-escapes': {
    title: 'Maskierte Buchstaben im JSON',
    cause: () => 'Buchstaben im JSON kamen in anderer Form an, als sie signiert wurden, etwa é für \\u00e9.',
    remedy: lookOnTheWay,
  },
  'line-ends': {
    title: 'Zeilenenden',
    cause: () => 'Die Zeilenenden des Inhalts wurden nach dem Signieren geändert.',
    remedy: lookOnTheWay,
  },
  'blanks-around': {
    title: 'Leerraum um den Inhalt',
    cause: () => 'Leerzeichen oder Zeilenumbrüche am Anfang oder Ende des Inhalts kamen nach dem Signieren dazu oder fielen weg.',
    remedy: lookOnTheWay,
  },
  'byte-order-mark': {
    title: 'Eine Marke am Anfang des Inhalts',
    cause: () => 'Eine unsichtbare Marke am Anfang des Inhalts (das Byte Order Mark) kam nach dem Signieren dazu oder fiel weg.',
    remedy: lookOnTheWay,
  },
  charset: {
    title: 'Ein anderer Zeichensatz',
    cause: () => 'Der Inhalt kam in einem anderen Zeichensatz an, als er signiert wurde.',
    remedy: lookOnTheWay,
  },
  'percent-encoding': {
    title: 'Umschreibungen wie %20 im Inhalt',
    cause: () => 'Umschreibungen im Inhalt, wie %20, wurden nach dem Signieren aufgelöst oder gemacht.',
    remedy: lookOnTheWay,
  },
  compressed: {
    title: 'Ein gepackter Inhalt',
    cause: () => 'Der Inhalt kam gepackt (komprimiert) an, wurde aber ungepackt signiert.',
    remedy: lookOnTheWay,
  },
  'body-altered': {
    title: 'Der Inhalt wurde unterwegs verändert',
    cause: () => 'Die Signatur passt zum Inhalt einer anderen Zustellung: Dieser Inhalt ist nicht der, der signiert wurde.',
    remedy: lookOnTheWay,
  },
  'secret-blanks': {
    title: 'Leerraum um das Geheimnis',
    cause: () => 'Das Geheimnis hier und das des Absenders unterscheiden sich durch Leerzeichen oder einen Zeilenumbruch am Rand.',
    remedy: enterSecret,
  },
  'secret-of-line': {
    title: 'Das Geheimnis eines anderen Anschlusses',
    cause: ({ line }) => `Der Absender benutzt das Geheimnis des Anschlusses „${line}“.`,
    remedy: ({ line }) =>
      `Entweder benutzt der Absender die Adresse des falschen Anschlusses, oder dieser Anschluss braucht das Geheimnis von „${line}“.`,
  },
  'secret-of-field': {
    title: 'Was in einem anderen Feld steht',
    cause: ({ field }) => `Der Absender benutzt, was hier als „${field}“ gespeichert ist: Die beiden Felder sind vertauscht.`,
    remedy: enterSecret,
  },
  'secret-prefix': {
    title: 'Mit oder ohne den Anfang des Geheimnisses',
    cause: () => 'Das Geheimnis hier und das des Absenders unterscheiden sich im Anfang, etwa whsec_.',
    remedy: enterSecret,
  },
  'secret-base64': {
    title: 'Das Geheimnis aus base64 entschlüsselt',
    cause: () => 'Der Absender benutzt, wofür das Geheimnis in base64 steht, nicht seine Buchstaben, oder umgekehrt.',
    remedy: askSender,
  },
  'secret-hex': {
    title: 'Das Geheimnis aus Hexadezimalziffern gelesen',
    cause: () =>
      'Der Absender benutzt die Bytes, für die die Hexadezimalziffern des Geheimnisses stehen, nicht seine Buchstaben, oder umgekehrt.',
    remedy: askSender,
  },
  'secret-quoted': {
    title: 'Anführungszeichen um das Geheimnis',
    cause: () => 'Das Geheimnis hier und das des Absenders unterscheiden sich durch Anführungszeichen am Rand.',
    remedy: enterSecret,
  },
  'secret-case': {
    title: 'Groß- und Kleinbuchstaben des Geheimnisses',
    cause: () => 'Das Geheimnis hier und das des Absenders unterscheiden sich in Groß- und Kleinbuchstaben.',
    remedy: enterSecret,
  },
  'secret-characters': {
    title: 'Zeichen, die ins Geheimnis gerieten',
    cause: () =>
      'Das Geheimnis hier unterscheidet sich von dem des Absenders durch Zeichen, die beim Kopieren dazukamen oder verloren gingen.',
    remedy: enterSecret,
  },
  'form-base64': {
    title: 'Die Signatur in base64',
    cause: () => 'Die Signatur ist richtig, aber in base64 geschrieben; dokumentiert sind Hexadezimalziffern.',
    remedy: askSender,
  },
  'form-uppercase': {
    title: 'Die Signatur in Großbuchstaben',
    cause: () => 'Die Signatur ist richtig, aber in Großbuchstaben geschrieben; dokumentiert sind kleine.',
    remedy: askSender,
  },
  'form-prefix': {
    title: 'Was vor der Signatur steht',
    cause: () => 'Die Signatur oder das Geheimnis ist richtig, aber was davor steht (wie sha256= oder Bearer), fehlt oder ist ein anderes.',
    remedy: askSender,
  },
  'form-hash': {
    title: 'Ein anderer Hash',
    cause: () => 'Es ist ein anderer Hash desselben Textes als HMAC-SHA256 mit dem Geheimnis, wie es dokumentiert ist.',
    remedy: askSender,
  },
  'header-other': {
    title: 'Die Signatur in einer anderen Kopfzeile',
    cause: ({ header }) => `Die Signatur ist richtig, kam aber in der Kopfzeile ${header}.`,
    remedy: askSender,
  },
  'header-missing': {
    title: 'Eine Kopfzeile, die fehlt',
    cause: ({ header }) => `Die Kopfzeile ${header} fehlt; nichts beweist also, von wem dies stammt.`,
    remedy: ({ provider }) =>
      `Entweder hat nicht ${provider} dies gesendet, oder das Signieren ist dort ausgeschaltet, oder etwas unterwegs hat die Kopfzeile entfernt.`,
  },
  'header-repeated': {
    title: 'Die Kopfzeile mehrmals',
    cause: ({ header }) => `Die Kopfzeile ${header} kommt mehrmals vor: Welcher ihrer Werte gilt, ist nicht zu sagen.`,
    remedy: () => 'Etwas unterwegs fügt eine eigene Kopfzeile hinzu. Es muss die Kopfzeile weitergeben, wie sie kam.',
  },
  'header-altered': {
    title: 'Eine Kopfzeile, die verändert wurde',
    cause: ({ header }) =>
      `Der Wert der Kopfzeile ${header} wurde unterwegs verändert: gekürzt, verbunden oder in Anführungszeichen gesetzt.`,
    remedy: () => 'Etwas unterwegs schreibt die Kopfzeile neu. Es muss die Kopfzeile weitergeben, wie sie kam.',
  },
  'scheme-other': {
    title: 'Die Art, wie ein anderer Dienst signiert',
    cause: ({ scheme }) => `Signiert wurde, wie ${scheme} es tut.`,
    remedy: ({ provider }) =>
      `Dieser Anschluss erwartet ${provider}. Der Absender gehört an einen Anschluss seines eigenen Anbieters oder muss signieren wie ${provider}.`,
  },
  'time-stale': {
    title: 'Zu anderer Zeit signiert',
    cause: ({ age }) => `Die mitsignierte Zeit weicht um ${age} von der Ankunft ab.`,
    remedy: () => 'Gehen die Uhren dieses Computers und des Absenders richtig, und hält etwas unterwegs Anfragen zurück?',
  },
};
