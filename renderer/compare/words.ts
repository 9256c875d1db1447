/**
 * The words of the comparison, loaded with it.
 * @module
 */
import { inLanguage } from '../texts/in-language.ts';

export const words = await inLanguage({
  en: async () => (await import('../texts/en/later/compare.ts')).compare,
  de: async () => (await import('../texts/de/later/compare.ts')).compare,
});
