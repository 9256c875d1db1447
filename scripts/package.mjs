/**
 * `npm run package [-- --linux|--win|--mac|--dir …]`: builds everything and hands it to electron-builder, which fetches Electron's
 * runtime and its own tools from their release pages.
 * @module
 */
import process from 'node:process';
import { ensureBuilt } from './lib/build-step.mjs';
import { bundleNames } from './lib/bundles.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { projectEnvironment, projectNode } from './lib/node.mjs';
import { at } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { command } from './lib/say.mjs';

await command(async () => {
  await ensureDependencies();
  await ensureBuilt(bundleNames);
  const args = [at('node_modules/electron-builder/cli.js'), '--publish', 'never', ...process.argv.slice(2)];
  return (await run(projectNode, args, { output: 'stdout', env: projectEnvironment() })).code;
});
