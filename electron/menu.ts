/**
 * The application's menu: on macOS without one not even copying works, elsewhere it hides until Alt is pressed. Electron
 * names its roles in English only, so each of them is given its name.
 * @module
 */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from '../src/contract/texts/words.ts';

export type MenuActions = {
  readonly openSettings: () => void;
  /** The size of everything: larger (1), smaller (-1) or as usual (0). */
  readonly size: (direction: 1 | 0 | -1) => void;
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The keys of the app's own commands belong to the page: only their names are shown here. */
export function setApplicationMenu(platform: NodeJS.Platform, words: Words['menu'], actions: MenuActions): void {
  const onMac = platform === 'darwin';
  // The letter after & is underlined; a Mac would show the sign itself.
  const label = (name: string) => (onMac ? name.replace('&', '') : name);
  const own = (name: string, accelerator: string, click: () => void): MenuItemConstructorOptions => ({
    label: name,
    accelerator,
    registerAccelerator: false,
    click,
  });
  const settings = own(words.settings, 'CommandOrControl+,', actions.openSettings);
  const close: MenuItemConstructorOptions = { role: 'close', label: words.close };
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    separator,
    ...textItems(words),
    { role: 'pasteAndMatchStyle', label: words.pastePlain },
    { role: 'selectAll', label: words.selectAll },
  ];
  const view: MenuItemConstructorOptions[] = [
    own(words.usualSize, 'CommandOrControl+0', () => actions.size(0)),
    own(words.larger, 'CommandOrControl+Plus', () => actions.size(1)),
    own(words.smaller, 'CommandOrControl+-', () => actions.size(-1)),
    separator,
    { role: 'togglefullscreen', label: words.fullScreen },
  ];
  const window: MenuItemConstructorOptions[] = [
    { role: 'minimize', label: words.minimize },
    ...(onMac ? [{ role: 'zoom', label: words.zoom } as const, separator, { role: 'front', label: words.front } as const] : [close]),
  ];
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit };
  const first: MenuItemConstructorOptions[] = onMac
    ? [
        { role: 'appMenu', submenu: macMenu(words, settings, quit) },
        { label: label(words.file), submenu: [close] },
      ]
    : [{ label: words.file, submenu: [settings, separator, close, { ...quit, accelerator: 'CommandOrControl+Q' }] }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...first,
      { role: 'editMenu', label: label(words.edit), submenu: edit },
      { label: label(words.view), submenu: view },
      { role: 'windowMenu', label: label(words.window), submenu: window },
    ]),
  );
}

function macMenu(
  words: Words['menu'],
  settings: MenuItemConstructorOptions,
  quit: MenuItemConstructorOptions,
): MenuItemConstructorOptions[] {
  return [
    { role: 'about', label: words.about },
    separator,
    settings,
    separator,
    { role: 'services', label: words.services },
    separator,
    { role: 'hide', label: words.hide },
    { role: 'hideOthers', label: words.hideOthers },
    { role: 'unhide', label: words.unhide },
    separator,
    quit,
  ];
}

/** Cut, copy and paste. */
function textItems(words: Words['menu']): MenuItemConstructorOptions[] {
  return [
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
  ];
}
