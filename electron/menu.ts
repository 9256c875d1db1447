/**
 * The application's menu: on macOS without one not even copying works, elsewhere it hides until Alt is pressed.
 * @module
 */
import { Menu, type MenuItemConstructorOptions } from 'electron';

export type MenuActions = { readonly openSettings: () => void };

/** The keys of the app's own commands belong to the page: only their names are shown here. */
export function setApplicationMenu(platform: NodeJS.Platform, { openSettings }: MenuActions): void {
  const settings: MenuItemConstructorOptions = {
    label: 'Settings…',
    accelerator: 'CommandOrControl+,',
    registerAccelerator: false,
    click: openSettings,
  };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const first: MenuItemConstructorOptions[] =
    platform === 'darwin'
      ? [
          {
            role: 'appMenu',
            submenu: [
              { role: 'about' },
              separator,
              settings,
              separator,
              { role: 'services' },
              separator,
              { role: 'hide' },
              { role: 'hideOthers' },
              { role: 'unhide' },
              separator,
              { role: 'quit' },
            ],
          },
          { role: 'fileMenu' },
        ]
      : [{ label: '&File', submenu: [settings, separator, { role: 'close' }, { role: 'quit', accelerator: 'CommandOrControl+Q' }] }];
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, separator, { role: 'togglefullscreen' }],
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate([...first, { role: 'editMenu' }, view, { role: 'windowMenu' }]));
}
