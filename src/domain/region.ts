/**
 * Which country the user's own numbers are of: numbers of it are shown and understood without their country code.
 * @module
 */
import { getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Line } from './line.ts';

/** Countries a number can be of, as ISO 3166-1 alpha-2, in alphabetical order. */
export function knownRegions(): readonly string[] {
  return getCountries().toSorted();
}

/** The same few numbers are asked for with every row that is drawn. */
const regions = new Map<string, string>();
const rememberedAtMost = 500;

/** The country of an E.164 number; '' where it is not known (satellite phones, short codes, names). */
export function regionOf(number: string): string {
  const remembered = regions.get(number);
  if (remembered !== undefined) return remembered;
  const region = parsePhoneNumberFromString(number)?.country ?? '';
  if (regions.size >= rememberedAtMost) regions.clear();
  regions.set(number, region);
  return region;
}

/**
 * The country of the user: the one that was chosen, else the one most lines in use are of. The practice line says
 * nothing about where its user lives. '' when nothing tells.
 */
export function homeRegion(chosen: string, lines: readonly Pick<Line, 'number' | 'provider' | 'removedAt'>[]): string {
  if (isSupportedCountry(chosen)) return chosen;
  const counts = new Map<string, number>();
  for (const { number, provider, removedAt } of lines) {
    const region = provider === 'practice' || removedAt !== undefined ? '' : regionOf(number);
    if (region !== '') counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  let home = '';
  for (const [region, count] of counts) if (count > (counts.get(home) ?? 0)) home = region;
  return home;
}
