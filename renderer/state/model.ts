/**
 * What the window holds: a mirror of the core's state as far as it was asked for, and what is only the window's own
 * (where one is, what was typed). It never owns the truth: everything else can be thrown away and asked for again.
 * @module
 */
import type { Failure } from '../../src/contract/errors.ts';
import type { Job } from '../../src/contract/jobs.ts';
import { noLaneCounts } from '../../src/contract/no-lane-counts.ts';
import type { ReachHistory } from '../../src/contract/reachability.ts';
import type { HostInfo, LaneCounts, Totals } from '../../src/contract/state.ts';
import type { LineView, Problem, ProviderInfo, TunnelStatus } from '../../src/contract/views.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Lane } from '../../src/domain/lane.ts';
import type { ProviderName } from '../../src/domain/line.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Rule } from '../../src/domain/rule.ts';
import type { Scheduled } from '../../src/domain/scheduled.ts';
import type { Settings } from '../../src/domain/settings.ts';
import type { Template } from '../../src/domain/template.ts';

import { type DeliveriesState, noDeliveries } from './delivery-model.ts';
import { type ExchangeState, noExchange } from './exchange-model.ts';
import type { SearchState } from './search-model.ts';

export type { Lane };

/** Conversations chosen in the list, to do something with all of them. */
export type Selection = {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: the one chosen last. */
  readonly anchor: string | null;
};

/** What the window asks before it does it, or lets one choose, about some conversations. */
export type Asking = { readonly about: 'block' | 'tags' | 'notices'; readonly ids: readonly string[] };

/** What the third pane shows beside the conversations. */
export type Opened =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'conversation'; readonly id: string }
  | { readonly kind: 'compose'; readonly lineId?: string; readonly to?: string };

/** What the page of contacts shows beside its list. */
export type ContactsView =
  | { readonly kind: 'list' }
  | { readonly kind: 'contact'; readonly id: string }
  /** The form; with `address` it is already filled in. */
  | { readonly kind: 'new'; readonly address?: string }
  | { readonly kind: 'edit'; readonly id: string; readonly address?: string }
  | { readonly kind: 'duplicates' }
  | { readonly kind: 'import' };

export type Page =
  | { readonly name: 'inbox'; readonly lane: Lane; readonly opened: Opened }
  | { readonly name: 'deliveries'; readonly deliveryId: string | null }
  /** The replay lab, with something to begin with. */
  | { readonly name: 'lab'; readonly lineId?: string; readonly deliveryId?: string }
  /** Two deliveries side by side. */
  | { readonly name: 'compare'; readonly one: string; readonly other: string }
  | { readonly name: 'line'; readonly lineId: string }
  | { readonly name: 'contacts'; readonly shows: ContactsView }
  | { readonly name: 'add-line' }
  | { readonly name: 'reception' }
  | { readonly name: 'scheduled' }
  | { readonly name: 'import' }
  | { readonly name: 'export'; readonly conversationId?: string }
  | { readonly name: 'rules' }
  /** How webhooks work, at this provider. */
  | { readonly name: 'learn'; readonly provider?: ProviderName }
  | { readonly name: 'settings' };

/** What was loaded of a lane: all its conversations down to `floor`. */
export type LaneState = {
  readonly nextCursor: string | null;
  /**
   * Sequence of the last conversation loaded by paging; what comes after it in the lane's order and is known from
   * elsewhere stays out of the list. Infinite (negative, in the waiting lane positive): everything is loaded.
   */
  readonly floor: number;
  readonly loading: boolean;
  readonly failure: Failure | null;
};

/** What was loaded of a conversation's messages, oldest first. */
export type Thread = {
  readonly items: readonly Message[];
  readonly nextBefore: string | null;
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly loadingOlder: boolean;
  readonly failure: Failure | null;
  /** Inbound messages after this sequence were unread when the conversation was opened. */
  readonly readUpTo: number | null;
  /** A message to scroll to, found by search. */
  readonly reveal: string | null;
};

/** How far back the ledger is shown, in days. */
export type ReachRange = 1 | 30;

