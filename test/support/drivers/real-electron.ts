/**
 * Driver: the built app on the real Electron runtime, wherever one is found together with a display. It is chosen by
 * itself; nobody has to ask for it.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright';
import type { DriverKind } from './driver.ts';
import { contentOf, placeToSave } from './saved-file.ts';
import { callThroughPreload } from './through-preload.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export const realElectron: DriverKind = {
  name: 'Electron',
  unavailable() {
    if (runtime() === undefined) return "Electron's runtime is not on this machine.";
    return hasDisplay() ? undefined : 'There is no display.';
  },
  async start({ dataFolder, colorScheme = 'light', width = 1_280, height = 800 }) {
    const executablePath = runtime();
    if (executablePath === undefined) throw new Error("Electron's runtime is not on this machine.");
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await _electron.launch({
      executablePath,
      args: [...asRoot, root, '--data-dir', dataFolder, '--receiver-port', '0'],
      colorScheme,
    });
    const page = await app.firstWindow();
    await page.setViewportSize({ width, height });
    const call = callThroughPreload(page);
    const { receiverUrl } = await call('tunnel.status', {});
    const readClipboard = () => app.evaluate(({ clipboard }) => clipboard.readText());
    return {
      page,
      receiverUrl,
      call,
      async chooseFile(path, open) {
        await app.evaluate(({ dialog }, picked) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [picked] });
        }, path);
        await open();
      },
      async savedFile(save) {
        const path = await placeToSave();
        await app.evaluate(({ dialog }, picked) => {
          dialog.showSaveDialog = async () => ({ canceled: false, filePath: picked });
        }, path);
        await save();
        return contentOf(path);
      },
      readClipboard,
      close: () => app.close(),
    };
  },
};

function runtime(): string | undefined {
  const folder = join(root, 'node_modules/electron');
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
