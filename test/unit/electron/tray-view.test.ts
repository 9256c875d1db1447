import { expect, test } from 'vitest';
import type { ShellState } from '../../../electron/shell-state.ts';
import { type TrayItem, trayView } from '../../../electron/tray-view.ts';
import { noLaneCounts } from '../../../src/contract/no-lane-counts.ts';
import { speechFor } from '../../../src/contract/texts/words.ts';
import { aConversation, aLine, aShellState, aTunnel } from './builders.ts';

const labels = (items: readonly TrayItem[]): string[] => items.map((item) => (item.kind === 'separator' ? '—' : item.label));
const action = (state: ShellState, label: string): unknown => {
  const item = trayView(state).items.find((each) => each.kind !== 'separator' && each.label === label);
  return item?.kind === 'action' ? item.action : item;
};

test('before the core has answered the app can be opened and left', () => {
  expect(labels(trayView(undefined).items)).toEqual(['Open Texttray', 'New text…', 'Settings…', '—', 'Quit Texttray']);
});

test('everything has its place in the menu', () => {
  const state = aShellState({
    unread: 3,
    tunnel: aTunnel({ kind: 'own-url', state: 'up', reception: 'receiving' }),
    lines: [aLine({ label: 'Work', webhookUrl: 'https://texts.example/hooks/a' })],
    recent: [aConversation({ id: 'c_1', peer: '+14155551234', unread: 3 }), aConversation({ id: 'c_2', peer: 'GOOGLE' })],
  });
  expect(labels(trayView(state).items)).toEqual([
    '3 unread',
    'Receiving',
    '—',
    '+1 415 555 1234 (3)',
    'GOOGLE',
    '—',
    'Open Texttray',
    'New text…',
    'Settings…',
    '—',
    'Pause receiving',
    'Copy webhook URL',
    '—',
    'Quit Texttray',
  ]);
  expect(action(state, 'GOOGLE')).toEqual({ do: 'conversation', id: 'c_2' });
  expect(action(state, 'Copy webhook URL')).toEqual({ do: 'copy', text: 'https://texts.example/hooks/a' });
  expect(action(state, 'Pause receiving')).toEqual({ do: 'pause' });
});

test.each([
  [aTunnel({ kind: 'own-url', state: 'up', reception: 'receiving' }), 'plain', /^Receiving$/],
  [aTunnel({ kind: 'own-url', state: 'up', reception: 'degraded' }), 'degraded', /^Receiving with interruptions$/],
  [aTunnel({ kind: 'own-url', state: 'up', reception: 'not-checked' }), 'plain', /^Checking whether texts can arrive$/],
  [aTunnel({ kind: 'own-url', state: 'up', reception: 'not-reachable' }), 'unreachable', /^Not reachable since \d+ \w+,? \d\d:\d\d$/],
  [aTunnel({ kind: 'own-url', state: 'off', reception: 'not-reachable' }), 'unreachable', /^Not reachable since /],
  [aTunnel({ kind: 'own-url', state: 'up', reception: 'paused' }), 'paused', /^Paused since \d+ \w+,? \d\d:\d\d$/],
  [aTunnel({ kind: 'none', state: 'off', reception: 'not-reachable' }), 'unreachable', /^Reachable on this computer only$/],
] as const)('reception is told in words and in shape: %o', (tunnel, shape, words) => {
  const view = trayView(aShellState({ tunnel }));
  expect(view.shape).toBe(shape);
  expect(labels(view.items)[1]).toMatch(words);
  expect(view.tooltip).toBe(`Texttray · ${labels(view.items)[1]}`);
});

test('the latest code can be copied while there is one, and is never in the menu', () => {
  const last = { id: 'm', direction: 'inbound', mediaCount: 0, at: '2026-03-01T12:00:00.000Z', status: 'received' } as const;
  const recent = [aConversation({ peer: 'BANK', lastMessage: { ...last, body: 'Your code is 482913', code: '482913' } })];
  const state = aShellState({ recent, laneCounts: { ...noLaneCounts, codes: 1 } });
  expect(action(state, 'Copy the latest code')).toEqual({ do: 'copy-code' });
  expect(JSON.stringify(trayView(state))).not.toContain('482913');
  expect(labels(trayView(aShellState({ recent })).items)).not.toContain('Copy the latest code');
});

test('a conversation that shows nothing in its notifications is not in the menu, one that may show more is', () => {
  const hidden = aConversation({ peer: 'DOCTOR', noticeContent: 'nothing' });
  const shown = aConversation({ id: 'c_2', peer: 'GOOGLE', noticeContent: 'name-only' });
  const usual = labels(trayView(aShellState({ recent: [hidden, shown] })).items);
  expect(usual).toContain('GOOGLE');
  expect(usual).not.toContain('DOCTOR');
  expect(labels(trayView(aShellState({ recent: [hidden, shown], content: 'nothing' })).items)).toContain('GOOGLE');
});

