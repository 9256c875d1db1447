import type { empty as emptyInEnglish, welcome as english } from '../en/welcome.ts';

export const welcome: typeof english = {
  first: {
    title: 'So kommt Ihre erste SMS an',
    text: 'Ein Übungsanschluss ist bereit. Sein simuliertes Telefon schreibt Ihnen über den echten Empfangsdienst, mit echter Signatur, und beantwortet, was Sie senden. Ganz ohne Konto.',
  },
  again: {
    title: 'So kommt eine SMS an',
    text: 'Öffnen Sie die Konversation und antworten Sie, oder verbinden Sie eine eigene Nummer.',
  },
  promises: [
    { title: 'Geprüft', text: 'Eine SMS zählt nur, wenn die Signatur ihres Anbieters stimmt.' },
    { title: 'Aufbewahrt', text: 'Auf diesem Computer, gespeichert, bevor der Anbieter von der Ankunft erfährt.' },
    { title: 'Beantwortet', text: 'Antworten gehen direkt an Ihren Anbieter, und Sie sehen, ob sie angekommen sind.' },
  ],
};

export const empty: typeof emptyInEnglish = {
  noLineTitle: 'Noch keine eigene Nummer',
  noLineText: 'Probieren Sie zuerst den Übungsanschluss aus, oder fügen Sie die Nummer hinzu, an die man Ihnen schreibt.',
  textYourself: 'SMS an mich selbst',
  addNumber: 'Nummer hinzufügen',
  lineDetails: 'Details dieses Anschlusses',
  noMessagesTitle: 'Noch keine Nachrichten',
  noMessagesText: 'SMS an Ihre Nummer erscheinen hier, sobald sie ankommen.',
  archivedTitle: 'Nichts archiviert',
  archivedText: 'Archivierte Konversationen warten hier. Eine neue SMS holt sie zurück in den Posteingang.',
  lineTitle: 'Noch nichts auf diesem Anschluss',
  nothingOpenTitle: 'Wählen Sie eine Konversation',
  nothingOpenText: 'Oder beginnen Sie eine neue.',
  noMatch: (query: string) => `Nichts passt zu „${query}“`,
  noMatchText: 'Durchsucht werden Teile von Texten, Nummern und Namen der Anschlüsse.',
  clearSearch: 'Zurück zu allen Konversationen',
};
