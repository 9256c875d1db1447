/**
 * Countries a number can be of, in the window's language.
 * @module
 */
import { knownRegions } from '../../src/domain/region.ts';
import { locale } from '../texts.ts';

export function countryName(code: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}

/** All of them, by name. */
export function countries(): readonly { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const order = new Intl.Collator(locale);
  return knownRegions()
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => order.compare(one.label, other.label));
}
