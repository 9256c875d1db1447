/**
 * Builds what is asked for.
 * @module
 */
import { staleBundles } from './bundles.mjs';
import { projectEnvironment, projectNode } from './node.mjs';
import { at } from './places.mjs';
import { run } from './run.mjs';
import { Stop } from './say.mjs';

/** @typedef {import('./bundles.mjs').BundleName} BundleName */

/** @param {readonly BundleName[]} names */
export async function build(names) {
  const { code } = await run(projectNode, [at('scripts/lib/build-bundles.mjs'), ...names], { env: projectEnvironment() });
  if (code !== 0) throw new Stop('', code);
}

/**
 * Builds those of these that are missing or older than their sources.
 * @param {readonly BundleName[]} names
 */
export async function ensureBuilt(names) {
  const stale = staleBundles(names);
  if (stale.length > 0) await build(stale);
}
