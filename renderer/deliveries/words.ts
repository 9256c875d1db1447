/**
 * The words of the inspector, loaded with it.
 * @module
 */
import { inLanguage } from '../texts/in-language.ts';

export const words = await inLanguage({
  en: async () => (await import('../texts/en/later/deliveries.ts')).deliveries,
  de: async () => (await import('../texts/de/later/deliveries.ts')).deliveries,
});
