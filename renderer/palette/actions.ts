/**
 * What the palette can do besides going to conversations and lines. Something new that can be done gets an entry here, a
 * page one in pages.ts, a section of the settings one in sections.ts.
 * @module
 */
import type { CommandName } from '../keyboard/table.ts';
import type { WindowState } from '../state/model.ts';
import { openedConversationId, sendingLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import type { PaletteAction, PaletteTools } from './action.ts';
import { pages } from './pages.ts';
import { settingSections } from './sections.ts';

const settings = texts.settings;

/** Does what the key of a command does. */
const key =
  (command: CommandName) =>
  ({ keyboard }: PaletteTools): void =>
    void keyboard.run(command);

const conversationIsOpen = (state: WindowState): boolean => openedConversationId(state) !== undefined;

const deeds: readonly PaletteAction[] = [
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
export const paletteActions: readonly PaletteAction[] = [...deeds, ...pages, ...settingSections];
