/**
 * The words of taking deliveries along, loaded with it.
 * @module
 */
import { inLanguage } from '../texts/in-language.ts';

export const words = await inLanguage({
  en: async () => (await import('../texts/en/later/take-along.ts')).takeAlong,
  de: async () => (await import('../texts/de/later/take-along.ts')).takeAlong,
});
