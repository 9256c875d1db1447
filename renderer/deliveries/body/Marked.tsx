import { Pieces } from '../Shown.tsx';
import { type Hit, hitsWithin } from './find.ts';
import styles from './Marked.module.css';

/** What is looked for in a body, and the hit one is at. */
export type Found = { readonly hits: readonly Hit[]; readonly at: Hit | undefined };

type MarkedProps = {
  readonly text: string;
  readonly field: number;
  readonly from: number;
  readonly to: number;
  readonly found: Found;
};

/** A part of a text with what was found in it marked. */
export function Marked({ text, field, from, to, found }: MarkedProps) {
  const end = Math.min(to, text.length);
  const pieces = [];
  let at = from;
  for (const hit of hitsWithin(found.hits, field, from, end)) {
    const begins = Math.max(hit.from, from);
    const ends = Math.min(hit.to, end);
    if (begins > at) pieces.push(<Pieces key={at} text={text.slice(at, begins)} />);
    pieces.push(
      <mark key={`mark ${begins}`} className={styles.mark} data-at={hit === found.at ? '' : undefined}>
        <Pieces text={text.slice(begins, ends)} />
      </mark>,
    );
    at = ends;
  }
  if (at < end) pieces.push(<Pieces key={at} text={text.slice(at, end)} />);
  return pieces;
}
