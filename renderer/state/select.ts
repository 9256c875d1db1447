/**
 * What the screens read from the state, computed from it alone.
 * @module
 */
import type { LineView } from '../../src/contract/views.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { inbox, type Lane, laneKey, type Opened, type WindowState } from './model.ts';

/** Whether a conversation belongs in a lane. A line's lane shows its archived ones too. */
export function isInLane(conversation: Conversation, lane: Lane): boolean {
  if (lane.kind === 'line') return conversation.lineId === lane.lineId;
  return conversation.archived === (lane.kind === 'archived');
}

/** The conversations of a lane as listed: pinned ones first, then by their last message, newest first. */
export function conversationsIn(state: Pick<WindowState, 'conversations' | 'lanes'>, lane: Lane): readonly Conversation[] {
  const floor = state.lanes[laneKey(lane)]?.floor ?? Number.NEGATIVE_INFINITY;
  const listed: Conversation[] = [];
  for (const conversation of state.conversations.values()) {
    const loaded = conversation.pinned || conversation.lastSequence >= floor;
    if (loaded && isInLane(conversation, lane)) listed.push(conversation);
  }
  return listed.sort((one, other) => Number(other.pinned) - Number(one.pinned) || other.lastSequence - one.lastSequence);
}

/** Lines in use; the others are only known so that their conversations can be read. */
export function activeLines(lines: readonly LineView[]): readonly LineView[] {
  return lines.filter((line) => line.removedAt === undefined);
}

/** The lines a text can be sent from. */
export function sendingLines(lines: readonly LineView[]): readonly LineView[] {
  return activeLines(lines).filter((line) => line.canSend);
}

/** Which of the line colours a line has: by the order in which lines were added. */
export function lineColor(lines: readonly LineView[], lineId: string): number {
  const index = lines.findIndex((line) => line.id === lineId);
  return index < 0 ? lineColors - 1 : index % lineColors;
}

/** How many `--line-n` colours tokens.css has. */
export const lineColors = 8;

/** How many unread messages the conversations of each line hold, as far as they were loaded. Muted ones count nowhere. */
export function unreadByLine(conversations: ReadonlyMap<string, Conversation>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { lineId, unread, muted } of conversations.values()) {
    if (!muted && unread > 0) counts.set(lineId, (counts.get(lineId) ?? 0) + unread);
  }
  return counts;
}

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
  state: Pick<WindowState, 'conversations' | 'lanes' | 'page'>,
  step: 1 | -1,
  unreadOnly: boolean,
): Conversation | undefined {
  const listed = conversationsIn(state, currentLane(state));
  const present = listed.findIndex(({ id }) => id === openedConversationId(state));
  let index = present < 0 ? (step > 0 ? 0 : listed.length - 1) : present + step;
  while (unreadOnly && listed[index] && listed[index]?.unread === 0) index += step;
  return listed[index];
}
