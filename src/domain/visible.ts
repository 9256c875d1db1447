/**
 * What can be seen of a text. Characters that are invisible or turn the direction of writing could make one sender look
 * like another, so names and addresses are shown without them.
 * @module
 */

/** Emoji and several scripts are written with the two joiners and with variation selectors: they stay. */
const unseen = /(?![\u200c\u200d]|\p{Variation_Selector})[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A text in one line without what cannot be seen. Lone surrogates are replaced. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(unseen, '')
    .trim();
}
