/**
 * Which language the shell speaks: the user's choice, or the system's.
 * @module
 */
import { app } from 'electron';
import { type Speech, speechFor } from '../src/contract/texts/words.ts';
import type { Settings } from '../src/domain/settings.ts';

export type Speaking = {
  /** Asked for each time something is said. */
  now(): Speech;
  /** Takes over what was chosen; tells when that is another language than before. */
  follow(settings: Settings): void;
};

/** The system's languages, the best first. Known once the app is ready. */
export function systemLanguages(): readonly string[] {
  return [app.getLocale(), ...app.getPreferredSystemLanguages()].filter((tag) => tag !== '');
}

export function createSpeaking({ languages, onChanged }: { languages: readonly string[]; onChanged: (speech: Speech) => void }): Speaking {
  let speech = speechFor('system', languages);
  return {
    now: () => speech,
    follow(settings) {
      const next = speechFor(settings.reading.language, languages);
      if (next.language === speech.language) return;
      speech = next;
      onChanged(next);
    },
  };
}
