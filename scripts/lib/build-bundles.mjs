/**
 * A program of its own, run with the project's Node: builds the bundles it is given by name.
 * @module
 */
import process from 'node:process';
import { build } from 'vite';
import { bundleNames, bundles, noteBuilt, sourcesHash } from './bundles.mjs';
import { at } from './places.mjs';
import { command, Stop, say } from './say.mjs';

await command(async () => {
  /** @type {string[]} */
  const broken = [];
  for (const name of bundleNames.filter((each) => process.argv.includes(each))) {
    const { config, mode, result } = bundles[name];
    const hash = sourcesHash(name);
    const began = performance.now();
    try {
      await build({ configFile: at(config), mode });
      noteBuilt(name, hash);
      say(`Built ${result} in ${Math.round(performance.now() - began)} ms.`);
    } catch (error) {
      say(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      broken.push(name);
    }
  }
  if (broken.length > 0) throw new Stop(`Not built: ${broken.join(', ')}.`);
});
