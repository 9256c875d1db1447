/**
 * What can go wrong with tunnels, what their log says, and what their forms complain about.
 * @module
 */
import type { Phrases } from '../../said.ts';

export const tunnel: Phrases = {
  'The tunnel server refuses connections.': 'Der Tunnelserver lehnt Verbindungen ab.',
  'Check its host and port, and that it runs': 'Prüfen Sie Hostname und Port, und ob er läuft',
  'The name of the tunnel server was not found.': 'Der Name des Tunnelservers wurde nicht gefunden.',
  'Check your internet connection and the name': 'Prüfen Sie die Internetverbindung und den Namen',
  'No way leads to the tunnel server.': 'Kein Weg führt zum Tunnelserver.',
  'Check your internet connection': 'Prüfen Sie die Internetverbindung',
  'The tunnel server does not answer.': 'Der Tunnelserver antwortet nicht.',
  'Wait: it is tried again and again': 'Warten Sie: Es wird immer wieder versucht',
  'The connection to the tunnel server was lost.': 'Die Verbindung zum Tunnelserver ist abgebrochen.',
  'Wait: it is made again': 'Warten Sie: Sie wird neu aufgebaut',
  'The tunnel service ended the connection.': 'Der Tunneldienst hat die Verbindung beendet.',
  'The tunnel said it was up, but nothing came through it.': 'Der Tunnel meldete sich bereit, aber nichts kam hindurch.',
  'Wait: it is started again': 'Warten Sie: Er wird neu gestartet',
  'What answers there does not speak the tunnel’s protocol.': 'Was dort antwortet, spricht nicht das Protokoll des Tunnels.',
  'Check the host and the port': 'Prüfen Sie Hostname und Port',
  'The tunnel service refused to open a tunnel.': 'Der Tunneldienst hat keinen Tunnel geöffnet.',
  'Look at the tunnel’s log, or choose another kind of tunnel': 'Sehen Sie ins Protokoll des Tunnels, oder wählen Sie eine andere Art',
  'The tunnel service did not say under which address you are reachable.':
    'Der Tunneldienst hat nicht gesagt, unter welcher Adresse Sie erreichbar sind.',
  'Choose another kind of tunnel': 'Wählen Sie eine andere Art von Tunnel',
  'The server does not accept this user and key.': 'Der Server nimmt diesen Benutzer mit diesem Schlüssel nicht an.',
  'Check the user name, or add the key to the server’s authorized_keys':
    'Prüfen Sie den Benutzernamen, oder tragen Sie den Schlüssel in authorized_keys des Servers ein',
  'The private key file cannot be read.': 'Die Datei mit dem privaten Schlüssel kann nicht gelesen werden.',
  'Check its path and who may read it': 'Prüfen Sie ihren Pfad, und wer sie lesen darf',
  'This file is not a private key that can be used.': 'Diese Datei ist kein brauchbarer privater Schlüssel.',
  'Choose a private key, not the .pub file': 'Wählen Sie einen privaten Schlüssel, nicht die .pub-Datei',
  'The private key is locked with a passphrase.': 'Der private Schlüssel ist mit einer Passphrase gesichert.',
  'Enter its passphrase': 'Geben Sie seine Passphrase ein',
  'The passphrase does not open the private key.': 'Die Passphrase öffnet den privaten Schlüssel nicht.',
  'Enter the right passphrase': 'Geben Sie die richtige Passphrase ein',
  'No SSH agent answers on this computer.': 'Auf diesem Computer antwortet kein SSH-Agent.',
  'Start your SSH agent, or choose a key file': 'Starten Sie Ihren SSH-Agenten, oder wählen Sie eine Schlüsseldatei',
  'The server shows another host key than before: it was set up anew, or someone stands in between.':
    'Der Server zeigt einen anderen Schlüssel als bisher: Er wurde neu eingerichtet, oder jemand steht dazwischen.',
  'Compare the fingerprint with the server’s, then accept it or leave the tunnel off':
    'Vergleichen Sie den Fingerabdruck mit dem des Servers; nehmen Sie ihn dann an, oder lassen Sie den Tunnel aus',
  'The server did not open the port: an earlier connection still holds it, or this user may not open it.':
    'Der Server hat den Port nicht geöffnet: Eine frühere Verbindung hält ihn noch, oder dieser Benutzer darf ihn nicht öffnen.',
  'Wait for the server to let go of it, or choose another port':
    'Warten Sie, bis der Server ihn freigibt, oder wählen Sie einen anderen Port',
  'The server did not open the socket: an earlier one lies at that path, or this user may not make it.':
    'Der Server hat den Socket nicht geöffnet: Am selben Pfad liegt noch ein früherer, oder dieser Benutzer darf ihn nicht anlegen.',
  'Set "StreamLocalBindUnlink yes" on the server, or choose another path':
    'Setzen Sie „StreamLocalBindUnlink yes“ auf dem Server, oder wählen Sie einen anderen Pfad',
  'The server hands over connections for another address than was asked for.':
    'Der Server reicht Verbindungen für eine andere Adresse weiter, als erbeten war.',
  'Wait: another way of asking is tried': 'Warten Sie: Es wird auf andere Weise gebeten',
  'Requests arrive through the tunnel, but the receiver on this computer does not take them.':
    'Durch den Tunnel kommen Anfragen, aber der Empfangsdienst auf diesem Computer nimmt sie nicht an.',
  'Start Texttray again': 'Starten Sie Texttray neu',
  'This tunnel needs a token.': 'Dieser Tunnel braucht ein Token.',
  'Enter the token of your account': 'Geben Sie das Token Ihres Kontos ein',
  'The tunnel service does not accept the token.': 'Der Tunneldienst nimmt das Token nicht an.',
  'Copy the token from your account again': 'Kopieren Sie das Token noch einmal aus Ihrem Konto',
  'The tunnel service lets this account open no tunnel.': 'Der Tunneldienst lässt dieses Konto keinen Tunnel öffnen.',
  'Sign in there: it is suspended, or its e-mail address is not confirmed':
    'Melden Sie sich dort an: Das Konto ist gesperrt, oder seine E-Mail-Adresse ist nicht bestätigt',
  'The account’s quota at the tunnel service is used up.': 'Das Kontingent des Kontos beim Tunneldienst ist verbraucht.',
  'Upgrade it, or choose another tunnel': 'Erweitern Sie es, oder wählen Sie einen anderen Tunnel',
  'The account already runs as many tunnels as it may.': 'Auf dem Konto laufen schon so viele Tunnel wie erlaubt.',
  'End the other one, or wait until it is gone': 'Beenden Sie den anderen, oder warten Sie, bis er weg ist',
  'The domain is in use by another tunnel.': 'Die Domain wird von einem anderen Tunnel benutzt.',
  'The domain does not belong to this account.': 'Die Domain gehört nicht zu diesem Konto.',
  'Enter the domain your account shows': 'Geben Sie die Domain ein, die Ihr Konto zeigt',
  'The part for ngrok is missing in this installation.': 'In dieser Installation fehlt der Teil für ngrok.',
  'Install Texttray again, or choose another tunnel': 'Installieren Sie Texttray neu, oder wählen Sie einen anderen Tunnel',
  'cloudflared was not found on this computer.': 'cloudflared wurde auf diesem Computer nicht gefunden.',
  'Install cloudflared, or give its path': 'Installieren Sie cloudflared, oder geben Sie seinen Pfad an',
  'The program at this path cannot be run as cloudflared.': 'Das Programm an diesem Pfad lässt sich nicht als cloudflared starten.',
  'Check the path to cloudflared': 'Prüfen Sie den Pfad zu cloudflared',
  'cloudflared ended by itself.': 'cloudflared hat sich von selbst beendet.',
  'Unlock your system keychain': 'Entsperren Sie den Schlüsselbund Ihres Systems',
  'The tunnel’s settings cannot be written.': 'Die Einstellungen des Tunnels können nicht gespeichert werden.',
  'Free some disk space or check the data folder': 'Schaffen Sie Speicherplatz, oder prüfen Sie den Datenordner',
  'Your public address has changed.': 'Ihre öffentliche Adresse hat sich geändert.',
  'Give the new one to providers that still have the old one': 'Geben Sie die neue den Anbietern, die noch die alte haben',

  'Connecting to {}.': 'Verbindung mit {} wird aufgebaut.',
  'Connecting to {} again.': 'Verbindung mit {} wird neu aufgebaut.',
  'Trying again in {}.': 'Neuer Versuch in {}.',
  'Requests come through again.': 'Anfragen kommen wieder durch.',
  'Up at {}.': 'Bereit unter {}.',
  'Switched off.': 'Ausgeschaltet.',
  'First connection to {}: its host key is {} from now on.': 'Erste Verbindung mit {}: Sein Schlüssel ist ab jetzt {}.',
  'You accepted {} as the host key of {}.': 'Sie haben {} als Schlüssel von {} angenommen.',

  'Enter the token of your account.': 'Geben Sie das Token Ihres Kontos ein.',
  'Enter the public address of the tunnel this token belongs to.':
    'Geben Sie die öffentliche Adresse des Tunnels ein, zu dem dieses Token gehört.',
  'Enter the token of the tunnel.': 'Geben Sie das Token des Tunnels ein.',
  'Providers only deliver to https addresses.': 'Anbieter stellen nur an https-Adressen zu.',
  'Leave out /hooks: Texttray adds the path of each line itself.':
    'Lassen Sie /hooks weg: Den Pfad jedes Anschlusses fügt Texttray selbst hinzu.',
  'This is a private address, which no provider can reach.': 'Das ist eine private Adresse, die kein Anbieter erreicht.',
  'Enter a host name or an address, without a port.': 'Geben Sie einen Hostnamen oder eine Adresse ein, ohne Port.',
  'Enter a path that begins with / and has at most 107 characters.':
    'Geben Sie einen Pfad ein, der mit / beginnt und höchstens 107 Zeichen hat.',
  'Enter the user name.': 'Geben Sie den Benutzernamen ein.',
  'Enter the host name.': 'Geben Sie den Hostnamen ein.',
  'Enter the public address.': 'Geben Sie die öffentliche Adresse ein.',
  'Choose what to open on the server.': 'Wählen Sie, was auf dem Server geöffnet werden soll.',
  'Choose a private key, or use your SSH agent.': 'Wählen Sie einen privaten Schlüssel, oder nehmen Sie Ihren SSH-Agenten.',
};
