/**
 * What the tray says: icon, tooltip and menu, computed from the state. Pure, so that each of them can be read in a test.
 * @module
 */
import { type Speech, usualSpeech } from '../src/contract/texts/words.ts';
import type { TunnelStatus } from '../src/contract/views.ts';
import { contentFor } from '../src/core/notify/may-notify.ts';
import { nameFor } from '../src/domain/contact.ts';
import type { Conversation } from '../src/domain/conversation.ts';
import { plainName } from '../src/domain/plain.ts';
import { homeRegion } from '../src/domain/region.ts';
import type { ShellState } from './shell-state.ts';
import { receptionOf, type TrayShape } from './tray-reception.ts';

export type TrayItem =
  | { readonly kind: 'separator' }
  /** Words only. */
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayItem[] }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction };

export type TrayAction =
  | { readonly do: 'open' | 'compose' | 'settings' | 'copy-code' | 'pause' | 'resume' | 'switch-on' | 'quit' }
  | { readonly do: 'conversation'; readonly id: string }
  | { readonly do: 'copy'; readonly text: string };

export type TrayView = {
  readonly shape: TrayShape;
  readonly unread: boolean;
  readonly tooltip: string;
  readonly items: readonly TrayItem[];
};

type TrayWords = Speech['words']['tray'];

const separator: TrayItem = { kind: 'separator' };

/** `state` is undefined until the core has been asked for the first time. */
export function trayView(state: ShellState | undefined, speech: Speech = usualSpeech): TrayView {
  const words = speech.words.tray;
  if (state === undefined) return { shape: 'plain', unread: false, tooltip: 'Texttray', items: [...ways(words), separator, quit(words)] };
  const reception = receptionOf(state, speech);
  const count = state.unread === 0 ? '' : words.unread(state.unread);
  const head: TrayItem[] = [
    { kind: 'text', label: count === '' ? words.nothingUnread : count },
    { kind: 'text', label: reception.words },
  ];
  return {
    shape: reception.shape,
    unread: state.unread > 0,
    tooltip: ['Texttray', count, reception.words].filter((part) => part !== '').join(' · '),
    items: [
      ...head,
      ...recent(state),
      ...codes(state, words),
      separator,
      ...ways(words),
      separator,
      ...receiving(state, words),
      separator,
      quit(words),
    ],
  };
}

const quit = (words: TrayWords): TrayItem => ({ kind: 'action', label: words.quit, action: { do: 'quit' } });

function ways(words: TrayWords): TrayItem[] {
  return [
    { kind: 'action', label: words.open, action: { do: 'open' } },
    { kind: 'action', label: words.compose, action: { do: 'compose' } },
    { kind: 'action', label: words.settings, action: { do: 'settings' } },
  ];
}

/** The code itself is never in the menu. */
function codes({ laneCounts }: ShellState, words: TrayWords): TrayItem[] {
  return laneCounts.codes === 0 ? [] : [separator, { kind: 'action', label: words.copyCode, action: { do: 'copy-code' } }];
}

function recent({ recent: conversations, settings, lines, contactsByAddress }: ShellState): TrayItem[] {
  const lineOf = (conversation: Conversation) => lines.find(({ id }) => id === conversation.lineId) ?? {};
  // Whoever hides names in notifications does not want them in a menu on the desktop either.
  const shown = conversations.filter((conversation) => contentFor({ line: lineOf(conversation), conversation, settings }) !== 'nothing');
  if (shown.length === 0) return [];
  const region = homeRegion(settings.region, lines);
  const items = shown.map(({ id, peer, unread }): TrayItem => {
    const name = plainName(nameFor(peer, contactsByAddress.get(peer), region), peer);
    const label = unread === 0 ? name : `${name} (${unread})`;
    return { kind: 'action', label, action: { do: 'conversation', id } };
  });
  return [separator, ...items];
}

function receiving({ tunnel, lines }: ShellState, words: TrayWords): TrayItem[] {
  const items: TrayItem[] = [];
  if (tunnel.reception === 'paused') items.push({ kind: 'action', label: words.resume, action: { do: 'resume' } });
  else if (isSwitchedOff(tunnel)) items.push({ kind: 'action', label: words.switchOn, action: { do: 'switch-on' } });
  else if (tunnel.kind !== 'none') items.push({ kind: 'action', label: words.pause, action: { do: 'pause' } });
  const active = lines.filter(({ removedAt }) => removedAt === undefined);
  const copies = active.map(({ label, webhookUrl }): TrayItem => ({ kind: 'action', label, action: { do: 'copy', text: webhookUrl } }));
  const [only] = active;
  if (active.length === 1 && only !== undefined) {
    items.push({ kind: 'action', label: words.copyUrl, action: { do: 'copy', text: only.webhookUrl } });
  } else if (active.length > 1) {
    items.push({ kind: 'submenu', label: words.copyUrl, items: copies });
  }
  return items;
}

/** There is a way, but it is not opened. */
function isSwitchedOff({ kind, state }: TunnelStatus): boolean {
  return kind !== 'none' && state === 'off';
}
