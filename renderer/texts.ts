/**
 * Every word the window says by itself, in the language that was chosen before its parts were loaded (main.tsx). Another
 * language is another object of this type.
 * @module
 */
import type { en } from './texts/en/index.ts';

export type Texts = typeof en;

/** What is shown. Whatever is loaded after `speakWith` may read it at once, also into constants. */
export let texts: Texts;

/** The language tag dates, numbers and lists are written by, e.g. `en-GB`. */
export let locale: string;

/** Chooses the words and the way to write dates. Called once, before anything that speaks is loaded. */
export function speakWith(words: Texts, tag: string): void {
  texts = words;
  locale = tag;
}
