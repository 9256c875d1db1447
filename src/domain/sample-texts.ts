/**
 * Texts that find out what a receiver can read: for the replay lab and the command. Numbers are from the range kept free
 * for fiction, so nobody's phone is named.
 * @module
 */

export type SampleTextName = 'text' | 'emoji' | 'right-to-left' | 'ten-segments';

/** A mobile phone that texts a line. */
export const sampleNumbers = { from: '+12025550142', to: '+12025550100' } as const;

/** Just over nine segments of 153 septets; the brackets take two each and must not be torn apart. */
const long = Array.from(
  { length: 10 },
  (_, index) =>
    `Part ${index + 1} of 10: a long text [in the plain alphabet] is cut up by the phone, carried in pieces and joined again, and nobody sees the seams.`,
).join('\n');

export const sampleTexts: Readonly<Record<SampleTextName, string>> = {
  text: 'Hello! Is this number still in use?',
  // A skin tone, a family joined by zero-width joiners, a flag, a variation selector, a keycap.
  emoji: 'Thumbs up 👍🏽, a family 👨‍👩‍👧‍👦, a flag 🇳🇿, a heart ❤️ and a key 1️⃣',
  // Hebrew and Arabic with a number and a name in Latin letters between them.
  'right-to-left': 'שלום, ההזמנה 4711 מ-Texttray מוכנה. مرحبا، طلبك رقم 4711 جاهز.',
  'ten-segments': long,
};
