export const contacts = {
  shortCode: 'Short code',
  senderName: 'Sender’s name, not a number',
  likeContact: (name: string) => `This sender only calls itself like your contact ${name}. Anyone can choose such a name.`,
  likeNumber: 'This sender’s name looks like a number, but it is none. Anyone can choose such a name.',
  suggestions: 'Contacts',
  suggestionCount: (count: number) => (count === 1 ? '1 contact found' : `${count} contacts found`),
};
