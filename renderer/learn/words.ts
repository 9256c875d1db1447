/**
 * The words about how webhooks work, loaded with their page.
 * @module
 */
import { inLanguage } from '../texts/in-language.ts';

export const words = await inLanguage({
  en: async () => (await import('../texts/en/later/learn.ts')).learn,
  de: async () => (await import('../texts/de/later/learn.ts')).learn,
});
