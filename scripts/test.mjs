/**
 * `npm test`: check, build, then every kind of test, ending at the first red stage; the last line is the totals.
 * `npm test -- unit core` runs only what it names: kinds of test first, then vitest's own filters and options.
 * @module
 */
import { rmSync } from 'node:fs';
import process from 'node:process';
import { ensureBuilt } from './lib/build-step.mjs';
import { bundleNames } from './lib/bundles.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureCurl } from './lib/curl.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { projectEnvironment, projectNode } from './lib/node.mjs';
import { at } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { command, Stop, say } from './lib/say.mjs';
import { ensureSshd } from './lib/sshd.mjs';
import { readTotals, sum, totalsLine } from './lib/totals.mjs';

const allKinds = ['unit', 'integration', 'faults', 'e2e'];

/** @param {readonly string[]} words */
function chosen(words) {
  const firstFilter = words.findIndex((word) => !allKinds.includes(word));
  const count = firstFilter === -1 ? words.length : firstFilter;
  const kinds = count === 0 ? allKinds : allKinds.filter((kind) => words.slice(0, count).includes(kind));
  return { kinds, filters: words.slice(count), everything: words.length === 0 };
}

/**
 * @param {string} kind
 * @param {readonly string[]} filters
 * @param {NodeJS.ProcessEnv} env
 */
async function runKind(kind, filters, env) {
  const report = at('node_modules/.cache/texttray', `${kind}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // A filter may well name tests of one kind only; without one, a kind with no tests is a mistake.
  const args = [
    'run',
    '--config',
    at('test/vitest.config.ts'),
    '--project',
    kind,
    ...reporters,
    ...(filters.length > 0 ? ['--passWithNoTests'] : []),
  ];
  const { code } = await run(projectNode, [at('node_modules/vitest/vitest.mjs'), ...args, ...filters], { output: 'stdout', env });
  const totals = readTotals(report);
  // An error outside of any test fails the run but no test.
  return { code, totals: code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals };
}

await command(async () => {
  const { kinds, filters, everything } = chosen(process.argv.slice(2));
  await ensureDependencies();
  const chromium = kinds.every((kind) => kind === 'unit') ? undefined : await ensureChromium();
  if (kinds.includes('integration')) await ensureCurl();
  if (kinds.some((kind) => kind !== 'unit')) await ensureSshd();
  const env = projectEnvironment(chromium === undefined ? {} : { CHROMIUM_PATH: chromium });
  if (everything) {
    const { code } = await run(projectNode, [at('scripts/check.mjs')], { output: 'stdout', env });
    if (code !== 0) throw new Stop('Stopped at the check: no test was run.', code);
  }
  await ensureBuilt(bundleNames);
  /** @type {import('./lib/totals.mjs').Totals[]} */
  const results = [];
  let exitCode = 0;
  for (const kind of kinds) {
    say(`\n${kind}`);
    const { code, totals } = await runKind(kind, filters, env);
    results.push(totals);
    exitCode = code;
    if (code !== 0) break;
  }
  if (exitCode !== 0 && results.length < kinds.length) {
    say(`Stopped at ${kinds[results.length - 1]}; not run: ${kinds.slice(results.length).join(', ')}.`);
  }
  process.stdout.write(`${totalsLine(sum(results))}\n`);
  return exitCode;
});
