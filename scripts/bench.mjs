/**
 * `npm run bench`: measures Texttray beside its peers in one run. better-sqlite3, which only the benchmark needs, is compiled here from
 * source, so that nobody who installs or runs the app ever has to.
 * @module
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { ensureBuilt } from './lib/build-step.mjs';
import { bundleNames } from './lib/bundles.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureDependencies, ensureNodeHeaders } from './lib/dependencies.mjs';
import { npm, projectEnvironment, projectNode } from './lib/node.mjs';
import { at } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { command, say } from './lib/say.mjs';

const peers = at('test/bench/peers');

async function peersWork() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()";
  return (
    existsSync(at('test/bench/peers/node_modules')) && (await run(projectNode, ['-e', probe], { cwd: peers, output: 'capture' })).code === 0
  );
}

async function ensurePeers() {
  if (await peersWork()) return;
  say('Compiling better-sqlite3 for the comparison. This takes a few minutes, once.');
  const found = npm();
  if (found !== undefined) {
    const env = projectEnvironment({
      npm_config_nodedir: await ensureNodeHeaders(),
      npm_config_build_from_source: 'true',
      npm_config_ignore_scripts: 'false',
    });
    await run(found.file, [...found.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: peers, output: 'capture', env });
  }
  if (!(await peersWork())) {
    say('better-sqlite3 could not be compiled, so it is missing from the table: it takes python3, make and a C++ compiler.');
  }
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
