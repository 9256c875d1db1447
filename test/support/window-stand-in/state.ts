/**
 * What the made-up core holds, and how it tells the window of changes: the same numbered patches as the real one.
 * @module
 */
import type { Change, InboxEvent, LaneCounts, Snapshot } from '../../../src/contract/state.ts';
import type { DeliveryView } from '../../../src/contract/views.ts';
import { countLanes } from '../../../src/core/lane-counts.ts';
import { findCode } from '../../../src/domain/code.ts';
import { contactsByAddress } from '../../../src/domain/contact.ts';
import type { Conversation } from '../../../src/domain/conversation.ts';
import { noFlags } from '../../../src/domain/conversation.ts';
import type { LaneContext } from '../../../src/domain/lane.ts';
import type { Message } from '../../../src/domain/message.ts';

export type StandInState = {
  revision: number;
  snapshot: Omit<Snapshot, 'revision' | 'conversations' | 'totals'>;
  readonly conversations: Map<string, Conversation>;
  readonly messages: Map<string, Message[]>;
  deliveries: DeliveryView[];
};

export type Standing = {
  readonly state: StandInState;
  announce(changes: readonly Change[]): void;
  notify(event: InboxEvent): void;
  subscribe(listener: (event: InboxEvent) => void): () => void;
  /** Stores a message, new or changed, and brings its conversation up to date. */
  put(message: Message): void;
  /** Changes a conversation. */
  change(id: string, changes: Partial<Conversation>): Conversation;
  totals(): Snapshot['totals'];
  /** What lanes are judged by. */
  context(): LaneContext;
  laneCounts(): LaneCounts;
};

export function createStanding(state: StandInState): Standing {
  const listeners = new Set<(event: InboxEvent) => void>();

  function notify(event: InboxEvent): void {
    for (const listener of listeners) listener(event);
  }

  function announce(changes: readonly Change[]): void {
    state.revision += 1;
    notify({
      kind: 'patch',
      revision: state.revision,
      changes: [...changes, { kind: 'totals', totals: totals() }, { kind: 'lane-counts', laneCounts: laneCounts() }],
    });
  }

  function totals(): Snapshot['totals'] {
    const all = [...state.conversations.values()];
    const unread = all.reduce((sum, { unread: count, muted, blocked }) => sum + (muted || blocked ? 0 : count), 0);
    return { messages: all.reduce((sum, { count }) => sum + count, 0), conversations: all.length, unread };
  }

  function context(): LaneContext {
    const { settings, lines, contacts } = state.snapshot;
    const known = contactsByAddress(contacts);
    return {
      now: Date.now(),
      isContact: (address) => known.has(address),
      isPractice: (lineId) => lines.find(({ id }) => id === lineId)?.provider === 'practice',
      waitingHours: (lineId) => lines.find(({ id }) => id === lineId)?.waitingHours ?? settings.lanes.waitingHours,
      keepCodesHours: settings.codes.keepHours,
      unknownApart: settings.lanes.unknownApart,
    };
  }

  const laneCounts = (): LaneCounts => countLanes(state.conversations.values(), context(), () => undefined);

  function put(message: Message): void {
    const items = state.messages.get(message.conversationId) ?? [];
    const index = items.findIndex(({ id }) => id === message.id);
    if (index < 0) items.push(message);
    else items[index] = message;
    state.messages.set(message.conversationId, items);
    const conversation = conversationOf(message, items, state.conversations.get(message.conversationId));
    state.conversations.set(conversation.id, conversation);
    announce([
      { kind: 'message', message },
      { kind: 'conversation', conversation },
    ]);
  }

  function change(id: string, changes: Partial<Conversation>): Conversation {
    const present = state.conversations.get(id);
    if (!present) throw new Error(`There is no conversation ${id}`);
    const items = state.messages.get(id) ?? [];
    const last = items.at(-1);
    const changed = { ...present, ...changes };
    const conversation = last ? conversationOf(last, items, changed) : changed;
    state.conversations.set(id, conversation);
    announce([{ kind: 'conversation', conversation }]);
    return conversation;
  }

  return {
    state,
    announce,
    notify,
    put,
    change,
    totals,
    context,
    laneCounts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What a conversation says of its messages. */
export function conversationOf(message: Message, items: readonly Message[], present: Conversation | undefined): Conversation {
  const flags = present ?? noFlags;
  const last = items.at(-1) ?? message;
  const unread = items.filter(({ direction, sequence }) => direction === 'inbound' && sequence > flags.readUpTo).length;
  return {
    ...flags,
    id: message.conversationId,
    lineId: message.lineId,
    peer: message.peer,
    count: items.length,
    unread,
    lastMessage: {
      id: last.id,
      direction: last.direction,
      body: last.body.slice(0, 160),
      mediaCount: last.media?.length ?? 0,
      ...codeOf(last),
      at: last.at,
      status: last.status,
    },
    lastSequence: last.sequence,
  };
}

function codeOf({ direction, body }: Message): { code?: string } {
  const code = direction === 'inbound' ? findCode(body)?.code : undefined;
  return code === undefined ? {} : { code };
}
