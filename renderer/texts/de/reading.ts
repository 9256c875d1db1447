import type { reading as english } from '../en/reading.ts';

export const reading: typeof english = {
  title: 'Sprache und Lesen',
  language: 'Sprache',
  languages: { system: 'Wie das System', en: 'English', de: 'Deutsch' },
  textSize: 'Größe von allem',
  spellCheck: 'Rechtschreibung beim Schreiben prüfen',
  spellLanguages: 'Sprachen, in denen Sie schreiben',
  spellLanguagesHelp:
    'Wo Ihr System kein Wörterbuch mitbringt, wird es einmal von Google heruntergeladen, ohne etwas von dem, was Sie schreiben.',
  likeSystem: 'Wie das System',
  addSpellLanguage: 'Sprache hinzufügen',
  removeSpellLanguage: (language: string) => `${language} nicht prüfen`,
};
