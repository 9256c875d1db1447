import type { palette as english } from '../en/palette.ts';

export const palette: typeof english = {
  title: 'Gehe zu',
  placeholder: 'Person, Anschluss, Seite oder Aktion',
  list: 'Ziele',
  nothing: (query: string) => `Nichts heißt „${query}“.`,
  kinds: { conversation: 'Konversation', contact: 'Kontakt', line: 'Anschluss', page: 'Seite', setting: 'Einstellung', action: 'Aktion' },
  learn: (provider) => `So arbeiten die Webhooks: ${provider}`,
  lab: 'Testlabor',
  scheduled: 'Geplante SMS',
  also: {
    learn: 'lernen Signatur prüfen Payload HMAC Wiederholung',
    deliveries: 'Rohdaten Anfragen Webhooks Protokoll',
    lab: 'Replay senden signieren Webhook Beispiel Abwandlung testen',
    reception: 'Tunnel erreichbar öffentliche Adresse Verbindung Pause',
    appearance: 'Design dunkel hell Farben',
    reading: 'Textgröße Rechtschreibung Zoom',
    notifications: 'Ruhezeiten Ton Privatsphäre',
    sending: 'rückgängig',
    numbers: 'Land',
    media: 'Bilder herunterladen',
    about: 'Version Datenordner',
  },
};
