import { hexAround } from '../../src/domain/compare/bytes.ts';
import { differs } from '../../src/domain/compare/row.ts';
import styles from './ComparePage.module.css';
import type { Comparison } from './comparison.ts';
import { HexLines } from './HexLines.tsx';
import { Part } from './Part.tsx';
import { Rows } from './Rows.tsx';
import { words } from './words.ts';

/** Bodies by the structure both have. Where no value differs and the bytes do, or there is no structure, the bytes around the place. */
export function BodyPart({ comparison, onlyDifferences }: { readonly comparison: Comparison; readonly onlyDifferences: boolean }) {
  const { kind, rows, firstDifference: at } = comparison.body;
  const { one, other } = comparison.bytes;
  const count = rows.filter(differs).length;
  const onlyBytes = at !== undefined && count === 0;
  return (
    <Part title={words.body} note={words.kinds[kind]} count={count === 0 && at !== undefined ? 1 : count}>
      {at === undefined && <p className={styles.note}>{words.sameBytes}</p>}
      {onlyBytes && <p className={styles.note}>{kind === 'bytes' ? words.firstByte(at) : words.bytesDiffer(at)}</p>}
      {onlyBytes && (
        <div className={styles.hexes}>
          <HexLines title={words.one} lines={hexAround(one, other, at)} />
          <HexLines title={words.other} lines={hexAround(other, one, at)} />
        </div>
      )}
      {rows.length > 0 && <Rows title={words.body} rows={rows} kind={kind} onlyDifferences={onlyDifferences} />}
    </Part>
  );
}
