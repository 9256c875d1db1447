/**
 * Folders that look like an unpacked Electron runtime as far as electron-builder looks: the program carries a fuse wire
 * like the real one, so that fuses are really flipped and can be read back.
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What marks the fuse wire in Electron's program (@electron/fuses, `SENTINEL`). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** The other way round than the app wants each of them, so that every one has to be flipped. */
const shipped = '10110011';

const program = Buffer.concat([
  Buffer.from('A stand-in for Electron'),
  Buffer.alloc(1_000, 0x90),
  Buffer.from(sentinel, 'latin1'),
  Buffer.from([1, shipped.length]),
  Buffer.from(shipped, 'latin1'),
  Buffer.alloc(1_000, 0x90),
]);

const licenses = { LICENSE: 'The license of Electron', 'LICENSES.chromium.html': 'The licenses of Chromium', version: '45.4.1' };

/** Makes the runtime for Linux; answers the folder. */
export function linuxRuntime(folder: string): Promise<string> {
  return write(folder, { ...licenses, electron: program, 'locales/en-US.pak': '' });
}

/** Makes the runtime for macOS; answers the folder. */
export function macRuntime(folder: string): Promise<string> {
  const contents = 'Electron.app/Contents';
  const files: Record<string, string | Buffer> = {
    ...licenses,
    [`${contents}/Info.plist`]: propertyList('Electron'),
    [`${contents}/MacOS/Electron`]: 'starts the framework',
    [`${contents}/Resources/electron.icns`]: '',
    [`${contents}/Frameworks/Electron Framework.framework/Electron Framework`]: program,
  };
  for (const name of ['Electron Helper', 'Electron Helper (GPU)', 'Electron Helper (Renderer)', 'Electron Helper (Plugin)']) {
    files[`${contents}/Frameworks/${name}.app/Contents/Info.plist`] = propertyList(name);
    files[`${contents}/Frameworks/${name}.app/Contents/MacOS/${name}`] = 'helps';
  }
  return write(folder, files);
}

function propertyList(executable: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>CFBundleExecutable</key><string>${executable}</string></dict></plist>`;
}

async function write(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content, { mode: 0o755 });
  }
  return folder;
}
