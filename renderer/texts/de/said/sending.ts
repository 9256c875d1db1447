/**
 * Why a text did not go out, as far as Texttray says it: a provider's own words stay as they are.
 * @module
 */
import type { Phrases } from '../../said.ts';

export const sending: Phrases = {
  'The provider refused the text ({}).': 'Der Anbieter hat die SMS abgelehnt ({}).',
  'The provider could not be reached. {}': 'Der Anbieter war nicht zu erreichen. {}',
  'Check the internet connection. The text is tried again by itself.':
    'Prüfen Sie die Internetverbindung. Die SMS wird von selbst wieder versucht.',
  'The text was handed over, but no answer came. {}': 'Die SMS wurde übergeben, aber es kam keine Antwort. {}',
  'It may have been sent. Send it again only if it did not arrive.':
    'Sie wurde vielleicht gesendet. Senden Sie sie nur erneut, wenn sie nicht angekommen ist.',
  'The provider asks to send more slowly.': 'Der Anbieter bittet darum, langsamer zu senden.',
  'The text is tried again by itself.': 'Die SMS wird von selbst wieder versucht.',
  'The provider answered with an error of its own ({}).': 'Beim Anbieter ist ein Fehler aufgetreten ({}).',
  'The API address answered with a redirect.': 'Die API-Adresse hat mit einer Umleitung geantwortet.',
  'Enter the address it leads to as the API address of this line.':
    'Geben Sie die Adresse, zu der sie führt, als API-Adresse dieses Anschlusses ein.',
  'Check the key and the API address in the settings of this line.':
    'Prüfen Sie den Schlüssel und die API-Adresse in den Einstellungen dieses Anschlusses.',
  'This line has no {}, so it can only receive.': 'Diesem Anschluss fehlt noch etwas ({}), darum kann er nur empfangen.',
  'Enter the {} in the settings of this line.': 'Tragen Sie es in den Einstellungen dieses Anschlusses ein: {}.',
  'Texttray was closed while this text was being handed over: it may or may not have been sent.':
    'Texttray wurde beendet, während diese SMS übergeben wurde: Sie kann gesendet worden sein oder auch nicht.',
  'Ask, or look at your provider, before you send it again.':
    'Fragen Sie nach, oder sehen Sie bei Ihrem Anbieter nach, bevor Sie sie erneut senden.',
  'The line was removed before this text went out.': 'Der Anschluss wurde entfernt, bevor diese SMS hinausging.',
  'The other side asked not to be texted before this text went out.': 'Die andere Seite hat sich SMS verbeten, bevor diese hinausging.',
  'The keys of this line cannot be read right now.': 'Die Schlüssel dieses Anschlusses können gerade nicht gelesen werden.',

  'The phone this comes from had not sent it.': 'Das Telefon, von dem sie stammt, hatte sie nicht gesendet.',
  'Mobile API Connect takes no attachments.': 'Mobile API Connect nimmt keine Anhänge.',
  'Send the text alone.': 'Senden Sie nur den Text.',
  'CloudSpire takes one attachment in one message.': 'CloudSpire nimmt einen Anhang in einer Nachricht.',
  'Send the attachments one by one.': 'Senden Sie die Anhänge einzeln.',
  'CloudSpire sends to numbers of 10 to 15 digits only.': 'CloudSpire sendet nur an Nummern mit 10 bis 15 Ziffern.',

  'The API key is missing or invalid.': 'Der API-Schlüssel fehlt oder ist ungültig.',
  'Check the API key in the settings of this line.': 'Prüfen Sie den API-Schlüssel in den Einstellungen dieses Anschlusses.',
  'The API key was revoked.': 'Der API-Schlüssel wurde widerrufen.',
  'Generate a new API key in the CloudVNO dashboard and enter it here.':
    'Erzeugen Sie im CloudVNO-Dashboard einen neuen API-Schlüssel und tragen Sie ihn hier ein.',
  'The API key lacks the permission to send messages.': 'Dem API-Schlüssel fehlt die Berechtigung zum Senden.',
  'Add the required permission to the API key in the CloudVNO dashboard.':
    'Geben Sie dem API-Schlüssel im CloudVNO-Dashboard die nötige Berechtigung.',
  'The number is not a valid E.164 number.': 'Die Nummer ist keine gültige E.164-Nummer.',
  'Write the number with + and the country code, like +14155551234.': 'Schreiben Sie die Nummer mit + und Ländervorwahl, wie +14155551234.',
  'The number cannot receive SMS.': 'Die Nummer kann keine SMS empfangen.',
  'Use a voice call instead, or check what kind of number it is.': 'Rufen Sie stattdessen an, oder prüfen Sie, was für eine Nummer es ist.',
  'The text exceeds the character limit.': 'Der Text ist zu lang.',
  'Split it into several messages or send it as MMS.': 'Teilen Sie ihn auf mehrere Nachrichten auf, oder senden Sie ihn als MMS.',
  'The sending number is not in your CloudVNO account.': 'Die sendende Nummer gehört nicht zu Ihrem CloudVNO-Konto.',
  'Check the number of this line, or get it in the CloudVNO dashboard.':
    'Prüfen Sie die Nummer dieses Anschlusses, oder buchen Sie sie im CloudVNO-Dashboard.',
  'The recipient has opted out.': 'Die andere Seite hat sich abgemeldet.',
  'Do not send to them until they opt in again with START.': 'Senden Sie nichts dorthin, bis von dort START kommt.',
  'The carrier rejected the message.': 'Der Netzbetreiber hat die Nachricht abgelehnt.',
  'Check the text for what looks like spam, then write it differently.':
    'Prüfen Sie den Text auf das, was nach Spam aussieht, und schreiben Sie ihn anders.',
  'Too many messages in a short time.': 'Zu viele Nachrichten in kurzer Zeit.',
  'Nothing to do: it is tried again by itself. A long code sends one message a second.':
    'Nichts zu tun: Es wird von selbst wieder versucht. Eine gewöhnliche Nummer sendet eine Nachricht in der Sekunde.',
  'The message failed before it left CloudVNO.': 'Die Nachricht ist fehlgeschlagen, bevor sie CloudVNO verließ.',
  'Look it up in the CloudVNO dashboard, then send it again.': 'Sehen Sie im CloudVNO-Dashboard nach, und senden Sie sie dann erneut.',
  'The carrier did not deliver the message.': 'Der Netzbetreiber hat die Nachricht nicht zugestellt.',
  'Check that the number can receive SMS, then send it again.':
    'Prüfen Sie, ob die Nummer SMS empfangen kann, und senden Sie sie dann erneut.',
  'Something in the message is not valid.': 'Etwas an der Nachricht ist nicht gültig.',
  'Check the number and that the text has 1 to 1600 characters.': 'Prüfen Sie die Nummer, und ob der Text 1 bis 1600 Zeichen hat.',
  'The API key is missing or malformed.': 'Der API-Schlüssel fehlt oder hat nicht die richtige Form.',
  'Enter the whole key, from sk_live_ on, in the settings of this line.':
    'Tragen Sie den ganzen Schlüssel, ab sk_live_, in den Einstellungen dieses Anschlusses ein.',
  'The API key was not found or was revoked.': 'Der API-Schlüssel wurde nicht gefunden oder widerrufen.',
  'Pair the phone again to get a new API key and enter it here.':
    'Koppeln Sie das Telefon neu, um einen neuen API-Schlüssel zu erhalten, und tragen Sie ihn hier ein.',
  'The Mobile API Connect account is suspended.': 'Das Konto bei Mobile API Connect ist gesperrt.',
  'Contact Mobile API Connect to have it activated.': 'Wenden Sie sich an Mobile API Connect, um es freischalten zu lassen.',
  'Mobile API Connect does not know what was asked for.': 'Mobile API Connect kennt nicht, was gefragt wurde.',
  'Check the API address in the settings of this line.': 'Prüfen Sie die API-Adresse in den Einstellungen dieses Anschlusses.',
  'No webhook is set up in this account yet.': 'In diesem Konto ist noch kein Webhook eingerichtet.',
  'Set the webhook URL of this line at Mobile API Connect first.':
    'Setzen Sie zuerst die Webhook-URL dieses Anschlusses bei Mobile API Connect.',
  'The paired phone is offline.': 'Das gekoppelte Telefon ist offline.',
  'Switch the phone on, connect it to the internet and open the app. The text is tried again by itself.':
    'Schalten Sie das Telefon ein, verbinden Sie es mit dem Internet und öffnen Sie die App. Die SMS wird von selbst wieder versucht.',

  '{} could not be reached. {}': '{} war nicht zu erreichen. {}',
  '{} did not answer. {}': '{} hat nicht geantwortet. {}',
  'The API address answered with a redirect. Enter the address it leads to as the API address of this line.':
    'Die API-Adresse hat mit einer Umleitung geantwortet. Geben Sie die Adresse, zu der sie führt, als API-Adresse dieses Anschlusses ein.',
  '{} asks to be asked less often. Try again in a few minutes.':
    '{} bittet darum, seltener gefragt zu werden. Versuchen Sie es in ein paar Minuten wieder.',
  '{} has an error of its own ({}). Try again later.': 'Bei {} ist ein Fehler aufgetreten ({}). Versuchen Sie es später wieder.',
  '{} refused the API key ({}). Check it in the settings of this line.':
    '{} hat den API-Schlüssel abgelehnt ({}). Prüfen Sie ihn in den Einstellungen dieses Anschlusses.',
  '{} refused the request ({}).': '{} hat die Anfrage abgelehnt ({}).',
  'It says: {}': 'Dort heißt es: {}',
  'Enter the API key in the settings of this line, so that Texttray can ask where the number points.':
    'Tragen Sie den API-Schlüssel in den Einstellungen dieses Anschlusses ein, damit Texttray fragen kann, wohin die Nummer führt.',
  'Enter the API key in the settings of this line, so that Texttray can set the webhook URL.':
    'Tragen Sie den API-Schlüssel in den Einstellungen dieses Anschlusses ein, damit Texttray die Webhook-URL setzen kann.',
  'Enter the API key in the settings of this line: without it CloudVNO cannot be asked for texts.':
    'Tragen Sie den API-Schlüssel in den Einstellungen dieses Anschlusses ein: Ohne ihn kann CloudVNO nicht nach SMS gefragt werden.',
  'The API address of this line is not a whole address. Correct it in the settings of this line.':
    'Die API-Adresse dieses Anschlusses ist keine ganze Adresse. Korrigieren Sie sie in den Einstellungen dieses Anschlusses.',
  'How to set it is not documented, so Texttray has to guess: in the CloudVNO dashboard copy this URL into Phone Numbers → your number → Messaging → Webhook URL.':
    'Wie sie zu setzen ist, ist nicht dokumentiert, Texttray muss also raten: Kopieren Sie diese URL im CloudVNO-Dashboard nach Phone Numbers → Ihre Nummer → Messaging → Webhook URL.',
  'How CloudVNO lists texts is not documented, so Texttray has to guess: look for missed texts in the CloudVNO dashboard as well.':
    'Wie CloudVNO SMS auflistet, ist nicht dokumentiert, Texttray muss also raten: Suchen Sie verpasste SMS auch im CloudVNO-Dashboard.',
  'CloudVNO does not say where the number points.': 'CloudVNO sagt nicht, wohin die Nummer führt.',
  'CloudVNO does not confirm that the number points here.': 'CloudVNO bestätigt nicht, dass die Nummer hierher führt.',
  'The API key lacks the permission {}. Add it in the CloudVNO dashboard under Settings → API Keys, or enter a key that has it.':
    'Dem API-Schlüssel fehlt die Berechtigung {}. Ergänzen Sie sie im CloudVNO-Dashboard unter Settings → API Keys, oder tragen Sie einen Schlüssel ein, der sie hat.',
  'Mobile API Connect does not take this URL.': 'Mobile API Connect nimmt diese URL nicht an.',
  'Mobile API Connect took the webhook URL, but signs with another secret now. Copy the signing secret from its portal under Webhooks into the settings of this line.':
    'Mobile API Connect hat die Webhook-URL angenommen, signiert jetzt aber mit einem anderen Geheimnis. Kopieren Sie es aus dem Portal unter Webhooks in die Einstellungen dieses Anschlusses.',
  'No webhook is set up in this account yet. Copy this URL once into the Mobile API Connect portal under Webhooks; later changes are made by Texttray.':
    'In diesem Konto ist noch kein Webhook eingerichtet. Kopieren Sie diese URL einmal ins Portal von Mobile API Connect unter Webhooks; spätere Änderungen macht Texttray.',
  'The paired phone is offline. Switch it on, connect it to the internet and open the app.':
    'Das gekoppelte Telefon ist offline. Schalten Sie es ein, verbinden Sie es mit dem Internet und öffnen Sie die App.',
};
