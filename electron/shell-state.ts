/**
 * What tray, badge and login item show, kept up to date from the core's patches. Pure: a snapshot or a patch goes in, the
 * next state comes out.
 * @module
 */
import type { Change, LaneCounts, Patch, Snapshot } from '../src/contract/state.ts';
import type { LineView, TunnelStatus } from '../src/contract/views.ts';
import { type Contact, contactsAfter, contactsByAddress } from '../src/domain/contact.ts';
import type { Conversation } from '../src/domain/conversation.ts';
import type { Settings } from '../src/domain/settings.ts';

export type ShellState = {
  readonly revision: number;
  readonly unread: number;
  readonly tunnel: TunnelStatus;
  readonly lines: readonly LineView[];
  /** The newest conversations that are neither archived nor blocked, newest first. */
  readonly recent: readonly Conversation[];
  readonly settings: Settings;
  readonly laneCounts: LaneCounts;
  readonly contacts: readonly Contact[];
  /** Whose address it is. */
  readonly contactsByAddress: ReadonlyMap<string, Contact>;
};

/** How many conversations the tray offers. */
export const recentCount = 5;

export function fromSnapshot({ revision, totals, tunnel, lines, conversations, settings, contacts, laneCounts }: Snapshot): ShellState {
  const named = { contacts, contactsByAddress: contactsByAddress(contacts) };
  return { revision, unread: totals.unread, tunnel, lines, recent: newest(conversations.items), settings, laneCounts, ...named };
}

/** The next state, or `undefined` when a patch is missing in between: only a new snapshot helps. */
export function withPatch(state: ShellState, { revision, changes }: Patch): ShellState | undefined {
  if (revision <= state.revision) return state;
  if (revision !== state.revision + 1) return undefined;
  return changes.reduce(withChange, { ...state, revision });
}

function withChange(state: ShellState, change: Change): ShellState {
  switch (change.kind) {
    case 'totals':
      return { ...state, unread: change.totals.unread };
    case 'tunnel':
      return { ...state, tunnel: change.tunnel };
    case 'settings':
      return { ...state, settings: change.settings };
    case 'line': {
      const known = state.lines.some(({ id }) => id === change.line.id);
      const lines = known ? state.lines.map((line) => (line.id === change.line.id ? change.line : line)) : [...state.lines, change.line];
      return { ...state, lines };
    }
    case 'conversation':
      return { ...state, recent: newest([...without(state.recent, change.conversation.id), change.conversation]) };
    case 'conversation-removed':
      return { ...state, recent: without(state.recent, change.id) };
    case 'lane-counts':
      return { ...state, laneCounts: change.laneCounts };
    case 'contacts': {
      const contacts = contactsAfter(state.contacts, change);
      return { ...state, contacts, contactsByAddress: contactsByAddress(contacts) };
    }
    default:
      return state;
  }
}

function without(conversations: readonly Conversation[], id: string): Conversation[] {
  return conversations.filter((conversation) => conversation.id !== id);
}

function newest(conversations: readonly Conversation[]): Conversation[] {
  return conversations
    .filter(({ archived, blocked }) => !archived && !blocked)
    .sort((one, other) => other.lastSequence - one.lastSequence)
    .slice(0, recentCount);
}
