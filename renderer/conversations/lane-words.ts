/**
 * How lanes are called, and their signs.
 * @module
 */
import type { LineView } from '../../src/contract/views.ts';
import type { Lane } from '../../src/domain/lane.ts';
import { texts } from '../texts.ts';
import type { IconName } from '../ui/icons.tsx';

/** The lanes that are there without any line, contact or tag, in the order of the sidebar. */
export const plainLanes = ['inbox', 'waiting', 'codes', 'unknown', 'archived', 'blocked'] as const;
export type PlainLane = (typeof plainLanes)[number];

const icons: Readonly<Record<Lane['kind'], IconName>> = {
  inbox: 'inbox',
  waiting: 'clock',
  codes: 'key',
  unknown: 'stranger',
  archived: 'archive',
  blocked: 'slash',
  line: 'phone',
  tag: 'tag',
};

export function laneIcon(lane: Lane): IconName {
  return icons[lane.kind];
}

export function laneTitle(lane: Lane, lines: readonly LineView[]): string {
  if (lane.kind === 'tag') return lane.tag;
  if (lane.kind === 'line') return lines.find(({ id }) => id === lane.lineId)?.label ?? texts.lanes.removedLine;
  return texts.lanes[lane.kind];
}
