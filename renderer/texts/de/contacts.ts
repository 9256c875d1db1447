import type { contacts as english } from '../en/contacts.ts';

export const contacts: typeof english = {
  shortCode: 'Kurzwahl',
  senderName: 'Name eines Absenders, keine Nummer',
  likeContact: (name) => `Dieser Absender nennt sich nur wie der Kontakt ${name}. Solche Namen kann jeder wählen.`,
  likeNumber: 'Der Name dieses Absenders sieht aus wie eine Nummer, ist aber keine. Solche Namen kann jeder wählen.',
  suggestions: 'Kontakte',
  suggestionCount: (count) => (count === 1 ? '1 Kontakt gefunden' : `${count} Kontakte gefunden`),
};
