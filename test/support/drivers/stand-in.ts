/**
 * Driver: the built Electron app, preload and window under the stand-in for the module `electron`. It shows what the
 * app asks of Electron; it is not Electron.
 * @module
 */
import { launchStandIn } from '../electron/launch.ts';
import type { MenuItemState } from '../electron/native-state.ts';
import { publishing } from '../media/published-servers.ts';
import type { DriverKind } from './driver.ts';
import { contentOf, placeToSave } from './saved-file.ts';
import { callThroughPreload } from './through-preload.ts';

export const standIn: DriverKind = {
  name: 'stand-in for Electron',
  unavailable: () => undefined,
  async start({ dataFolder, colorScheme = 'light', width = 1_280, height = 800, servers }) {
    const app = await launchStandIn({ dataFolder, ...(servers && { env: publishing(servers) }) });
    await app.page.setViewportSize({ width, height });
    await app.page.emulateMedia({ colorScheme });
    const shown = async () => (await app.native()).notifications.filter(({ state }) => state === 'shown');
    return {
      page: app.page,
      receiverUrl: app.receiverUrl,
      call: callThroughPreload(app.page),
      async chooseFile(path, open) {
        await app.command({ do: 'pick-file', path });
        await open();
      },
      async savedFile(save) {
        const path = await placeToSave();
        await app.command({ do: 'pick-file', path });
        await save();
        return contentOf(path);
      },
      readClipboard: async () => (await app.native()).clipboard,
      close: app.close,
      shell: {
        notifications: shown,
        async clickNotification(index) {
          const notification = (await shown())[index]?.number;
          if (notification === undefined) throw new Error(`There is no notification ${index}`);
          await app.command({ do: 'click-notification', notification });
        },
        trayMenu: async () => labelsOf((await app.native()).tray?.menu ?? []),
        trayTooltip: async () => (await app.native()).tray?.tooltip ?? '',
        opened: async () => (await app.native()).opened,
        clickTray: async (label) => void (await app.command({ do: 'choose-tray-item', labels: [label] })),
        closeWindow: async () => void (await app.command({ do: 'close-window' })),
        isWindowVisible: async () => (await app.native()).window.visible,
      },
    };
  },
};

function labelsOf(items: readonly MenuItemState[]): string[] {
  return items.flatMap(({ label, items: inner = [] }) => [label, ...labelsOf(inner)]).filter((label) => label !== '');
}
