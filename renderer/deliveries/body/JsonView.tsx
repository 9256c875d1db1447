import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { JsonNode, JsonTree } from '../../../src/domain/json-tree.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { words } from '../words.ts';
import {
  allFolded,
  around,
  commaAfter,
  deepestIndent,
  foldedAtFirst,
  indentOf,
  type JsonRow,
  jsonRows,
  keyField,
  longestKey,
  shownValue,
  valueField,
} from './json-rows.ts';
import { type Found, Marked } from './Marked.tsx';
import { Rows, useColumns } from './Rows.tsx';
import styles from './views.module.css';

type JsonViewProps = { readonly tree: JsonTree; readonly found: Found };

/** A tree of JSON, folded and unfolded entry by entry. */
export function JsonView({ tree, found }: JsonViewProps) {
  const [columns, room] = useColumns();
  const [folded, setFolded] = useState(() => foldedAtFirst(tree));
  const rows = useMemo(() => jsonRows(tree, folded, columns), [tree, folded, columns]);
  useOpened(tree, found, setFolded);
  const wanted = useMemo(() => {
    const { at } = found;
    return at === undefined ? null : { row: rowOf(rows, at.field, at.from) };
  }, [rows, found]);
  const toggle = (node: number): void =>
    setFolded((present) => {
      const next = new Set(present);
      if (!next.delete(node)) next.add(node);
      return next;
    });
  return (
    <>
      {tree.nodes.length > 1 && (
        <div className={styles.tools}>
          <Button size="small" tone="quiet" onClick={() => setFolded(allFolded(tree))}>
            {words.body.foldAll}
          </Button>
          <Button size="small" tone="quiet" onClick={() => setFolded(new Set())}>
            {words.body.unfoldAll}
          </Button>
        </div>
      )}
      <Rows
        label={words.body.shown}
        count={rows.length}
        room={room}
        wanted={wanted}
        render={(index) => {
          const row = rows[index];
          return row && <Row tree={tree} row={row} found={found} onToggle={toggle} />;
        }}
      />
    </>
  );
}

/** What was found is not left in what is folded. */
function useOpened(
  tree: JsonTree,
  { at }: Found,
  setFolded: (change: (present: ReadonlySet<number>) => ReadonlySet<number>) => void,
): void {
  useEffect(() => {
    if (at === undefined) return;
    const open = around(tree, at.field >> 1);
    setFolded((present) =>
      open.some((place) => present.has(place)) ? new Set([...present].filter((place) => !open.includes(place))) : present,
    );
  }, [tree, at, setFolded]);
}

function rowOf(rows: readonly JsonRow[], field: number, from: number): number {
  const place = field >> 1;
  const first = rows.findIndex(({ node }) => node === place);
  if (field === keyField(place)) return first;
  let row = first;
  for (let next = first + 1; rows[next]?.kind === 'more' && rows[next]?.node === place && (rows[next]?.part?.from ?? 0) <= from; next += 1)
    row = next;
  return row;
}

type RowProps = {
  readonly tree: JsonTree;
  readonly row: JsonRow;
  readonly found: Found;
  readonly onToggle: (node: number) => void;
};

function Row({ tree, row: { node: place, kind, part }, found, onToggle }: RowProps) {
  const node = tree.nodes[place];
  if (node === undefined) return null;
  const isContainer = kind === 'open' || kind === 'folded';
  const [opening, closing] = node.kind === 'object' ? ['{', '}'] : ['[', ']'];
  return (
    <>
      <span className={styles.indent} style={{ width: `${indentOf(node) * 2}ch` }} />
      <span className={styles.fold}>
        {isContainer && <Fold node={node} isFolded={kind === 'folded'} onToggle={() => onToggle(place)} />}
      </span>
      {isContainer && node.depth > deepestIndent && <span className={styles.level}>{words.body.level(node.depth + 1)} </span>}
      {(isContainer || kind === 'whole') && node.key !== undefined && <Key place={place} name={node.key} found={found} />}
      {kind === 'open' && opening}
      {kind === 'folded' && (
        <>
          {opening}…{closing}
          {commaAfter(tree, node)} <span className={styles.note}>{words.body.members(node.size)}</span>
        </>
      )}
      {kind === 'close' && `${closing}${commaAfter(tree, node)}`}
      {part && <Value tree={tree} place={place} node={node} from={part.from} to={part.to} found={found} />}
    </>
  );
}

function Fold({ node, isFolded, onToggle }: { readonly node: JsonNode; readonly isFolded: boolean; readonly onToggle: () => void }) {
  const name = node.key?.slice(0, longestKey) ?? (node.parent < 0 ? words.body.root : words.body.item(node.position + 1));
  return (
    <button
      type="button"
      className={styles.foldButton}
      aria-expanded={!isFolded}
      aria-label={isFolded ? words.body.unfold(name) : words.body.fold(name)}
      onClick={onToggle}
    >
      <Icon name="chevron" size={14} />
    </button>
  );
}

function Key({ place, name, found }: { readonly place: number; readonly name: string; readonly found: Found }) {
  return (
    <span className={styles.key}>
      "<Marked text={name} field={keyField(place)} from={0} to={longestKey} found={found} />
      {name.length > longestKey && '…'}":{' '}
    </span>
  );
}

type ValueProps = {
  readonly tree: JsonTree;
  readonly place: number;
  readonly node: JsonNode;
  readonly from: number;
  readonly to: number;
  readonly found: Found;
};

function Value({ tree, place, node, from, to, found }: ValueProps): ReactNode {
  const text = useMemo(() => shownValue(tree, node), [tree, node]);
  const isString = node.kind === 'string';
  const ends = to >= text.length;
  return (
    <span className={styles.text} data-kind={node.kind}>
      {isString && from === 0 && '"'}
      <Marked text={text} field={valueField(place)} from={from} to={to} found={found} />
      {isString && ends && '"'}
      {ends && commaAfter(tree, node)}
    </span>
  );
}
