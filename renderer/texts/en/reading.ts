export const reading = {
  title: 'Language and reading',
  language: 'Language',
  /** Each in itself: whoever looks for their own finds it. */
  languages: { system: 'Like the system', en: 'English', de: 'Deutsch' },
  textSize: 'Size of everything',
  spellCheck: 'Check spelling while you write',
  spellLanguages: 'Languages you write in',
  spellLanguagesHelp: 'Where your system brings no dictionary, it is downloaded once from Google, without anything you write.',
  likeSystem: 'Like the system',
  addSpellLanguage: 'Add a language',
  removeSpellLanguage: (language: string) => `Do not check ${language}`,
};
