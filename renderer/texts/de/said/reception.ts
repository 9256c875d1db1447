/**
 * Whether texts can arrive, where providers are pointed, and what a connection has to say.
 * @module
 */
import type { Phrases } from '../../said.ts';

export const reception: Phrases = {
  'Texts can arrive: proven in {} ms.': 'SMS können ankommen: in {} ms bewiesen.',
  'Texts arrive ({} ms), but the tunnel has trouble.': 'SMS kommen an ({} ms), aber der Tunnel hat Schwierigkeiten.',
  'Texts arrive ({} ms), but the tunnel has trouble: {}': 'SMS kommen an ({} ms), aber der Tunnel hat Schwierigkeiten: {}',
  'Checking whether texts can arrive…': 'Es wird geprüft, ob SMS ankommen können …',
  'Your tunnel is being opened…': 'Ihr Tunnel wird geöffnet …',
  'Only this computer can reach Texttray: no public address is set.':
    'Nur dieser Computer erreicht Texttray: Es ist keine öffentliche Adresse gesetzt.',
  'Set a public address': 'Setzen Sie eine öffentliche Adresse',
  'Your public address is switched off in Texttray.': 'Ihre öffentliche Adresse ist in Texttray ausgeschaltet.',
  'Switch it on': 'Schalten Sie sie ein',
  'Receiving is paused: providers are asked to try again later.':
    'Der Empfang ist angehalten: Anbieter werden gebeten, es später wieder zu versuchen.',
  'Resume receiving': 'Setzen Sie den Empfang fort',
  'The receiver answers on this computer.': 'Der Empfangsdienst auf diesem Computer antwortet.',
  'No public address is set, so nothing outside this computer can reach it.':
    'Es ist keine öffentliche Adresse gesetzt; von außen ist dieser Computer nicht erreichbar.',
  'Reachable through {}, {} ms.': 'Erreichbar über {}, {} ms.',
  'The public address could not be reached: {}': 'Die öffentliche Adresse war nicht zu erreichen: {}',
  'Check the address and whether your proxy runs': 'Prüfen Sie die Adresse, und ob Ihr Proxy läuft',
  'The public address did not answer: {}': 'Die öffentliche Adresse hat nicht geantwortet: {}',
  'Check that your proxy forwards to the receiver': 'Prüfen Sie, ob Ihr Proxy an den Empfangsdienst weiterleitet',
  'Your proxy answers, but cannot reach Texttray (HTTP {}).': 'Ihr Proxy antwortet, erreicht Texttray aber nicht (HTTP {}).',
  'Let it forward to the receiver address': 'Lassen Sie ihn an die Adresse des Empfangsdienstes weiterleiten',
  'Something else answers at the public address (HTTP {}).': 'Unter der öffentlichen Adresse antwortet etwas anderes (HTTP {}).',
  'Check where the address leads': 'Prüfen Sie, wohin die Adresse führt',

  'Your provider sends texts here.': 'Ihr Anbieter schickt SMS hierher.',
  'No delivery has come in through this address yet.': 'Über diese Adresse kam noch keine Zustellung.',
  'Copy the webhook URL into your provider’s settings': 'Kopieren Sie die Webhook-URL in die Einstellungen Ihres Anbieters',
  'Where your provider sends texts is not known yet.': 'Noch ist nicht bekannt, wohin Ihr Anbieter SMS schickt.',
  'Point it here': 'Leiten Sie ihn hierher',
  'Your provider still holds an earlier address of Texttray.': 'Ihr Anbieter hat noch eine frühere Adresse von Texttray.',
  'Your provider sends texts somewhere else.': 'Ihr Anbieter schickt SMS woandershin.',
  'Your provider could not be told.': 'Ihr Anbieter konnte nicht verständigt werden.',
  'Your provider’s list did not come to an end.': 'Die Liste Ihres Anbieters nahm kein Ende.',
  'What the provider holds could not be stored.': 'Was der Anbieter bereithält, konnte nicht gespeichert werden.',

  'The address is not an http(s) address.': 'Die Adresse ist keine http(s)-Adresse.',
  'There was no answer for {} s.': '{} s lang kam keine Antwort.',
  'A key or header has characters that cannot be sent.':
    'Ein Schlüssel oder eine Kopfzeile enthält Zeichen, die nicht gesendet werden können.',
  'The connection was closed before the answer.': 'Die Verbindung wurde vor der Antwort geschlossen.',
  'The answer was too long.': 'Die Antwort war zu lang.',
  'The connection was closed in the middle of the answer.': 'Die Verbindung wurde mitten in der Antwort geschlossen.',
  'The name of the server was not found.': 'Der Name des Servers wurde nicht gefunden.',
  'The name of the server could not be looked up. Is the computer online?':
    'Der Name des Servers konnte nicht nachgeschlagen werden. Ist der Computer online?',
  'The server refused the connection.': 'Der Server hat die Verbindung abgelehnt.',
  'The connection was closed.': 'Die Verbindung wurde geschlossen.',
  'The connection timed out.': 'Die Verbindung hat zu lange gedauert.',
  'There is no way to the server. Is the computer online?': 'Kein Weg führt zum Server. Ist der Computer online?',
  'There is no network. Is the computer online?': 'Es gibt kein Netz. Ist der Computer online?',
  'No secure connection ({}).': 'Keine sichere Verbindung ({}).',
  'The connection failed ({}).': 'Die Verbindung ist fehlgeschlagen ({}).',
  'The connection failed.': 'Die Verbindung ist fehlgeschlagen.',
};
