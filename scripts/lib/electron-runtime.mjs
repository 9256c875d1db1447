/**
 * Finds Electron's runtime or downloads it. The npm package holds only a downloader: the runtime itself comes from
 * Electron's release page, which is not reachable from everywhere.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { projectEnvironment, projectNode } from './node.mjs';
import { at } from './places.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const downloadMinutes = 5;

/** Whether a window can be shown: on Linux that takes an X11 or a Wayland display. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return (DISPLAY ?? '') !== '' || (WAYLAND_DISPLAY ?? '') !== '';
}

/** The runtime's program, when it is on this machine. */
function runtime() {
  try {
    const program = readFileSync(at('node_modules/electron/path.txt'), 'utf8').trim();
    const path = at('node_modules/electron/dist', program);
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What came in the way, as part of a sentence.
 * @param {import('./run.mjs').Ended} ended
 */
function whyNot({ output, timedOut }) {
  if (timedOut) return `it took longer than ${downloadMinutes} minutes`;
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|UNREACH|UND_ERR/.test(output))
    return 'its release page on github.com cannot be reached';
  return /Error: (.*)/.exec(output)?.[1] ?? 'for a reason it did not name';
}

/**
 * @returns {Promise<{ path: string } | { reason: string }>} `reason` is a main clause without its full stop
 */
export async function ensureElectron() {
  if (!hasDisplay()) return { reason: 'There is no display here' };
  const there = runtime();
  if (there !== undefined) return { path: there };
  say("Downloading Electron's runtime, about 110 MB, once.");
  const ended = await run(projectNode, [at('node_modules/electron/install.js')], {
    output: 'capture',
    env: projectEnvironment(),
    until: AbortSignal.timeout(downloadMinutes * 60_000),
  });
  const path = runtime();
  if (path !== undefined) return { path };
  return { reason: `Electron's runtime could not be downloaded (${whyNot(ended)})` };
}
