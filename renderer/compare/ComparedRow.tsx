import type { Row, Side } from '../../src/domain/compare/row.ts';
import { differingSpan } from '../../src/domain/compare/span.ts';
import { Pieces } from '../deliveries/Shown.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { aroundSpan, beginning, type Excerpt } from './excerpt.ts';
import { pathOf } from './paths.ts';
import styles from './Rows.module.css';
import { words } from './words.ts';

export type RowKind = 'headers' | 'json' | 'form' | 'text' | 'bytes';

/** Deeper rows are not moved in any further. */
const deepest = 24;

const icons: Readonly<Partial<Record<Row['change'], IconName>>> = {
  added: 'plus',
  removed: 'minus',
  changed: 'edit',
  rewritten: 'edit',
  unknown: 'eyeOff',
};

type ComparedRowProps = { readonly rows: readonly Row[]; readonly row: Row; readonly kind: RowKind; readonly withPath: boolean };

export function ComparedRow({ rows, row, kind, withPath }: ComparedRowProps) {
  const { change, moved, depth, container, one, other } = row;
  const own = withPath ? pathOf(rows, row) : namesOf(one?.name, other?.name);
  const name = own === '' ? words.root : own;
  const icon = icons[change] ?? (moved ? 'swap' : undefined);
  const [mine, theirs] = excerptsOf(row);
  const indent = withPath ? {} : { paddingInlineStart: `${0.75 + Math.min(depth, deepest) * 0.875}rem` };
  const said = [change === 'same' ? undefined : words.changes[change], moved ? words.moved : undefined].filter(
    (word) => word !== undefined,
  );
  return (
    <tr className={styles.row} data-change={change} data-moved={moved || undefined}>
      <th scope="row" className={styles.name} style={indent}>
        <bdi>{kind === 'text' ? words.line(name) : <Pieces text={name.length > 120 ? `${name.slice(0, 120)}…` : name} />}</bdi>
        {said.length > 0 && (
          <span className={styles.change}>
            {icon && <Icon name={icon} size={14} />}
            {said.join(', ')}
          </span>
        )}
      </th>
      {container ? (
        <td className={styles.container}>{container === 'array' ? words.items : words.members}</td>
      ) : (
        <>
          <Cell side={one} excerpt={mine} tone="one" />
          <Cell side={other} excerpt={theirs} tone="other" />
        </>
      )}
    </tr>
  );
}

/** Both where they are written differently, as headers are in letter case. */
function namesOf(one: string | undefined, other: string | undefined): string {
  return one !== undefined && other !== undefined && one !== other ? `${one} → ${other}` : (other ?? one ?? '');
}

type CellProps = { readonly side: Side | undefined; readonly excerpt: Excerpt | undefined; readonly tone: 'one' | 'other' };

function Cell({ side, excerpt, tone }: CellProps) {
  if (!side || !excerpt) {
    return (
      <td className={styles.missing} data-side={tone}>
        <span className="visually-hidden">{words.missing}</span>
      </td>
    );
  }
  return (
    <td className={styles.value} data-side={tone}>
      {side.value === '' ? (
        <span className={styles.blank}>{words.blank}</span>
      ) : (
        <bdi>
          <Pieces text={excerpt.before} />
          {excerpt.marked !== '' && (
            <mark className={styles.mark}>
              <Pieces text={excerpt.marked} />
            </mark>
          )}
          <Pieces text={excerpt.after} />
        </bdi>
      )}
    </td>
  );
}

/** What is shown of either side: around what differs, where both have it. What is only written differently is shown as written. */
function excerptsOf({ change, one, other }: Row): readonly [Excerpt | undefined, Excerpt | undefined] {
  if (one && other && (change === 'changed' || change === 'rewritten')) {
    const [before, after] = change === 'rewritten' ? [one.value, other.value] : [read(one), read(other)];
    const span = differingSpan(before, after);
    const alike = before.length + after.length - (span.endOne - span.start) - (span.endOther - span.start);
    // Where nearly everything differs, marking all of it says nothing.
    if (alike * 8 < before.length + after.length) return [beginning(before), beginning(after)];
    return [aroundSpan(before, span, span.endOne), aroundSpan(after, span, span.endOther)];
  }
  return [one && beginning(read(one)), other && beginning(read(other))];
}

function read({ value, reads }: Side): string {
  return reads ?? value;
}
