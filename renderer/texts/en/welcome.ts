export const welcome = {
  first: {
    title: 'See your first text arrive',
    text: 'A practice line is ready. Its simulated phone texts you through the real receiver, with a real signature, and answers what you send. No account needed.',
  },
  again: {
    title: 'That is how a text arrives',
    text: 'Open the conversation and answer it, or connect a number of your own.',
  },
  promises: [
    { title: 'Verified', text: 'A text counts only when its provider’s signature fits.' },
    { title: 'Kept', text: 'On this computer, written to disk before the provider is told it arrived.' },
    { title: 'Answered', text: 'Replies go straight to your provider, and you see whether they got there.' },
  ],
};

export const empty = {
  noLineTitle: 'No number of yours yet',
  noLineText: 'Try it with the practice line first, or add the number people text you on.',
  textYourself: 'Text yourself',
  addNumber: 'Add your number',
  lineDetails: 'Details of this line',
  noMessagesTitle: 'No messages yet',
  noMessagesText: 'Texts to your number show up here the moment they arrive.',
  archivedTitle: 'Nothing archived',
  archivedText: 'Archived conversations wait here. A new text brings one back to the inbox.',
  lineTitle: 'Nothing on this line yet',
  nothingOpenTitle: 'Choose a conversation',
  nothingOpenText: 'Or start a new one.',
  noMatch: (query: string) => `Nothing matches “${query}”`,
  noMatchText: 'Parts of texts, numbers and line names are searched.',
  clearSearch: 'Back to all conversations',
};
