/**
 * Numbers in the middle of sentences.
 * @module
 */

/** What the sentences of one language need to count: its numerals, its plural rules, and both together. */
export function counting(language: string) {
  const rules = new Intl.PluralRules(language);
  const counted = new Intl.NumberFormat(language);
  const isOne = (count: number): boolean => rules.select(count) === 'one';
  return {
    counted,
    isOne,
    /** `one` or `other` with the number in front, as the language's plural rules say. */
    many: (count: number, one: string, other: string): string => `${counted.format(count)} ${isOne(count) ? one : other}`,
  };
}
