/**
 * `npm run check`: format, lint with the import table, and types.
 * @module
 */
import { ensureDependencies } from './lib/dependencies.mjs';
import { projectEnvironment, projectNode } from './lib/node.mjs';
import { at } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { command, Stop } from './lib/say.mjs';

const checks = [
  { what: 'Format and lint', tool: 'node_modules/@biomejs/biome/bin/biome', args: ['ci', '--error-on-warnings'] },
  { what: 'Types', tool: 'node_modules/typescript/bin/tsc', args: ['-b'] },
];

await command(async () => {
  await ensureDependencies();
  for (const { what, tool, args } of checks) {
    const { code } = await run(projectNode, [at(tool), ...args], { output: 'stdout', env: projectEnvironment() });
    if (code !== 0) throw new Stop(`${what}: not right yet, see above.`);
  }
});
