/**
 * What the screens read from the state, computed from it alone.
 * @module
 */
import type { LineView } from '../../src/contract/views.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { compareInLane, isInLane, type Lane, type LaneContext } from '../../src/domain/lane.ts';
import { inbox, laneKey, type Opened, type WindowState } from './model.ts';

type JudgedBy = Pick<WindowState, 'settings' | 'lines' | 'contactsByAddress'>;

/** What lanes are judged by, as far as the window knows it. */
export function laneContext({ settings, lines, contactsByAddress }: JudgedBy, now: number): LaneContext {
  const all = new Map(lines.map((line) => [line.id, line]));
  return {
    now,
    isContact: (address) => contactsByAddress.has(address),
    isPractice: (lineId) => all.get(lineId)?.provider === 'practice',
    waitingHours: (lineId) => all.get(lineId)?.waitingHours ?? settings?.lanes.waitingHours ?? 24,
    keepCodesHours: settings?.codes.keepHours ?? 24,
    unknownApart: settings?.lanes.unknownApart ?? false,
  };
}

type Listing = JudgedBy & Pick<WindowState, 'conversations' | 'lanes'>;

/** The conversations of a lane in the order it lists them. */
export function conversationsIn(state: Listing, lane: Lane, now: number): readonly Conversation[] {
  const context = laneContext(state, now);
  const isLoaded = loadedIn(lane, state.lanes[laneKey(lane)]?.floor);
  const listed: Conversation[] = [];
  for (const conversation of state.conversations.values()) {
    if (isLoaded(conversation) && isInLane(conversation, lane, context)) listed.push(conversation);
  }
  return listed.sort(compareInLane(lane));
}

/** Whether a lane's pages reach to a conversation. In the waiting lane the oldest come first. */
function loadedIn(lane: Lane, floor: number | undefined): (conversation: Conversation) => boolean {
  if (floor === undefined) return () => true;
  if (lane.kind === 'waiting') return ({ lastSequence }) => lastSequence <= floor;
  return ({ pinned, lastSequence }) => pinned || lastSequence >= floor;
}

/** How many conversations a lane holds, where the core counts them. */
export function countIn({ laneCounts }: Pick<WindowState, 'laneCounts'>, lane: Lane): number | undefined {
  switch (lane.kind) {
    case 'waiting':
    case 'codes':
    case 'unknown':
    case 'blocked':
      return laneCounts[lane.kind];
    case 'tag':
      return laneCounts.tags.find(({ tag }) => tag === lane.tag)?.count ?? 0;
    default:
      return undefined;
  }
}

/** Lines in use; the others are only known so that their conversations can be read. */
export function activeLines(lines: readonly LineView[]): readonly LineView[] {
  return lines.filter((line) => line.removedAt === undefined);
}

/** The lines a text can be sent from. */
export function sendingLines(lines: readonly LineView[]): readonly LineView[] {
  return activeLines(lines).filter((line) => line.canSend);
}

/** Which of the line colours a line has: the one chosen for it, else by the order in which lines were added. */
export function lineColor(lines: readonly LineView[], lineId: string): number {
  const index = lines.findIndex((line) => line.id === lineId);
  return lines[index]?.color ?? (index < 0 ? lineColors - 1 : index % lineColors);
}

/** How many `--line-n` colours tokens.css has. */
export const lineColors = 8;

/** The lane in view; the inbox while another page is. */
export function currentLane(state: Pick<WindowState, 'page'>): Lane {
  return state.page.name === 'inbox' ? state.page.lane : inbox;
}

export function openedConversationId(state: Pick<WindowState, 'page'>): string | undefined {
  const opened: Opened = state.page.name === 'inbox' ? state.page.opened : { kind: 'nothing' };
  return opened.kind === 'conversation' ? opened.id : undefined;
}

/**
 * The conversation `step` places from the present one in its lane; the first one when none is open.
 * With `unreadOnly` read ones are passed over. `undefined` when there is none.
 */
export function neighbour(
  state: Listing & Pick<WindowState, 'page'>,
  step: 1 | -1,
  unreadOnly: boolean,
  now: number,
): Conversation | undefined {
  const listed = conversationsIn(state, currentLane(state), now);
  const present = listed.findIndex(({ id }) => id === openedConversationId(state));
  let index = present < 0 ? (step > 0 ? 0 : listed.length - 1) : present + step;
  while (unreadOnly && listed[index] && listed[index]?.unread === 0) index += step;
  return listed[index];
}
