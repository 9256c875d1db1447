/**
 * `npm run bench`: measures Texttray beside its peers in one run. better-sqlite3, which only the benchmark needs, is installed here and
 * not by whoever installs or runs the app.
 * @module
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { ensureBuilt } from './lib/build-step.mjs';
import { bundleNames } from './lib/bundles.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { npm, projectEnvironment, projectNode } from './lib/node.mjs';
import { at } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { command, Stop, say } from './lib/say.mjs';

const peers = at('test/bench/peers');

async function peersWork() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  return (
    existsSync(at('test/bench/peers/node_modules')) && (await run(projectNode, ['-e', probe], { cwd: peers, output: 'capture' })).code === 0
  );
}

async function ensurePeers() {
  if (await peersWork()) return;
  say('Installing better-sqlite3 for the comparison, once.');
  const found = npm();
  if (found !== undefined) {
    const args = [...found.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
    await run(found.file, args, { cwd: peers, output: 'capture', env: projectEnvironment() });
  }
  if (!(await peersWork()))
    throw new Stop('better-sqlite3 could not be installed: check the connection to the npm registry and run the same command again.');
}

await command(async () => {
  await ensureDependencies();
  await ensurePeers();
  const chromium = await ensureChromium();
  await ensureBuilt(bundleNames);
  const env = projectEnvironment({ CHROMIUM_PATH: chromium });
  const args = ['--expose-gc', at('test/bench/run.ts'), ...process.argv.slice(2)];
  return (await run(projectNode, args, { output: 'stdout', env })).code;
});
