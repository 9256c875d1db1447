/**
 * How the window's mirror follows the core: a snapshot replaces it, numbered changes move it on.
 * @module
 */
import type { Change, Patch, Snapshot } from '../../src/contract/state.ts';
import type { LineView } from '../../src/contract/views.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Message } from '../../src/domain/message.ts';
import { assertNever } from '../../src/domain/result.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { withDeliveries } from './delivery-model.ts';
import { withGap } from './gaps.ts';
import { keepContacts, listsAfter } from './lists.ts';
import { inbox, type Lane, laneKey, type Thread, type WindowState } from './model.ts';
import { withoutHit } from './search-model.ts';

/** Takes over a snapshot. What was loaded page by page is forgotten, except the threads: they are asked for again. */
export function applySnapshot(state: WindowState, snapshot: Snapshot): WindowState {
  const { items, nextCursor } = snapshot.conversations;
  const conversations = new Map(items.map((conversation) => [conversation.id, conversation]));
  const opened = state.page.name === 'inbox' && state.page.opened.kind === 'conversation' ? state.page.opened.id : undefined;
  const kept = opened === undefined ? undefined : state.conversations.get(opened);
  if (kept && !conversations.has(kept.id)) conversations.set(kept.id, kept);
  return {
    ...state,
    connection: 'live',
    revision: snapshot.revision,
    host: snapshot.host,
    lines: snapshot.lines,
    conversations,
    lanes: { [laneKey(inbox)]: { nextCursor, floor: floorOf(items, nextCursor), loading: false, failure: null } },
    totals: snapshot.totals,
    tunnel: snapshot.tunnel,
    settings: snapshot.settings,
    problems: snapshot.problems,
    ...keepContacts(snapshot.contacts),
    templates: snapshot.templates,
    rules: snapshot.rules,
    scheduled: snapshot.scheduled,
    jobs: snapshot.jobs,
    laneCounts: snapshot.laneCounts,
  };
}

/**
 * Applies patches in order. `undefined` when a number is missing: the mirror is behind and needs a new snapshot.
 * Patches the mirror has already (numbered up to its revision) change nothing.
 */
export function applyPatches(state: WindowState, patches: readonly Patch[]): WindowState | undefined {
  let revision = state.revision;
  const changes: Change[] = [];
  for (const patch of patches) {
    if (patch.revision <= revision) continue;
    if (patch.revision !== revision + 1) return undefined;
    revision = patch.revision;
    changes.push(...patch.changes);
  }
  return revision === state.revision ? state : { ...applyChanges(state, changes), revision };
}

type Draft = { -readonly [Key in keyof WindowState]: WindowState[Key] };

/** The state after some changes. The map of conversations is copied once, however many there are. */
export function applyChanges(state: WindowState, changes: readonly Change[]): WindowState {
  const next: Draft = { ...state };
  const touchesConversations = changes.some((change) => change.kind === 'conversation' || change.kind === 'conversation-removed');
  const conversations = touchesConversations ? new Map(state.conversations) : undefined;
  if (conversations) next.conversations = conversations;
  for (const change of changes) applyChange(next, change, conversations);
  const arrived = changes.flatMap((change) => (change.kind === 'delivery' ? [change.delivery] : []));
  if (arrived.length > 0) next.deliveries = withDeliveries(next.deliveries, arrived);
  return next;
}

