/**
 * What the tray says: icon, tooltip and menu, computed from the state. Pure, so that each of them can be read in a test.
 * @module
 */
import type { TunnelStatus } from '../src/contract/views.ts';
import { nameFor } from '../src/domain/contact.ts';
import { homeRegion } from '../src/domain/region.ts';
import type { ShellState } from './shell-state.ts';

/** The pictures of `icons/tray`: the state of reception is told by shape. */
export type TrayShape = 'plain' | 'degraded' | 'unreachable' | 'paused';

export type TrayItem =
  | { readonly kind: 'separator' }
  /** Words only. */
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayItem[] }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction };

export type TrayAction =
  | { readonly do: 'open' | 'compose' | 'settings' | 'pause' | 'resume' | 'switch-on' | 'quit' }
  | { readonly do: 'conversation'; readonly id: string }
  | { readonly do: 'copy'; readonly text: string };

export type TrayView = {
  readonly shape: TrayShape;
  readonly unread: boolean;
  readonly tooltip: string;
  readonly items: readonly TrayItem[];
};

/** `1 Mar, 14:02`: with its day, since a menu does not know when it will be read. */
const moment = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

const separator: TrayItem = { kind: 'separator' };

/** `state` is undefined until the core has been asked for the first time. */
export function trayView(state: ShellState | undefined): TrayView {
  if (state === undefined) return { shape: 'plain', unread: false, tooltip: 'Texttray', items: [...ways(), separator, quit] };
  const reception = receptionOf(state);
  const count = state.unread === 0 ? '' : `${state.unread.toLocaleString('en')} unread`;
  const head: TrayItem[] = [
    { kind: 'text', label: count === '' ? 'Nothing unread' : count },
    { kind: 'text', label: reception.words },
  ];
  return {
    shape: reception.shape,
    unread: state.unread > 0,
    tooltip: ['Texttray', count, reception.words].filter((part) => part !== '').join(' · '),
    items: [...head, ...recent(state), separator, ...ways(), separator, ...receiving(state), separator, quit],
  };
}

const quit: TrayItem = { kind: 'action', label: 'Quit Texttray', action: { do: 'quit' } };

function ways(): TrayItem[] {
  return [
    { kind: 'action', label: 'Open Texttray', action: { do: 'open' } },
    { kind: 'action', label: 'New text…', action: { do: 'compose' } },
    { kind: 'action', label: 'Settings…', action: { do: 'settings' } },
  ];
}

function recent({ recent: conversations, settings, lines, contactsByAddress }: ShellState): TrayItem[] {
  // Whoever hides names in notifications does not want them in a menu on the desktop either.
  if (conversations.length === 0 || settings.notifications.content === 'nothing') return [];
  const region = homeRegion(settings.region, lines);
  const items = conversations.map(({ id, peer, unread }): TrayItem => {
    const name = nameFor(peer, contactsByAddress.get(peer), region);
    const label = unread === 0 ? name : `${name} (${unread})`;
    return { kind: 'action', label, action: { do: 'conversation', id } };
  });
  return [separator, ...items];
}

function receiving({ tunnel, lines }: ShellState): TrayItem[] {
  const items: TrayItem[] = [];
  if (tunnel.reception === 'paused') items.push({ kind: 'action', label: 'Resume receiving', action: { do: 'resume' } });
  else if (isSwitchedOff(tunnel)) items.push({ kind: 'action', label: 'Switch the tunnel on', action: { do: 'switch-on' } });
  else if (tunnel.kind !== 'none') items.push({ kind: 'action', label: 'Pause receiving', action: { do: 'pause' } });
  const active = lines.filter(({ removedAt }) => removedAt === undefined);
  const copies = active.map(({ label, webhookUrl }): TrayItem => ({ kind: 'action', label, action: { do: 'copy', text: webhookUrl } }));
  const [only] = active;
  if (active.length === 1 && only !== undefined) {
    items.push({ kind: 'action', label: 'Copy webhook URL', action: { do: 'copy', text: only.webhookUrl } });
  } else if (active.length > 1) {
    items.push({ kind: 'submenu', label: 'Copy webhook URL', items: copies });
  }
  return items;
}

/** There is a way, but it is not opened. */
function isSwitchedOff({ kind, state }: TunnelStatus): boolean {
  return kind !== 'none' && state === 'off';
}

function receptionOf({ tunnel }: ShellState): { readonly shape: TrayShape; readonly words: string } {
  const since = moment.format(new Date(tunnel.since));
  switch (tunnel.reception) {
    case 'paused':
      return { shape: 'paused', words: `Paused since ${since}` };
    case 'receiving':
      return { shape: 'plain', words: 'Receiving' };
    case 'degraded':
      return { shape: 'degraded', words: 'Receiving with interruptions' };
    case 'not-checked':
      return { shape: 'plain', words: 'Checking whether texts can arrive' };
    case 'not-reachable':
      return { shape: 'unreachable', words: tunnel.kind === 'none' ? 'Reachable on this computer only' : `Not reachable since ${since}` };
  }
}
