/**
 * What the palette can do besides going to conversations and lines. A new page, setting or action of the window gets an
 * entry here and its words in texts/<language>/palette.ts (or wherever its name is written already).
 * @module
 */
import type { Keyboard } from '../keyboard/keyboard.ts';
import type { CommandName } from '../keyboard/table.ts';
import type { Actions } from '../state/actions.ts';
import { inbox, type WindowState } from '../state/model.ts';
import { openedConversationId, sendingLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import type { IconName } from '../ui/icons.tsx';
import { showSettings } from './settings-section.ts';

export type PaletteTools = { readonly actions: Actions; readonly keyboard: Keyboard; readonly state: WindowState };

export type PaletteAction = {
  readonly id: string;
  readonly kind: 'page' | 'setting' | 'action';
  readonly icon: IconName;
  readonly label: string;
  /** Further words it is found by. */
  readonly also?: string;
  /** The key that does the same. */
  readonly command?: CommandName;
  /** Whether it can be done now; always, when not given. */
  readonly when?: (state: WindowState) => boolean;
  readonly run: (tools: PaletteTools) => void;
};

const words = texts.palette;
const settings = texts.settings;

/** Does what the key of a command does. */
const key =
  (command: CommandName) =>
  ({ keyboard }: PaletteTools): void =>
    void keyboard.run(command);

const conversationIsOpen = (state: WindowState): boolean => openedConversationId(state) !== undefined;

const pages: readonly PaletteAction[] = [
  { id: 'inbox', kind: 'page', icon: 'inbox', label: texts.lanes.inbox, run: ({ actions }) => actions.navigation.showLane(inbox) },
  {
    id: 'waiting',
    kind: 'page',
    icon: 'clock',
    label: texts.lanes.waiting,
    run: ({ actions }) => actions.navigation.showLane({ kind: 'waiting' }),
  },
  {
    id: 'codes',
    kind: 'page',
    icon: 'key',
    label: texts.lanes.codes,
    run: ({ actions }) => actions.navigation.showLane({ kind: 'codes' }),
  },
  {
    id: 'unknown',
    kind: 'page',
    icon: 'stranger',
    label: texts.lanes.unknown,
    run: ({ actions }) => actions.navigation.showLane({ kind: 'unknown' }),
  },
  {
    id: 'archived',
    kind: 'page',
    icon: 'archive',
    label: texts.lanes.archived,
    run: ({ actions }) => actions.navigation.showLane({ kind: 'archived' }),
  },
  {
    id: 'blocked',
    kind: 'page',
    icon: 'slash',
    label: texts.lanes.blocked,
    run: ({ actions }) => actions.navigation.showLane({ kind: 'blocked' }),
  },
  {
    id: 'contacts',
    kind: 'page',
    icon: 'person',
    label: texts.contacts.title,
    also: texts.contacts.also,
    run: ({ actions }) => actions.contacts.show({ kind: 'list' }),
  },
  {
    id: 'contacts-import',
    kind: 'page',
    icon: 'upload',
    label: texts.contacts.importTitle,
    also: texts.contacts.also,
    run: ({ actions }) => actions.contacts.show({ kind: 'import' }),
  },
  {
    id: 'deliveries',
    kind: 'page',
    icon: 'deliveries',
    label: texts.lanes.deliveries,
    also: words.also.deliveries,
    run: ({ actions }) => actions.navigation.goTo({ name: 'deliveries', deliveryId: null }),
  },
  {
    id: 'import',
    kind: 'page',
    icon: 'upload',
    label: texts.exchange.importTitle,
    also: texts.exchange.also,
    run: ({ actions }) => actions.navigation.goTo({ name: 'import' }),
  },
  {
    id: 'export',
    kind: 'page',
    icon: 'download',
    label: texts.exchange.exportTitle,
    also: texts.exchange.also,
    run: ({ actions }) => actions.navigation.goTo({ name: 'export' }),
  },
  {
    id: 'reception',
    kind: 'page',
    icon: 'wave',
    label: texts.reception.title,
    also: words.also.reception,
    run: ({ actions }) => actions.navigation.goTo({ name: 'reception' }),
  },
  {
    id: 'scheduled',
    kind: 'page',
    icon: 'clock',
    label: words.scheduled,
    run: ({ actions }) => actions.navigation.goTo({ name: 'scheduled' }),
  },
  {
    id: 'settings',
    kind: 'page',
    icon: 'settings',
    label: settings.title,
    command: 'settings',
    run: ({ actions }) => actions.navigation.goTo({ name: 'settings' }),
  },
];

/** A section of the settings page, by the title it has there. */
const section = (id: string, icon: IconName, label: string, also?: string): PaletteAction => ({
  id: `settings-${id}`,
  kind: 'setting',
  icon,
  label,
  ...(also !== undefined && { also }),
  run: ({ actions }) => showSettings(actions, label),
});

const settingSections: readonly PaletteAction[] = [
  section('appearance', 'settings', settings.appearance, words.also.appearance),
  section('notifications', 'bell', settings.notifications),
  section('numbers', 'phone', texts.contacts.settingsTitle),
  section('retention', 'deliveries', settings.retention),
  section('keyboard', 'keyboard', settings.keyboard),
  section('about', 'settings', settings.about, words.also.about),
];

const does: readonly PaletteAction[] = [
  {
    id: 'compose',
    kind: 'action',
    icon: 'compose',
    label: texts.shortcuts.names.compose,
    command: 'compose',
    when: ({ lines }) => sendingLines(lines).length > 0,
    run: ({ actions }) => actions.navigation.compose(),
  },
  {
    id: 'contacts-add',
    kind: 'action',
    icon: 'plus',
    label: texts.contacts.add,
    run: ({ actions }) => actions.contacts.show({ kind: 'new' }),
  },
  { id: 'search', kind: 'action', icon: 'search', label: texts.search.label, command: 'search', run: key('search') },
  {
    id: 'archive',
    kind: 'action',
    icon: 'archive',
    label: texts.shortcuts.names.archive,
    command: 'archive',
    when: conversationIsOpen,
    run: key('archive'),
  },
  {
    id: 'mark-unread',
    kind: 'action',
    icon: 'unread',
    label: texts.shortcuts.names.markUnread,
    command: 'markUnread',
    when: conversationIsOpen,
    run: key('markUnread'),
  },
  { id: 'copy-code', kind: 'action', icon: 'copy', label: texts.shortcuts.names.copyCode, command: 'copyCode', run: key('copyCode') },
  {
    id: 'next-unread',
    kind: 'action',
    icon: 'unread',
    label: texts.shortcuts.names.nextUnread,
    command: 'nextUnread',
    when: ({ totals }) => totals.unread > 0,
    run: key('nextUnread'),
  },
  {
    id: 'add-line',
    kind: 'action',
    icon: 'plus',
    label: texts.lanes.addNumber,
    run: ({ actions }) => actions.navigation.goTo({ name: 'add-line' }),
  },
  {
    id: 'practice',
    kind: 'action',
    icon: 'phone',
    label: texts.empty.textYourself,
    when: ({ lines }) => lines.some(({ provider, removedAt }) => provider === 'practice' && removedAt === undefined),
    run: ({ actions }) => void actions.lines.practice(),
  },
  ...(['light', 'dark', 'system'] as const).map(
    (theme): PaletteAction => ({
      id: `theme-${theme}`,
      kind: 'action',
      icon: 'eye',
      label: `${settings.theme}: ${settings.themes[theme]}`,
      when: (state) => state.settings?.theme !== theme,
      run: ({ actions }) => void actions.lines.updateSettings({ theme }),
    }),
  ),
  { id: 'help', kind: 'action', icon: 'keyboard', label: texts.shortcuts.title, command: 'help', run: key('help') },
];

/** In the order they are shown while nothing was typed. */
export const paletteActions: readonly PaletteAction[] = [...does, ...pages, ...settingSections];
