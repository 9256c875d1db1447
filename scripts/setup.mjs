/**
 * `npm run setup [-- --tests]`: installs what is missing, with `--tests` also the Chromium, the curl and the OpenSSH server they need. Every other command does this
 * by itself; on its own it prepares a machine, or an image, that has no network later.
 *
 * Plain JavaScript on Node's own modules, like all of `scripts/`: it is the first thing that runs after a clone, on Node 20 and
 * with no `node_modules`.
 * @module
 */
import process from 'node:process';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureCurl } from './lib/curl.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { command, say } from './lib/say.mjs';
import { ensureSshd } from './lib/sshd.mjs';

await command(async () => {
  await ensureDependencies();
  if (!process.argv.includes('--tests')) return;
  say(`Tests use ${await ensureChromium()}.`);
  await ensureCurl();
  await ensureSshd();
});
