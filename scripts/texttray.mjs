#!/usr/bin/env node
/**
 * `npx texttray send …`: the command of src/command, from a fresh clone too. Its stdout and its exit code are the command's own;
 * set-up and build talk on stderr.
 * @module
 */
import process from 'node:process';
import { ensureBuilt } from './lib/build-step.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { projectEnvironment, projectNode } from './lib/node.mjs';
import { at } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { command } from './lib/say.mjs';

await command(async () => {
  await ensureDependencies();
  await ensureBuilt(['command']);
  const args = [at('dist/command/texttray.js'), ...process.argv.slice(2)];
  // Files are named from where it was called, not from this checkout.
  return (await run(projectNode, args, { cwd: process.cwd(), output: 'stdout', env: projectEnvironment() })).code;
});
