/**
 * Which language the shell speaks: the user's choice, or the system's.
 * @module
 */
import { app } from 'electron';
import { type Speech, speechFor } from '../src/contract/texts/words.ts';
import type { Settings } from '../src/domain/settings.ts';

export type Speaking = {
  /** The system's languages, the best first. */
  readonly languages: readonly string[];
  /** Asked for each time something is said. */
  now(): Speech;
  /** Takes over what was chosen; true when that is another language than before. */
  follow(settings: Settings): boolean;
};

/** The app must be ready: the system's languages are not known before. */
export function createSpeaking(): Speaking {
  const languages = [app.getLocale(), ...app.getPreferredSystemLanguages()].filter((tag) => tag !== '');
  let speech = speechFor('system', languages);
  return {
    languages,
    now: () => speech,
    follow(settings) {
      const next = speechFor(settings.reading.language, languages);
      const isOther = next.language !== speech.language;
      speech = next;
      return isOther;
    },
  };
}