function applyChange(next: Draft, change: Change, conversations: Map<string, Conversation> | undefined): void {
  switch (change.kind) {
    case 'line':
      next.lines = withLine(next.lines, change.line);
      return;
    case 'conversation':
      conversations?.set(change.conversation.id, change.conversation);
      next.threads = withEarlier(next.threads, change.conversation);
      return;
    case 'conversation-removed':
      conversations?.delete(change.id);
      return;
    case 'message':
      applyMessage(next, change.message);
      return;
    case 'message-removed':
      next.threads = withThread(next.threads, change.conversationId, (thread) => ({
        ...thread,
        items: thread.items.filter((message) => message.id !== change.id),
      }));
      next.search = withoutHit(next.search, change.id);
      return;
    case 'delivery':
      // All that came together are taken together.
      return;
    case 'totals':
      next.totals = change.totals;
      return;
    case 'gap':
      next.reach = { ...next.reach, histories: withGap(next.reach.histories, change.gap) };
      return;
    case 'tunnel':
      next.tunnel = change.tunnel;
      return;
    case 'settings':
      next.lanes = lanesAfter(next.lanes, next.settings, change.settings);
      next.settings = change.settings;
      return;
    case 'problems':
      next.problems = change.problems;
      return;
    case 'contacts':
    case 'templates':
    case 'rules':
    case 'scheduled':
    case 'jobs':
    case 'lane-counts':
      Object.assign(next, listsAfter(next, change));
      return;
    default:
      assertNever(change);
  }
}

function applyMessage(next: Draft, message: Message): void {
  const known = next.threads[message.conversationId]?.items.at(-1)?.sequence ?? -1;
  if (message.direction === 'inbound' && message.sequence > known) next.announced = message;
  next.threads = withThread(next.threads, message.conversationId, (thread) => ({ ...thread, items: withMessage(thread, message) }));
}

function withThread(threads: WindowState['threads'], id: string, change: (thread: Thread) => Thread): WindowState['threads'] {
  const thread = threads[id];
  return thread ? { ...threads, [id]: change(thread) } : threads;
}

/** A thread that was whole and is less than its conversation now: an import put earlier messages before it, which are still to load. */
function withEarlier(threads: WindowState['threads'], { id, count }: Conversation): WindowState['threads'] {
  const thread = threads[id];
  const oldest = thread?.items[0];
  if (oldest === undefined || thread?.phase !== 'ready' || thread.nextBefore !== null || thread.items.length >= count) return threads;
  return { ...threads, [id]: { ...thread, nextBefore: oldest.id } };
}

/** Puts a message where its sequence says; one that belongs to a page not loaded yet stays out. */
export function withMessage(thread: Thread, message: Message): readonly Message[] {
  const { items } = thread;
  const last = items.at(-1);
  if (!last || message.sequence > last.sequence) return [...items, message];
  const first = items[0];
  if (first && message.sequence < first.sequence && thread.nextBefore !== null) return items;
  const index = lowerBound(items, message.sequence);
  const replaces = items[index]?.sequence === message.sequence;
  return [...items.slice(0, index), message, ...items.slice(replaces ? index + 1 : index)];
}

function lowerBound(items: readonly Message[], sequence: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.sequence ?? 0) < sequence) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withLine(lines: readonly LineView[], line: LineView): readonly LineView[] {
  const known = lines.some(({ id }) => id === line.id);
  return known ? lines.map((other) => (other.id === line.id ? line : other)) : [...lines, line];
}

/** Down to which sequence a page of conversations reaches; everything when there is no further page. */
export function floorOf(page: readonly Conversation[], nextCursor: string | null, lane: Lane = inbox): number {
  const upwards = lane.kind === 'waiting';
  if (nextCursor === null) return upwards ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (upwards) return Math.max(...page.map(({ lastSequence }) => lastSequence));
  return Math.min(...page.filter(({ pinned }) => !pinned).map(({ lastSequence }) => lastSequence), Number.POSITIVE_INFINITY);
}

/** Pages of lanes are only good for the settings they were asked for under. */
function lanesAfter(lanes: WindowState['lanes'], before: WindowState['settings'], settings: Settings): WindowState['lanes'] {
  if (before === null) return lanes;
  const { waitingHours, unknownApart } = before.lanes;
  const same = waitingHours === settings.lanes.waitingHours && unknownApart === settings.lanes.unknownApart;
  return same && before.codes.keepHours === settings.codes.keepHours ? lanes : {};
}
