/**
 * Words that come with the page that says them, so that they do not weigh on the start of the window: each language in a
 * file of its own, of which only the one that is spoken is loaded.
 *
 *     export const words = await inLanguage({ en: async () => (await import('./en/learn.ts')).learn, de: … });
 * @module
 */
import { type Language, languageFor } from '../../src/domain/language.ts';
import { locale } from '../texts.ts';

export function inLanguage<Words>(packs: Readonly<Record<Language, () => Promise<Words>>>): Promise<Words> {
  return packs[languageFor('system', [locale])]();
}
