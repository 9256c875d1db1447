/**
 * `npm run build [-- renderer|electron|preload|host|search|command …]`: builds what is named, or everything, into `dist/`.
 * @module
 */
import process from 'node:process';
import { build } from './lib/build-step.mjs';
import { bundleNames } from './lib/bundles.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { command, Stop } from './lib/say.mjs';

await command(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => !bundleNames.some((name) => name === word));
  if (unknown !== undefined) throw new Stop(`There is no bundle "${unknown}": choose from ${bundleNames.join(', ')}.`);
  await ensureDependencies();
  await build(words.length === 0 ? bundleNames : bundleNames.filter((name) => words.includes(name)));
});
