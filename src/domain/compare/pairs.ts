/**
 * Forms and headers: lists of names with values, where names may repeat and the order may matter.
 * @module
 */
import { matchMembers } from './members.ts';
import type { Change, Row, Side } from './row.ts';

/** A pair as it is read, and as it was written. */
export type Named = {
  /** What it is found by on the other side. */
  readonly key: string;
  readonly meaning: string;
  /** All of it as it came. */
  readonly written: string;
  readonly side: Side;
  /** Its value is not known here. */
  readonly masked?: boolean;
};

/** In the other's order, with what is missing there where it stood. */
function compareNamed(one: readonly Named[], other: readonly Named[]): readonly Row[] {
  const steps = matchMembers(
    one.map(({ key }) => key),
    other.map(({ key }) => key),
  );
  return steps.map(({ one: from, other: to, moved }) => {
    const mine = from === undefined ? undefined : one[from];
    const theirs = to === undefined ? undefined : other[to];
    return {
      change: changeOf(mine, theirs),
      moved,
      parent: -1,
      depth: 0,
      container: undefined,
      one: mine?.side,
      other: theirs?.side,
    };
  });
}

function changeOf(one: Named | undefined, other: Named | undefined): Change {
  if (!one || !other) return one ? 'removed' : 'added';
  if (one.masked || other.masked) return one.side.name === other.side.name ? 'unknown' : 'rewritten';
  if (one.meaning !== other.meaning) return 'changed';
  return one.written === other.written ? 'same' : 'rewritten';
}

/** What stands for a value that is not shown; no header can hold it. */
const mask = '•';

/** Headers in order; the case of their names is only a way of writing. */
export function compareHeaders(one: readonly (readonly [string, string])[], other: readonly (readonly [string, string])[]): readonly Row[] {
  const named = (headers: typeof one) =>
    headers.map(
      ([name, value]): Named => ({
        key: name.toLowerCase(),
        meaning: value,
        written: `${name}: ${value}`,
        side: { name, value },
        masked: value.includes(mask),
      }),
    );
  return compareNamed(named(one), named(other));
}

/** Forms as browsers and providers write them; `+` and `%20` are both a space. */
export function compareForms(one: string, other: string): readonly Row[] {
  return compareNamed(pairsOf(one), pairsOf(other));
}

function pairsOf(form: string): readonly Named[] {
  if (form === '') return [];
  return form.split('&').map((written) => {
    const equals = written.indexOf('=');
    const name = equals < 0 ? written : written.slice(0, equals);
    const value = equals < 0 ? '' : written.slice(equals + 1);
    const key = decoded(name);
    const meaning = decoded(value);
    return { key, meaning, written, side: { name, value, ...(meaning !== value && { reads: meaning }) } };
  });
}

/** As it was written where it cannot be read. */
function decoded(written: string): string {
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    return written;
  }
}
