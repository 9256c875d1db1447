/**
 * The words of the core and the shell, in the language the user reads. Changing the language changes what is said from
 * then on, so whoever speaks asks for them each time.
 * @module
 */
import { type Language, languageFor, localeFor } from '../../domain/language.ts';
import type { Settings } from '../../domain/settings.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export type Words = typeof en;

/** Words, and the tag for dates and numbers that go with them. */
export type Speech = { readonly words: Words; readonly language: Language; readonly locale: string };

const packs: Readonly<Record<Language, Words>> = { en, de };

/** `preferred`: the system's languages as BCP 47 tags, the best first. */
export function speechFor(choice: Settings['reading']['language'], preferred: readonly string[]): Speech {
  const language = languageFor(choice, preferred);
  return { words: packs[language], language, locale: localeFor(language, preferred) };
}

/** The words alone: with each text that is announced, so it must cost nothing. */
export function wordsIn(choice: Settings['reading']['language'], preferred: readonly string[]): Words {
  return packs[languageFor(choice, preferred)];
}

/** As long as nothing is known of the user. */
export const usualSpeech: Speech = { words: en, language: 'en', locale: 'en-GB' };
