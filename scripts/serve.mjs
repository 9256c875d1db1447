/**
 * `npm run serve -- --data-dir DIR --receiver-port N --ui-port N [--public-url URL]`: the browser host. stdout carries its one line of
 * JSON and nothing else; set-up and build talk on stderr.
 * @module
 */
import process from 'node:process';
import { ensureBuilt } from './lib/build-step.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { serve } from './lib/host.mjs';
import { command } from './lib/say.mjs';

await command(async () => {
  await ensureDependencies();
  await ensureBuilt(['renderer', 'host', 'search']);
  return serve(process.argv.slice(2));
});
