/**
 * Why the replay lab cannot send something.
 * @module
 */
import type { Phrases } from '../../said.ts';

export const lab: Phrases = {
  'This line cannot be reached from the internet right now, so nothing can be sent that way.':
    'Dieser Anschluss ist gerade nicht aus dem Internet zu erreichen. Auf diesem Weg lässt sich nichts senden.',
  'Connect it first, or send straight to the receiver': 'Verbinden Sie ihn zuerst, oder senden Sie direkt an den Empfänger',
  'This line has no secret to sign with.': 'Dieser Anschluss hat kein Geheimnis, mit dem sich signieren lässt.',
  'Add it to the line, or send the request as it is': 'Tragen Sie es beim Anschluss ein, oder senden Sie die Anfrage, wie sie ist',
  'This provider cannot sign such a body: it is no form in UTF-8.':
    'Einen solchen Inhalt kann dieser Anbieter nicht signieren: Er ist kein Formular in UTF-8.',
  'This provider does not say when a text was sent, so none of its texts can be stale.':
    'Dieser Anbieter sagt nicht, wann eine SMS gesendet wurde; darum kann keine veraltet sein.',
  'Send the request as it is': 'Senden Sie die Anfrage, wie sie ist',
  'The value of this header is not kept. Type it, or take the header out.':
    'Der Wert dieser Kopfzeile wird nicht aufbewahrt. Tragen Sie ihn ein, oder nehmen Sie die Kopfzeile heraus.',
  'This is no name of a header.': 'So kann keine Kopfzeile heißen.',
  'A header cannot hold these characters.': 'Diese Zeichen kann eine Kopfzeile nicht enthalten.',
  'This is no Base64.': 'Das ist kein Base64.',
  'It was not sent: the one before got no answer.': 'Nicht gesendet: Die vorige Anfrage bekam keine Antwort.',
  'Texttray was closed before the answer came.': 'Texttray wurde beendet, bevor die Antwort kam.',
};