test('a name that reads like a number is marked in the menu as well', () => {
  expect(labels(trayView(aShellState({ recent: [aConversation({ peer: '+1 415 555 O1OO' })] })).items)).toContain('“+1 415 555 O1OO”');
});

test('a dot says that something is unread, the tooltip how much', () => {
  expect(trayView(aShellState({ unread: 0 })).unread).toBe(false);
  const view = trayView(aShellState({ unread: 1_234 }));
  expect(view.unread).toBe(true);
  expect(view.tooltip).toContain('1,234 unread');
});

test('of a line whose notifications show nothing no names are in the menu', () => {
  const lines = [aLine({ noticeContent: 'nothing' }), aLine({ id: 'l_2' })];
  const recent = [aConversation({ peer: 'DOCTOR' }), aConversation({ id: 'c_2', lineId: 'l_2', peer: 'GOOGLE' })];
  const said = labels(trayView(aShellState({ lines, recent })).items);
  expect(said).toContain('GOOGLE');
  expect(said).not.toContain('DOCTOR');
});

test('with nothing to pause there is no pause, what is paused can be resumed, and what is switched off switched on', () => {
  const none = aShellState({ tunnel: aTunnel({ kind: 'none', state: 'off' }) });
  expect(labels(trayView(none).items)).not.toContain('Pause receiving');
  const paused = aShellState({ tunnel: aTunnel({ kind: 'own-url', state: 'up', reception: 'paused' }) });
  expect(action(paused, 'Resume receiving')).toEqual({ do: 'resume' });
  expect(labels(trayView(paused).items)).not.toContain('Pause receiving');
  const off = aShellState({ tunnel: aTunnel({ kind: 'ssh', state: 'off' }) });
  expect(action(off, 'Switch the tunnel on')).toEqual({ do: 'switch-on' });
  expect(labels(trayView(off).items)).not.toContain('Pause receiving');
});

test('several lines are chosen from in a submenu, removed ones are not offered', () => {
  const lines = [
    aLine({ id: 'l_1', label: 'Work', webhookUrl: 'https://a/1' }),
    aLine({ id: 'l_2', label: 'Old', webhookUrl: 'https://a/2', removedAt: '2026-01-01T00:00:00.000Z' }),
    aLine({ id: 'l_3', label: 'Home', webhookUrl: 'https://a/3' }),
  ];
  expect(action(aShellState({ lines }), 'Copy webhook URL')).toEqual({
    kind: 'submenu',
    label: 'Copy webhook URL',
    items: [
      { kind: 'action', label: 'Work', action: { do: 'copy', text: 'https://a/1' } },
      { kind: 'action', label: 'Home', action: { do: 'copy', text: 'https://a/3' } },
    ],
  });
  expect(labels(trayView(aShellState({ lines: [] })).items)).not.toContain('Copy webhook URL');
});

test('who hides names in notifications has none in the tray', () => {
  const recent = [aConversation({ peer: '+14155551234' })];
  const hidden = aShellState({ recent, content: 'nothing' });
  expect(labels(trayView(hidden).items).join()).not.toContain('415');
  expect(labels(trayView(aShellState({ recent, content: 'name-only' })).items).join()).toContain('415');
});

test('it speaks the language of the window', () => {
  const state = aShellState({
    unread: 1234,
    tunnel: aTunnel({ kind: 'own-url', state: 'up', reception: 'paused', since: '2026-03-01T13:02:00.000Z' }),
  });
  const view = trayView(state, speechFor('de', ['de-AT']));
  expect(labels(view.items).slice(0, 2)).toEqual(['1.234 ungelesen', expect.stringMatching(/^Angehalten seit 1\. März?,? \d\d:\d\d$/)]);
  expect(labels(view.items)).toContain('Texttray beenden');
});

test('conversations are called by their contacts, others by number as at home', () => {
  const at = '2026-03-01T12:00:00.000Z';
  const mum = { id: 'contact_1', name: 'Mum\u202e', note: '', addresses: [{ address: '+14155551234' }], createdAt: at, updatedAt: at };
  const state = aShellState({
    lines: [aLine({ provider: 'cloudvno', number: '+12125559876' })],
    recent: [
      aConversation({ id: 'c_1', peer: '+14155551234', unread: 3 }),
      aConversation({ id: 'c_2', peer: '+14155559999' }),
      aConversation({ id: 'c_3', peer: '+33639985502' }),
    ],
    contacts: [mum],
    contactsByAddress: new Map([['+14155551234', mum]]),
  });
  const shown = labels(trayView(state).items);
  expect(shown).toEqual(expect.arrayContaining(['Mum (3)', '(415) 555-9999', '+33 6 39 98 55 02']));
});
