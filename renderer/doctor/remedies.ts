/**
 * What the window offers beside the words for a mistake, and under which heading it stands among what was tried.
 * @module
 */
import type { Diagnosis, Fix, MistakeCode } from '../../src/contract/diagnosis.ts';

/** `address`: the line's, ready to paste. `secret`: the way to the form with the line's secret. */
export type Offer = 'address' | 'secret' | 'nothing';

export type Group = 'address' | 'parameters' | 'body' | 'secret' | 'form';

const groups: Readonly<Record<MistakeCode, Group>> = {
  'url-scheme': 'address',
  'url-former': 'address',
  'url-local': 'address',
  'url-host': 'address',
  'url-trailing-slash': 'address',
  'url-port': 'address',
  'url-path': 'address',
  'url-query': 'address',
  'url-query-order': 'address',
  'url-left-out': 'parameters',
  'url-added': 'parameters',
  'encoding-space': 'parameters',
  'encoding-marks': 'parameters',
  'parameters-order': 'parameters',
  'parameters-repeated': 'parameters',
  'parameters-empty': 'parameters',
  'body-signed-raw': 'parameters',
  'body-left-out': 'parameters',
  'json-spacing': 'body',
  'json-key-order': 'body',
  'json-escapes': 'body',
  'line-ends': 'body',
  'blanks-around': 'body',
  'byte-order-mark': 'body',
  charset: 'body',
  'percent-encoding': 'body',
  compressed: 'body',
  'body-altered': 'body',
  'secret-blanks': 'secret',
  'secret-of-line': 'secret',
  'secret-of-field': 'secret',
  'secret-prefix': 'secret',
  'secret-base64': 'secret',
  'secret-hex': 'secret',
  'secret-quoted': 'secret',
  'secret-case': 'secret',
  'secret-characters': 'secret',
  'form-base64': 'form',
  'form-uppercase': 'form',
  'form-prefix': 'form',
  'form-hash': 'form',
  'header-other': 'form',
  'header-missing': 'form',
  'header-repeated': 'form',
  'header-altered': 'form',
  'scheme-other': 'form',
  'time-stale': 'form',
};

const order: readonly Group[] = ['address', 'parameters', 'body', 'secret', 'form'];

export function offerFor(mistake: MistakeCode): Offer {
  const group = groups[mistake];
  return group === 'address' || group === 'secret' ? group : 'nothing';
}

/** What is still wrong after a fix: it mends a mistake that was made alone, and else those of its kind. */
export function leftBy(fix: Fix | undefined, mistakes: readonly MistakeCode[]): readonly MistakeCode[] {
  if (fix !== undefined && mistakes.length === 1) return [];
  const mended: Group | undefined = fix && (fix.kind === 'accept-url' ? 'address' : 'secret');
  return [...new Set(mistakes)].filter((mistake) => groups[mistake] !== mended);
}

export type TriedGroup = { readonly group: Group; readonly tried: Diagnosis['tried'] };

/** What was tried, under its headings; a mistake that is named twice is counted together. */
export function grouped(tried: Diagnosis['tried']): readonly TriedGroup[] {
  const ways = new Map<MistakeCode, number>();
  for (const each of tried) ways.set(each.mistake, (ways.get(each.mistake) ?? 0) + each.ways);
  return order.flatMap((group) => {
    const inGroup = [...ways].filter(([mistake]) => groups[mistake] === group).map(([mistake, count]) => ({ mistake, ways: count }));
    return inGroup.length === 0 ? [] : [{ group, tried: inGroup }];
  });
}

export function waysIn(tried: Diagnosis['tried']): number {
  return tried.reduce((sum, { ways }) => sum + ways, 0);
}
