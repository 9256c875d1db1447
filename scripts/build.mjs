/**
 * `npm run build [-- renderer|electron|preload|host …]`: builds what is named, or everything, into `dist/`.
 * @module
 */
import process from 'node:process';
import { bundleNames, bundles, noteBuilt, sourcesHash } from './lib/bundles.mjs';
import { at } from './lib/places.mjs';
import { command, Stop, say } from './lib/say.mjs';

/** @param {readonly string[]} words */
function chosen(words) {
  const unknown = words.find((word) => !bundleNames.some((name) => name === word));
  if (unknown !== undefined) throw new Stop(`There is no bundle "${unknown}": choose from ${bundleNames.join(', ')}.`);
  return words.length === 0 ? bundleNames : bundleNames.filter((name) => words.includes(name));
}

await command(async () => {
  const names = chosen(process.argv.slice(2));
  const { build } = await import('vite');
  /** @type {string[]} */
  const broken = [];
  for (const name of names) {
    const { config, mode, result } = bundles[name];
    const hash = sourcesHash(name);
    const began = performance.now();
    try {
      await build({ configFile: at(config), mode });
      noteBuilt(name, hash);
      say(`built ${result} in ${Math.round(performance.now() - began)} ms`);
    } catch (error) {
      say(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      broken.push(name);
    }
  }
  if (broken.length > 0) throw new Stop(`Not built: ${broken.join(', ')}.`);
});
