/**
 * A value within a body, a query or a header: what it says, and where each of its characters stands as it was written. So a
 * few digits can be changed and every other byte stays.
 * @module
 */

/** `address`: who sent or gets it. `opaque`: an identifier or a time, which stays unless it is a number known from elsewhere. */
export type LeafKind = 'address' | 'text' | 'opaque';

export type Leaf = {
  readonly kind: LeafKind;
  /** Without its escapes. */
  readonly text: string;
  /** Where each UTF-16 unit of the text begins in what was written, and after them where the last one ends. */
  readonly at: readonly number[];
  /** How something else is written there. */
  encode(text: string): string;
};

/** `text` takes the place of what is between `start` and `end` of a leaf's text. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

type Range = Pick<Edit, 'start' | 'end'>;

/** Those of `ranges` that overlap none of `taken`. Both are in their order, so this is linear: there may be very many. */
export function besides<Each extends Range>(ranges: readonly Each[], taken: readonly Range[]): readonly Each[] {
  let next = 0;
  return ranges.filter(({ start, end }) => {
    while (next < taken.length && (taken[next]?.end ?? 0) <= start) next += 1;
    return (taken[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

/** A leaf that stands in a text as it is. */
export function plainLeaf(kind: LeafKind, text: string, from = 0): Leaf {
  return { kind, text, at: Array.from({ length: text.length + 1 }, (_, index) => from + index), encode: (changed) => changed };
}

/** The written text with all leaves changed. Leaves are in their order; edits of one leaf do not overlap. */
export function rewritten(written: string, leaves: readonly Leaf[], editsOf: (leaf: Leaf) => readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const leaf of leaves) {
    for (const { start, end, text } of editsOf(leaf).toSorted((one, other) => one.start - other.start)) {
      const [from, to] = [leaf.at[start] ?? 0, leaf.at[end] ?? 0];
      parts.push(written.slice(done, from), leaf.encode(text));
      done = to;
    }
  }
  parts.push(written.slice(done));
  return parts.join('');
}

const addressWords = new Set(
  'from to sender recipient recipients receiver number numbers phone phones msisdn mobile cell tel telephone caller callee called peer address addresses contact originator destination source cc'.split(
    ' ',
  ),
);
const opaqueWords = new Set(
  'id ids sid uid uuid guid at time timestamp date created updated sent received version count num size length bytes hash signature price cost segments status type event index sequence seq token nonce agent'.split(
    ' ',
  ),
);

/** What a value is by the name it has: `From`, `sender_phone`, `receivedAt`, `MessageSid`. */
export function kindByName(name: string): LeafKind | undefined {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  if (opaqueWords.has(words.at(-1) ?? '')) return 'opaque';
  return words.some((word) => addressWords.has(word)) ? 'address' : undefined;
}
