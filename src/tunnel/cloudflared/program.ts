/**
 * Finds the cloudflared program. No registry carries it, so it is used where the user has installed it.
 * @module
 */
import { access, constants, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expandHome } from '../expand-home.ts';

/** Where installers put it that a program started from a desktop may not have on its PATH. */
const usualFolders = [
  '/usr/local/bin',
  '/opt/homebrew/bin',
  '/usr/bin',
  '/snap/bin',
  'C:\\Program Files (x86)\\cloudflared',
  'C:\\Program Files\\cloudflared',
];

/** The path of an executable file, or `undefined`. `given` is the user's own choice; then nothing else is looked at. */
export async function findCloudflared(given: string | undefined, env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  if (given !== undefined) return (await isExecutable(expandHome(given))) ? expandHome(given) : undefined;
  const name = process.platform === 'win32' ? 'cloudflared.exe' : 'cloudflared';
  const folders = [...(env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''), ...usualFolders];
  for (const folder of folders) {
    const path = join(folder, name);
    if (await isExecutable(path)) return path;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
