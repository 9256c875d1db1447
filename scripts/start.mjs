/**
 * `npm start [-- --data-dir DIR …]`: sets up, builds, and opens Texttray: in Electron, or in the browser where Electron cannot run.
 * @module
 */
import process from 'node:process';
import { ensureBuilt } from './lib/build-step.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { serveForPerson } from './lib/host.mjs';
import { projectEnvironment } from './lib/node.mjs';
import { root } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { command, say } from './lib/say.mjs';

/** An Electron that ends with an error this early never came up. */
const startupMs = 10_000;

/**
 * @param {string} path of the runtime's program
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number } | { reason: string }>}
 */
async function openWindow(path, args) {
  // Terminals inside Electron apps set this, and it turns Electron into plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = projectEnvironment();
  const began = performance.now();
  const { code } = await run(path, [root, ...args], { output: 'stdout', env, closesItself: true });
  if (code === 0 || performance.now() - began > startupMs) return { code };
  return { reason: `Electron ended while starting (exit code ${code})` };
}

await command(async () => {
  const args = process.argv.slice(2);
  await ensureDependencies();
  const electron = await ensureElectron();
  let reason = 'reason' in electron ? electron.reason : '';
  if ('path' in electron) {
    await ensureBuilt(['renderer', 'electron', 'preload', 'search']);
    const outcome = await openWindow(electron.path, args);
    if ('code' in outcome) return outcome.code;
    reason = outcome.reason;
  }
  await ensureBuilt(['renderer', 'host', 'search']);
  say(`${reason}, so Texttray opens as a page for your browser instead of a window of its own.`);
  return serveForPerson(args);
});
