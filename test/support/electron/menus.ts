/**
 * Stands in for `Menu`: a template becomes data a test can read and items a command can choose.
 * @module
 */
import type { KeyboardEvent, MenuItem, MenuItemConstructorOptions, Menu as RealMenu } from 'electron';
import { desktop, type LiveMenu, type LiveMenuItem, live } from './desktop.ts';
import type { MenuItemState } from './native-state.ts';

const contents = new WeakMap<object, LiveMenu>();

function liveItem(item: MenuItemConstructorOptions | MenuItem): LiveMenuItem {
  const { label = '', enabled = true, role, submenu, click } = item;
  const items = Array.isArray(submenu) ? submenu.map(liveItem) : undefined;
  const type = item.type ?? (items === undefined ? 'normal' : 'submenu');
  if (type === 'normal' && label === '' && role === undefined) throw new Error('A menu item needs a label, a role or a type.');
  return {
    label,
    type,
    enabled,
    ...(role !== undefined && { role }),
    ...(items !== undefined && { items }),
    click: () => click?.(item as MenuItem, undefined, {} as KeyboardEvent),
  };
}

function buildMenu(items: LiveMenu): RealMenu {
  const menu = { popup: () => undefined } satisfies Partial<RealMenu> as RealMenu;
  contents.set(menu, items);
  return menu;
}

/** What is in a menu that was built here. */
export function liveMenu(menu: object | null): LiveMenu {
  return (menu === null ? undefined : contents.get(menu)) ?? [];
}

/** The menu as plain data. */
export function menuState(menu: LiveMenu): MenuItemState[] {
  return menu.map(({ click: _click, items, ...item }) => ({ ...item, ...(items !== undefined && { items: menuState(items) }) }));
}

/** Chooses an item by the labels that lead to it. */
export function choose(menu: LiveMenu, [label, ...rest]: readonly string[]): void {
  const item = menu.find((candidate) => candidate.label === label);
  if (item === undefined) throw new Error(`There is no menu item "${label}" among: ${menu.map((each) => each.label).join(', ')}.`);
  if (!item.enabled) throw new Error(`The menu item "${label}" is greyed out.`);
  if (rest.length > 0) choose(item.items ?? [], rest);
  else item.click();
}

export const Menu = {
  buildFromTemplate: (template) => buildMenu(template.map(liveItem)),
  setApplicationMenu(menu) {
    live.applicationMenu = liveMenu(menu);
    desktop.applicationMenu = menuState(live.applicationMenu);
  },
} satisfies Partial<typeof RealMenu>;
