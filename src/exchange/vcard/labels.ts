/**
 * What kind of number it is: `TEL;TYPE=CELL` and Apple's `X-ABLabel:_$!<Mobile>!$_` are both `mobile`. A label somebody
 * wrote themselves stays as it is.
 * @module
 */

/** In the order in which one says more than another. */
const kinds: readonly (readonly [kind: string, types: readonly string[]])[] = [
  ['fax', ['fax', 'homefax', 'workfax', 'otherfax', 'facsimile']],
  ['pager', ['pager']],
  ['mobile', ['cell', 'mobile', 'iphone', 'apple watch', 'x-mobile']],
  ['work', ['work', 'company', 'business']],
  ['home', ['home']],
  ['main', ['main', 'x-main']],
  ['car', ['car']],
  ['other', ['other']],
];

/** The kind a number is by its types, in lower case; `undefined` when they say nothing, as `voice` and `pref` do. */
export function labelOf(types: readonly string[]): string | undefined {
  const written = new Set(types.map((type) => type.replace(/^x-(?=mobile|main)/, '')));
  return kinds.find(([, names]) => names.some((name) => written.has(name)))?.[0];
}

/** A label of Apple's: one of its own in the form `_$!<Mobile>!$_`, or one that was typed. */
export function labelFrom(written: string): string {
  const own = /^_\$!<(.*)>!\$_$/.exec(written.trim())?.[1];
  if (own === undefined) return written.trim();
  return labelOf([own.toLowerCase()]) ?? own.toLowerCase();
}
