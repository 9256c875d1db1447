/**
 * What was made of a delivery; every verdict and every reason, or it does not compile.
 * @module
 */
import type { DeliveryReason, Verdict } from '../../../../src/domain/delivery.ts';

export const verdicts: Record<Verdict, string> = {
  accepted: 'Angenommen',
  duplicate: 'Doppelt',
  rejected: 'Abgelehnt',
  'not-understood': 'Nicht verstanden',
};

export const reasons: Record<DeliveryReason, string> = {
  'signature-missing': 'Die Kopfzeile mit der Signatur fehlt.',
  'signature-malformed': 'Die Kopfzeile mit der Signatur hat nicht die Form, die dieser Anbieter benutzt.',
  'signature-wrong':
    'Die Signatur stimmt nicht: ein anderes Geheimnis, eine andere öffentliche URL, oder der Inhalt wurde unterwegs verändert.',
  'authorization-missing': 'Die Kopfzeile Authorization fehlt.',
  'authorization-wrong': 'Die Kopfzeile Authorization ist nicht die, die für diesen Anschluss gesetzt ist.',
  'secret-missing': 'Dieser Anschluss hat kein Geheimnis, mit dem die Signatur geprüft werden könnte.',
  'body-too-large': 'Der Inhalt ist größer, als der Empfangsdienst annimmt.',
  'body-incomplete': 'Der Absender hat die Verbindung geschlossen, bevor der Inhalt vollständig war.',
  'body-unreadable': 'Der Inhalt hat nicht das Format, das dieser Anbieter dokumentiert.',
  'fields-missing': 'Felder, die dieser Anbieter dokumentiert, fehlen oder haben einen anderen Typ.',
  'event-unknown': 'Dieses Ereignis kennt Texttray nicht. Es wurde aufbewahrt, geändert wurde nichts.',
  'message-unknown': 'Es berichtet von einer Nachricht, die Texttray nicht gesendet hat.',
  'store-unavailable': 'Es konnte nicht gespeichert werden; der Anbieter wurde gebeten, es wieder zu versuchen.',
  paused: 'Der Empfang war angehalten; der Anbieter wurde gebeten, es wieder zu versuchen.',
};