/** When texts could arrive, as far as it was asked for. */
export type ReachState = {
  readonly histories: Readonly<Partial<Record<ReachRange, ReachHistory>>>;
  readonly failure: Failure | null;
};

export type ToastAction = { readonly label: string; readonly run: () => void };

export type Toast = {
  readonly id: number;
  readonly tone: 'plain' | 'bad' | 'message';
  readonly title: string;
  readonly text?: string;
  readonly action?: ToastAction;
  /** More than one thing to do about it, the usual one last. */
  readonly actions?: readonly ToastAction[];
  /** The conversation it tells of: opening that makes it superfluous. */
  readonly conversationId?: string;
};

/** `connecting` until the first snapshot, `lost` while the host is gone, `refused` when it does not know this window. */
export type Connection = 'connecting' | 'live' | 'lost' | 'refused';

export type WindowState = {
  readonly connection: Connection;
  readonly revision: number;
  readonly host: HostInfo | null;
  readonly lines: readonly LineView[];
  readonly conversations: ReadonlyMap<string, Conversation>;
  readonly lanes: Readonly<Record<string, LaneState>>;
  readonly selection: Selection;
  readonly asking: Asking | null;
  /** The conversation that is open and shall stay unread until it is left. */
  readonly heldUnread: string | null;
  readonly threads: Readonly<Record<string, Thread>>;
  readonly deliveries: DeliveriesState;
  readonly totals: Totals;
  readonly tunnel: TunnelStatus | null;
  readonly reach: ReachState;
  readonly settings: Settings | null;
  readonly problems: readonly Problem[];
  readonly contacts: readonly Contact[];
  /** Whose address it is. */
  readonly contactsByAddress: ReadonlyMap<string, Contact>;
  readonly templates: readonly Template[];
  readonly rules: readonly Rule[];
  readonly scheduled: readonly Scheduled[];
  readonly jobs: readonly Job[];
  readonly exchange: ExchangeState;
  readonly laneCounts: LaneCounts;
  readonly providers: readonly ProviderInfo[];
  readonly page: Page;
  /** Narrow windows show the lanes instead of the page. */
  readonly lanesShown: boolean;
  readonly search: SearchState | null;
  /** What was typed and not sent, by conversation, before the core has it. */
  readonly drafts: Readonly<Record<string, string>>;
  /** Addresses of attachments to be sent with what is typed, by conversation. */
  readonly attached: Readonly<Record<string, readonly string[]>>;
  /** Messages whose removal can still be undone. */
  readonly hiddenMessages: ReadonlySet<string>;
  /** The picture that is shown large, by its message and its place in it. */
  readonly viewed: { readonly messageId: string; readonly index: number } | null;
  readonly toasts: readonly Toast[];
  readonly shortcutsShown: boolean;
  /** The newest inbound message, for screen readers. */
  readonly announced: Message | null;
};

export const inbox: Lane = { kind: 'inbox' };

export const nothingSelected: Selection = { ids: new Set(), anchor: null };

export const initialState: WindowState = {
  connection: 'connecting',
  revision: 0,
  host: null,
  lines: [],
  conversations: new Map(),
  lanes: {},
  selection: nothingSelected,
  asking: null,
  heldUnread: null,
  threads: {},
  deliveries: noDeliveries,
  totals: { messages: 0, conversations: 0, unread: 0 },
  tunnel: null,
  reach: { histories: {}, failure: null },
  settings: null,
  problems: [],
  contacts: [],
  contactsByAddress: new Map(),
  templates: [],
  rules: [],
  scheduled: [],
  jobs: [],
  exchange: noExchange,
  laneCounts: noLaneCounts,
  providers: [],
  page: { name: 'inbox', lane: inbox, opened: { kind: 'nothing' } },
  lanesShown: false,
  search: null,
  drafts: {},
  attached: {},
  hiddenMessages: new Set(),
  viewed: null,
  toasts: [],
  shortcutsShown: false,
  announced: null,
};

/** The key of a lane in `WindowState.lanes`. */
export function laneKey(lane: Lane): string {
  if (lane.kind === 'line') return `line:${lane.lineId}`;
  return lane.kind === 'tag' ? `tag:${lane.tag}` : lane.kind;
}
