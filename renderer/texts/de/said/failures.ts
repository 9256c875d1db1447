/**
 * Failures and problems of the app, and what single fields complain about.
 * @module
 */
import type { Phrases } from '../../said.ts';

export const failures: Phrases = {
  'Something in this form is not right.': 'In diesem Formular stimmt etwas nicht.',
  'Correct the marked fields': 'Korrigieren Sie die markierten Felder',
  'This is not here any more.': 'Das gibt es hier nicht mehr.',
  'Go back to the inbox': 'Gehen Sie zurück zum Posteingang',
  'This line does not exist or was removed.': 'Diesen Anschluss gibt es nicht, oder er wurde entfernt.',
  'Choose another line': 'Wählen Sie einen anderen Anschluss',
  'This provider only receives: texts cannot be sent from this line.':
    'Dieser Anbieter empfängt nur: Von diesem Anschluss kann nichts gesendet werden.',
  'This sender is a name, not a number, so it cannot be answered.':
    'Dieser Absender ist ein Name, keine Nummer. Eine Antwort ist nicht möglich.',
  'This provider takes no attachments.': 'Dieser Anbieter nimmt keine Anhänge.',
  'Send the text alone': 'Senden Sie nur den Text',
  'This provider takes fewer attachments in one message.': 'Dieser Anbieter nimmt weniger Anhänge in einer Nachricht.',
  'Send the attachments one by one': 'Senden Sie die Anhänge einzeln',
  'The text is longer than this provider takes.': 'Der Text ist länger, als dieser Anbieter erlaubt.',
  'Shorten it or send it in parts': 'Kürzen Sie ihn oder senden Sie ihn in Teilen',
  'There is nothing to send yet.': 'Es gibt noch nichts zu senden.',
  'Type a text': 'Schreiben Sie einen Text',
  'This person asked not to be texted on this line.': 'Diese Person möchte auf diesem Anschluss keine SMS.',
  'Wait until they send START, or choose "Text them anyway"': 'Warten Sie auf ein START von dort, oder wählen Sie „Trotzdem schreiben“',
  'Only a message that did not go out can be sent again.': 'Nur eine Nachricht, die nicht hinausging, kann erneut gesendet werden.',
  'This message has left already and cannot be taken back.': 'Diese Nachricht ist schon unterwegs und nicht mehr zurückzuholen.',
  'Texttray cannot write to its data folder right now, so nothing new is accepted.':
    'Texttray kann gerade nicht in seinen Datenordner schreiben und nimmt darum nichts Neues an.',
  'Free some disk space or check the folder; it recovers by itself':
    'Schaffen Sie Speicherplatz oder prüfen Sie den Ordner; dann geht es von selbst weiter',
  'The place where your keys are kept cannot be opened.': 'Der Ort, an dem Ihre Schlüssel liegen, lässt sich nicht öffnen.',
  'Unlock your system keychain and try again': 'Entsperren Sie den Schlüsselbund Ihres Systems und versuchen Sie es erneut',
  'This system has no protected place for keys.': 'Dieses System hat keinen geschützten Platz für Schlüssel.',
  'Set up a keyring (such as GNOME Keyring or KWallet), then start Texttray again':
    'Richten Sie einen Schlüsselbund ein (etwa GNOME Keyring oder KWallet) und starten Sie Texttray dann neu',
  'This way to be reached is not available.': 'Dieser Weg, erreichbar zu sein, steht nicht zur Verfügung.',
  'Choose another one': 'Wählen Sie einen anderen',
  'Only a practice line can be texted by its simulated phone.': 'Nur einem Übungsanschluss kann sein simuliertes Telefon schreiben.',
  'Choose the practice line': 'Wählen Sie den Übungsanschluss',
  'The simulated phone could not reach the receiver.': 'Das simulierte Telefon konnte den Empfangsdienst nicht erreichen.',
  'Look at Deliveries for the reason': 'Der Grund steht unter „Zustellungen“',
  'This attachment is not stored on this computer.': 'Dieser Anhang ist auf diesem Computer nicht gespeichert.',
  'Download it again': 'Laden Sie ihn erneut herunter',
  'Files of this kind are not opened from here, so that nothing runs by accident.':
    'Dateien dieser Art werden von hier aus nicht geöffnet, damit nichts versehentlich gestartet wird.',
  'Save it instead': 'Speichern Sie ihn stattdessen',
  'No program opened this attachment.': 'Kein Programm hat diesen Anhang geöffnet.',
  'That file is not here any more.': 'Diese Datei ist nicht mehr da.',
  'Choose it again': 'Wählen Sie sie erneut',
  'The file cannot be read.': 'Die Datei kann nicht gelesen werden.',
  'Choose another file': 'Wählen Sie eine andere Datei',
  'There is not enough free space on the disk for this file.': 'Für diese Datei ist nicht genug Speicherplatz frei.',
  'Free some space and try again': 'Schaffen Sie Platz und versuchen Sie es erneut',
  'The file did not arrive whole.': 'Die Datei kam nicht vollständig an.',
  'The file could not be saved there.': 'Die Datei konnte dort nicht gespeichert werden.',
  'Choose another place': 'Wählen Sie einen anderen Ort',
  'This is neither a backup of "SMS Backup & Restore" nor an archive of Texttray.':
    'Das ist weder eine Sicherung von „SMS Backup & Restore“ noch ein Archiv von Texttray.',
  'This archive was written by a newer Texttray.': 'Dieses Archiv stammt von einem neueren Texttray.',
  'Install the newer version, then import it': 'Installieren Sie die neuere Version, und importieren Sie es dann',
  'Another file is being read right now.': 'Gerade wird eine andere Datei gelesen.',
  'Wait for it, or stop it first': 'Warten Sie darauf, oder halten Sie es vorher an',
  'It was stopped before its end.': 'Es wurde vor dem Ende angehalten.',
  'The export could not be written.': 'Der Export konnte nicht geschrieben werden.',
  'Free some disk space and try again': 'Schaffen Sie Speicherplatz und versuchen Sie es erneut',
  'The import ended before its end. What was imported until then stays.':
    'Der Import wurde nicht fertig. Was bis dahin importiert wurde, bleibt.',
  'Import the file again': 'Importieren Sie die Datei erneut',
  'There are as many contacts as Texttray keeps.': 'Es gibt schon so viele Kontakte, wie Texttray aufnimmt.',
  'Remove some first': 'Entfernen Sie zuerst einige',
  'This value is never kept: whoever read it here could send texts as the provider.':
    'Dieser Wert wird nie aufbewahrt: Wer ihn hier läse, könnte SMS im Namen des Anbieters schicken.',
  'This window may not ask for that.': 'Dieses Fenster darf danach nicht fragen.',
  'Open Texttray again from its own address': 'Öffnen Sie Texttray erneut unter seiner eigenen Adresse',
  'Texttray is not running any more.': 'Texttray läuft nicht mehr.',
  'Start it again': 'Starten Sie es wieder',
  'Something went wrong inside Texttray. It was written to the log.': 'In Texttray ist etwas schiefgegangen. Es steht im Protokoll.',
  'Try again': 'Versuchen Sie es erneut',

  'There is no such method.': 'Das kann Texttray nicht.',
  'The server does not show this host key any more.': 'Der Server zeigt diesen Schlüssel nicht mehr.',
  'This is not a file.': 'Das ist keine Datei.',
  'This delivery is older than the app keeps them.': 'Diese Zustellung ist älter, als Texttray sie aufbewahrt.',
  'This provider is not known.': 'Diesen Anbieter kennt Texttray nicht.',
  'This message is being handed over right now.': 'Diese Nachricht wird gerade übergeben.',

  'A file of your data could not be read and was set aside as {}. Everything else works.':
    'Eine Datei Ihrer Daten konnte nicht gelesen werden und liegt jetzt unter {}. Alles andere geht.',
  'Keep the file: parts of it may be recovered': 'Behalten Sie die Datei: Teile davon lassen sich vielleicht retten',
  'The shortcut for codes cannot be used: another program has it, or this system does not allow it.':
    'Die Tastenkombination für Codes lässt sich nicht verwenden: Ein anderes Programm hat sie, oder dieses System erlaubt es nicht.',
  'Choose another one in the settings': 'Wählen Sie in den Einstellungen eine andere',
  'This system does not show notifications of Texttray, so new texts are announced in its window only.':
    'Dieses System zeigt keine Benachrichtigungen von Texttray. Neue SMS werden darum nur im Fenster gemeldet.',
  'Allow them in the system settings': 'Erlauben Sie sie in den Systemeinstellungen',
  'A text could not be forwarded to {}: {}.': 'Eine SMS konnte nicht an {} weitergeleitet werden: {}.',
  'Check the address in Rules': 'Prüfen Sie die Adresse unter „Regeln“',
  'Texts arrive and are kept, but their raw deliveries cannot be written down right now.':
    'SMS kommen an und werden aufbewahrt, aber ihre rohen Zustellungen können gerade nicht gespeichert werden.',
  'Free some disk space or check the data folder; it recovers by itself':
    'Schaffen Sie Speicherplatz oder prüfen Sie den Datenordner; dann geht es von selbst weiter',
  'There are {} rules already.': 'Es gibt schon {} Regeln.',
  'There are {} templates already.': 'Es gibt schon {} Vorlagen.',
  'Listening on port {} failed: {}': 'Port {} lässt sich nicht öffnen: {}',
  'Port {} is used by another program.': 'Port {} ist von einem anderen Programm belegt.',
  'This account may not listen on port {}.': 'Dieses Konto darf Port {} nicht verwenden.',
  '{} Texttray listens at {} instead, so a proxy that forwards to the usual port does not reach it.':
    '{} Texttray ist stattdessen unter {} zu finden; ein Proxy, der zum üblichen Port weiterleitet, erreicht es nicht.',
  'Close the other program and start Texttray again': 'Beenden Sie das andere Programm und starten Sie Texttray neu',

  'Give the line a name.': 'Geben Sie dem Anschluss einen Namen.',
  'Enter the number.': 'Geben Sie die Nummer ein.',
  'Enter a number.': 'Geben Sie eine Nummer ein.',
  'At most {} characters.': 'Höchstens {} Zeichen.',
  'At most {} characters; this has {}.': 'Höchstens {} Zeichen; dies sind {}.',
  'Enter a whole http(s) address.': 'Geben Sie eine ganze http(s)-Adresse ein.',
  'Enter a phone number with its country code, or a short code.': 'Geben Sie eine Telefonnummer mit Ländervorwahl oder eine Kurzwahl ein.',
  'Start the number with + and its country code.': 'Beginnen Sie die Nummer mit + und der Ländervorwahl.',
  'Type a text.': 'Schreiben Sie einen Text.',
  'Choose a time that is still to come.': 'Wählen Sie einen Zeitpunkt, der noch kommt.',
  'Choose a time within a year.': 'Wählen Sie einen Zeitpunkt innerhalb eines Jahres.',
  'Write it with + and the country code, like +14155551234.': 'Schreiben Sie sie mit + und Ländervorwahl, wie +14155551234.',
  'Write it with the country code, like +14155551234 or 14155551234.':
    'Schreiben Sie sie mit der Ländervorwahl, wie +14155551234 oder 14155551234.',
  'Enter a number; any will do.': 'Geben Sie eine Nummer ein; jede ist recht.',
  'Enter the {}.': 'Geben Sie ein: {}.',
  'auth token': 'Auth-Token',
  'API key': 'API-Schlüssel',
  'webhook secret': 'Webhook-Geheimnis',
  'auth Header': 'Auth-Header',
  'Enter a whole address, like https://api.example.com.': 'Geben Sie eine ganze Adresse ein, wie https://api.example.com.',
  'Enter a whole address, like https://texts.example.com.': 'Geben Sie eine ganze Adresse ein, wie https://texts.example.com.',
  'Use https: keys would travel readable for everyone on the way.': 'Nehmen Sie https: Schlüssel wären sonst unterwegs für alle lesbar.',
  'Leave out the user name and password.': 'Lassen Sie Benutzername und Passwort weg.',
  'Leave out everything from ? or # on.': 'Lassen Sie alles ab ? oder # weg.',
  'This has blanks or characters no key has. Copy it again.':
    'Darin sind Leerzeichen oder Zeichen, die kein Schlüssel hat. Kopieren Sie ihn erneut.',
};
