/**
 * A folder that looks like an unpacked Electron runtime for Linux as far as electron-builder looks: its program carries
 * a fuse wire like the real one, so that fuses are really flipped and can be read back.
 * @module
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What marks the fuse wire in Electron's program (electron/fuses, `SENTINEL`). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships: everything on that a plain Node may do, the protections off. */
const shipped = '10110001';

/** Makes the folder; answers the path. */
export async function standInRuntime(folder: string): Promise<string> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'locales'), { recursive: true });
  const wire = Buffer.concat([Buffer.from(sentinel, 'latin1'), Buffer.from([1, shipped.length]), Buffer.from(shipped, 'latin1')]);
  const program = Buffer.concat([
    Buffer.from('\x7fELF a stand-in for Electron '),
    Buffer.alloc(1_000, 0x90),
    wire,
    Buffer.alloc(1_000, 0x90),
  ]);
  await writeFile(join(folder, 'electron'), program, { mode: 0o755 });
  await writeFile(join(folder, 'LICENSE'), 'The license of Electron');
  await writeFile(join(folder, 'LICENSES.chromium.html'), 'The licenses of Chromium');
  await writeFile(join(folder, 'version'), '45.4.1');
  return folder;
}
