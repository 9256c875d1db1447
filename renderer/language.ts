/**
 * Loads the words of the language the user reads, and only those, before the window is loaded.
 * @module
 */
import { type Language, languageFor, localeFor } from '../src/domain/language.ts';
import type { Settings } from '../src/domain/settings.ts';
import { speakWith, type Texts } from './texts.ts';

type Choice = Settings['reading']['language'];

const packs: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./texts/en/index.ts')).en,
  de: async () => (await import('./texts/de/index.ts')).de,
};

/** Speaks the chosen language from now on; for what is not loaded yet. */
export async function speak(choice: Choice): Promise<Language> {
  const language = languageFor(choice, navigator.languages);
  speakWith(await packs[language](), localeFor(language, navigator.languages));
  document.documentElement.lang = language;
  return language;
}

/** Whether a choice asks for another language than the one that is spoken. */
export function isSpoken(choice: Choice): boolean {
  return document.documentElement.lang === languageFor(choice, navigator.languages);
}
