/**
 * `npm run pictures`: makes the pictures of the README anew.
 * @module
 */
import { ensureChromium } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { projectEnvironment, projectNode } from './lib/node.mjs';
import { at } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { command } from './lib/say.mjs';

await command(async () => {
  await ensureDependencies();
  const chromium = await ensureChromium();
  const env = projectEnvironment({ CHROMIUM_PATH: chromium });
  return (await run(projectNode, [at('test/support/pictures.ts')], { output: 'stdout', env })).code;
});
