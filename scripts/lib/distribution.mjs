/**
 * Installs a package of a Debian-like distribution where this user may, without asking anything.
 * @module
 */
import process from 'node:process';
import { onPath } from './node.mjs';
import { run } from './run.mjs';

const minute = 60_000;

/** What has to stand in front of apt-get; `undefined`: nothing can be installed here. */
async function packageManager() {
  if (process.platform !== 'linux' || onPath('apt-get') === undefined) return undefined;
  if (process.getuid?.() === 0) return [];
  const sudo = onPath('sudo');
  if (sudo === undefined) return undefined;
  const { code } = await run(sudo, ['-n', 'true'], { output: 'capture', until: AbortSignal.timeout(minute / 6) });
  return code === 0 ? [sudo, '-n'] : undefined;
}

/**
 * @param {string} name
 * @param {() => void} onBegin told before anything is changed, and not at all where nothing can be installed
 * @returns {Promise<boolean>} whether it was tried
 */
export async function installPackage(name, onBegin) {
  const before = await packageManager();
  if (before === undefined) return false;
  onBegin();
  const quietly = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  for (const action of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const [file = 'env', ...args] = [...before, ...quietly, ...action];
    await run(file, args, { output: 'capture', until: AbortSignal.timeout(10 * minute) });
  }
  return true;
}
