/**
 * Values for tests of the window: whole ones, of which a test names what matters to it.
 * @module
 */
import { noLaneCounts } from '../../../src/contract/no-lane-counts.ts';
import type { Snapshot } from '../../../src/contract/state.ts';
import type { LineView } from '../../../src/contract/views.ts';
import { type Conversation, noFlags } from '../../../src/domain/conversation.ts';
import type { DeliverySummary } from '../../../src/domain/delivery.ts';
import type { Message } from '../../../src/domain/message.ts';
import { settingsSchema } from '../../../src/domain/settings.ts';

const at = '2026-03-01T12:00:00.000Z';

export function aMessage(sequence: number, changes: Partial<Message> = {}): Message {
  return {
    id: `m${sequence}`,
    sequence,
    lineId: 'line',
    conversationId: 'c',
    peer: '+12025550101',
    direction: 'inbound',
    body: `text ${sequence}`,
    at,
    status: 'received',
    ...changes,
  };
}

export function aConversation(id: string, lastSequence: number, changes: Partial<Conversation> = {}): Conversation {
  return { ...noFlags, id, lineId: 'line', peer: '+12025550101', count: 1, unread: 0, lastMessage: null, lastSequence, ...changes };
}

export function aLine(id: string, changes: Partial<LineView> = {}): LineView {
  return {
    id,
    provider: 'cloudvno',
    label: id,
    number: '+12025550100',
    webhookPath: `/hooks/${'a'.repeat(22)}`,
    publicUrls: [],
    createdAt: at,
    webhookUrl: 'http://127.0.0.1:1/hooks/a',
    webhookUrlIsPublic: false,
    canSend: true,
    storedSecrets: {},
    openCredentials: {},
    lastDelivery: null,
    registration: null,
    ...changes,
  };
}

export function aDelivery(id: string): DeliverySummary {
  return {
    id,
    lineId: 'line',
    receivedAt: at,
    method: 'POST',
    path: '/hooks/a',
    bytes: 10,
    source: '127.0.0.1',
    verdict: 'accepted',
    status: 204,
    timings: { verified: 1, answered: 2 },
  };
}

export function aSnapshot(revision: number, changes: Partial<Snapshot> = {}): Snapshot {
  return {
    revision,
    host: { kind: 'browser', platform: 'linux', version: '0.1.0', canStartAtLogin: false, dataFolder: '/data' },
    lines: [],
    conversations: { items: [], nextCursor: null },
    totals: { messages: 0, conversations: 0, unread: 0 },
    tunnel: {
      kind: 'none',
      state: 'off',
      publicUrl: null,
      receiverUrl: 'http://127.0.0.1:1',
      reception: 'not-reachable',
      since: at,
      checkedAt: null,
      roundTripMs: null,
      message: 'Nothing leads here.',
    },
    settings: settingsSchema.parse({}),
    problems: [],
    contacts: [],
    templates: [],
    rules: [],
    scheduled: [],
    jobs: [],
    laneCounts: noLaneCounts,
    ...changes,
  };
}
