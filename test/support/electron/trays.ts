/**
 * Stands in for `Tray`.
 * @module
 */
import { EventEmitter } from 'node:events';
import type { NativeImage, Tray as RealTray } from 'electron';
import { desktop, live, options } from './desktop.ts';
import { liveMenu, menuState } from './menus.ts';

/** The constructor: called with `new`. */
export function Tray(image: NativeImage | string): RealTray {
  if (!options.tray) throw new Error('Tray is not supported on this desktop.');
  if (desktop.tray !== null) throw new Error('There is a tray icon already.');
  desktop.tray = { ...pictureOf(image), tooltip: '', menu: [], menusSet: 0 };
  const events = new EventEmitter();
  live.trayEvents = events;
  const change = (changes: Partial<NonNullable<typeof desktop.tray>>): void => {
    if (desktop.tray === null) throw new Error('The tray icon is destroyed.');
    desktop.tray = { ...desktop.tray, ...changes };
  };
  const members = {
    setImage: (next) => change(pictureOf(next)),
    setToolTip: (tooltip) => change({ tooltip }),
    setContextMenu(menu) {
      live.trayMenu = liveMenu(menu);
      change({ menu: menuState(live.trayMenu), menusSet: (desktop.tray?.menusSet ?? 0) + 1 });
    },
    isDestroyed: () => desktop.tray === null,
    destroy() {
      desktop.tray = null;
    },
  } satisfies Partial<RealTray>;
  return Object.assign(events, members) as RealTray;
}

function pictureOf(image: NativeImage | string): { image: string; isTemplate: boolean } {
  if (typeof image === 'string') throw new Error('The stand-in takes no file names as pictures.');
  if (image.isEmpty()) throw new Error('The picture is empty.');
  return { image: image.toDataURL(), isTemplate: image.isTemplateImage() };
}
