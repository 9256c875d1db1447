/**
 * The words of the signature doctor, loaded with it.
 * @module
 */
import { inLanguage } from '../texts/in-language.ts';

export const words = await inLanguage({
  en: async () => (await import('../texts/en/later/doctor.ts')).doctor,
  de: async () => (await import('../texts/de/later/doctor.ts')).doctor,
});
