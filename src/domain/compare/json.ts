/**
 * Two JSON texts by their structure: objects by their keys, arrays by what their items hold, numbers as they are written.
 * Nothing here calls itself: depth cannot exhaust the stack.
 * @module
 */
import { type JsonNode, type JsonTree, stringValue, writtenValue } from '../json-tree.ts';
import { createNumbering, stepsBetween } from './align.ts';
import { matchMembers, type Step } from './members.ts';
import type { Change, Row, Side } from './row.ts';

type Pairing = Step & { readonly parent: number; readonly depth: number };
type Half = { readonly tree: JsonTree; readonly meanings: readonly number[] };

/** Every value of both: containers that both have before their members, everything else as a whole. */
export function compareJson(one: JsonTree, other: JsonTree): readonly Row[] {
  const number = createNumbering();
  const halves = { one: { tree: one, meanings: meaningsOf(one, number) }, other: { tree: other, meanings: meaningsOf(other, number) } };
  const rows: Row[] = [];
  const waiting: Pairing[] = [{ one: 0, other: 0, moved: false, parent: -1, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { row, members } = compareOne(halves, next);
    const parent = rows.push(row) - 1;
    for (let index = members.length - 1; index >= 0; index -= 1) {
      const step = members[index];
      if (step) waiting.push({ one: step.one, other: step.other, moved: step.moved, parent, depth: next.depth + 1 });
    }
  }
  return rows;
}

type Halves = { readonly one: Half; readonly other: Half };

function compareOne({ one, other }: Halves, pairing: Pairing): { row: Row; members: readonly Step[] } {
  const { moved, parent, depth } = pairing;
  const mine = nodeAt(one, pairing.one);
  const theirs = nodeAt(other, pairing.other);
  if (!mine || !theirs) {
    const sides = { one: mine && sideOf(one.tree, mine), other: theirs && sideOf(other.tree, theirs) };
    return { row: { change: mine ? 'removed' : 'added', moved, parent, depth, container: undefined, ...sides }, members: none };
  }
  const { kind } = mine.node;
  const meansTheSame = one.meanings[mine.place] === other.meanings[theirs.place];
  if (kind === theirs.node.kind && (kind === 'object' || kind === 'array')) {
    const steps = meansTheSame ? sameSteps : kind === 'object' ? memberSteps : itemSteps;
    const sides = { one: { name: nameOf(mine.node), value: '' }, other: { name: nameOf(theirs.node), value: '' } };
    return {
      row: { change: 'same', moved, parent, depth, container: kind, ...sides },
      members: steps({ one, other }, mine.place, theirs.place),
    };
  }
  const sides = { one: sideOf(one.tree, mine), other: sideOf(other.tree, theirs) };
  return { row: { change: changeOf(meansTheSame, sides), moved, parent, depth, container: undefined, ...sides }, members: none };
}

const none: readonly Step[] = [];

type Placed = { readonly place: number; readonly node: JsonNode };

function nodeAt({ tree }: Half, place: number | undefined): Placed | undefined {
  const node = place === undefined ? undefined : tree.nodes[place];
  return node && place !== undefined ? { place, node } : undefined;
}

function changeOf(meansTheSame: boolean, { one, other }: { readonly one: Side; readonly other: Side }): Change {
  if (!meansTheSame) return 'changed';
  return one.value === other.value ? 'same' : 'rewritten';
}

/** What means the same has the same members in the same order. */
function sameSteps({ one, other }: Halves, mine: number, theirs: number): readonly Step[] {
  const foreign = membersOf(other.tree, theirs);
  return membersOf(one.tree, mine).map((place, index) => ({ one: place, other: foreign[index], moved: false }));
}

function memberSteps({ one, other }: Halves, mine: number, theirs: number): readonly Step[] {
  const own = membersOf(one.tree, mine);
  const foreign = membersOf(other.tree, theirs);
  const keys = (tree: JsonTree, places: readonly number[]) => places.map((place) => tree.nodes[place]?.key ?? '');
  return inPlace(matchMembers(keys(one.tree, own), keys(other.tree, foreign)), own, foreign);
}

function itemSteps({ one, other }: Halves, mine: number, theirs: number): readonly Step[] {
  const own = membersOf(one.tree, mine);
  const foreign = membersOf(other.tree, theirs);
  const meanings = (half: Half, places: readonly number[]) => places.map((place) => half.meanings[place] ?? -1);
  return inPlace(stepsBetween(meanings(one, own), meanings(other, foreign)), own, foreign);
}

/** From places among members to places in the trees. */
function inPlace(steps: readonly Step[], own: readonly number[], foreign: readonly number[]): readonly Step[] {
  return steps.map(({ one, other, moved }) => ({
    one: one === undefined ? undefined : own[one],
    other: other === undefined ? undefined : foreign[other],
    moved,
  }));
}

/** Places of what lies directly in a container. */
function membersOf({ nodes }: JsonTree, container: number): readonly number[] {
  const places: number[] = [];
  const end = nodes[container]?.next ?? 0;
  for (let place = container + 1; place < end; place = nodes[place]?.next ?? end) places.push(place);
  return places;
}

/** A number for each value: equal ones mean the same, whatever their spacing and escapes. The order of keys counts. */
function meaningsOf(tree: JsonTree, number: (thing: string) => number): readonly number[] {
  const { nodes } = tree;
  const meanings = new Array<number>(nodes.length).fill(0);
  /** What was read of each container's members so far, the last one first. */
  const within = new Map<number, string[]>();
  for (let place = nodes.length - 1; place >= 0; place -= 1) {
    const node = nodes[place];
    if (!node) continue;
    const meaning = number(describe(tree, node, within.get(place)));
    within.delete(place);
    meanings[place] = meaning;
    if (node.parent < 0) continue;
    const told = node.key === undefined ? String(meaning) : `${number(`key ${node.key}`)}:${meaning}`;
    const siblings = within.get(node.parent);
    if (siblings) siblings.push(told);
    else within.set(node.parent, [told]);
  }
  return meanings;
}

function describe(tree: JsonTree, node: JsonNode, members: readonly string[] = []): string {
  if (node.kind === 'object' || node.kind === 'array') return `${node.kind} ${members.join()}`;
  return node.kind === 'string' ? `string ${stringValue(tree, node)}` : writtenValue(tree, node);
}

function nameOf({ key, parent, position }: JsonNode): string {
  return key ?? (parent < 0 ? '' : `[${position}]`);
}

function sideOf(tree: JsonTree, { node }: Placed): Side {
  return { name: nameOf(node), value: writtenValue(tree, node) };
}
