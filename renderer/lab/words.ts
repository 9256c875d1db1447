/**
 * The words of the replay lab, loaded with it.
 * @module
 */
import { inLanguage } from '../texts/in-language.ts';

export const words = await inLanguage({
  en: async () => (await import('../texts/en/later/lab.ts')).lab,
  de: async () => (await import('../texts/de/later/lab.ts')).lab,
});
