/**
 * States of the shell for tests that care about a part of them.
 * @module
 */
import type { ShellState } from '../../../electron/shell-state.ts';
import { noLaneCounts } from '../../../src/contract/no-lane-counts.ts';
import type { Snapshot } from '../../../src/contract/state.ts';
import type { LineView, TunnelStatus } from '../../../src/contract/views.ts';
import { type Conversation, noFlags } from '../../../src/domain/conversation.ts';
import { type Settings, settingsSchema } from '../../../src/domain/settings.ts';

const noon = '2026-03-01T12:00:00.000Z';

export function aTunnel(changes: Partial<TunnelStatus> = {}): TunnelStatus {
  return {
    kind: 'none',
    state: 'off',
    publicUrl: null,
    receiverUrl: 'http://127.0.0.1:1',
    reception: 'not-reachable',
    since: noon,
    checkedAt: null,
    roundTripMs: null,
    message: 'Only this computer can reach Texttray.',
    ...changes,
  };
}

export function aLine(changes: Partial<LineView> = {}): LineView {
  return {
    id: 'l_1',
    provider: 'practice',
    label: 'Practice',
    number: '+12025550123',
    webhookPath: `/hooks/${'a'.repeat(22)}`,
    publicUrls: [],
    createdAt: noon,
    webhookUrl: 'http://127.0.0.1:1/hooks/a',
    webhookUrlIsPublic: false,
    canSend: true,
    storedSecrets: {},
    openCredentials: {},
    registration: null,
    lastDelivery: null,
    ...changes,
  };
}

export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    ...noFlags,
    id: 'c_1',
    lineId: 'l_1',
    peer: '+12025550188',
    count: 1,
    unread: 0,
    lastMessage: null,
    lastSequence: 0,
    ...changes,
  };
}

export function aSnapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    revision: 0,
    host: { kind: 'electron', platform: 'linux', version: '0', canStartAtLogin: true, dataFolder: '/data' },
    lines: [],
    conversations: { items: [], nextCursor: null },
    totals: { messages: 0, conversations: 0, unread: 0 },
    tunnel: aTunnel(),
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

type Changes = Partial<ShellState> & { readonly content?: Settings['notifications']['content'] };

export function aShellState({ content = 'name-and-text', ...changes }: Changes = {}): ShellState {
  const settings = settingsSchema.parse({ notifications: { content } });
  return {
    revision: 0,
    unread: 0,
    tunnel: aTunnel(),
    lines: [],
    recent: [],
    settings,
    laneCounts: noLaneCounts,
    contacts: [],
    contactsByAddress: new Map(),
    ...changes,
  };
}
