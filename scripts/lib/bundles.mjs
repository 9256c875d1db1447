/**
 * What `npm run build` makes, of what, and whether it is newer than what it was made of.
 * @module
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { at } from './places.mjs';

/** @typedef {'renderer' | 'electron' | 'preload' | 'host' | 'search' | 'command'} BundleName */

/** @type {Record<BundleName, { config: string, mode: string, from: readonly string[], result: string }>} */
export const bundles = {
  renderer: {
    config: 'renderer/vite.config.ts',
    mode: 'production',
    from: ['renderer', 'src/domain', 'src/contract'],
    result: 'dist/renderer/index.html',
  },
  electron: { config: 'electron/vite.config.ts', mode: 'production', from: ['electron', 'src'], result: 'dist/electron/main.js' },
  preload: {
    config: 'electron/vite.config.ts',
    mode: 'preload',
    from: ['electron', 'src/domain', 'src/contract'],
    result: 'dist/electron/preload.cjs',
  },
  host: { config: 'src/host/vite.config.ts', mode: 'production', from: ['src'], result: 'dist/host/main.js' },
  search: {
    config: 'src/search/vite.config.ts',
    mode: 'production',
    from: ['src/search', 'src/domain', 'src/core'],
    result: 'dist/search/worker.js',
  },
  command: {
    config: 'src/command/vite.config.ts',
    mode: 'production',
    from: ['src/command', 'src/providers', 'src/domain', 'src/contract', 'src/core'],
    result: 'dist/command/texttray.js',
  },
};

export const bundleNames = /** @type {readonly BundleName[]} */ (Object.keys(bundles));

/** Versions of what is bundled, and how it is bundled, belong to the sources of every bundle. */
const fromAll = ['package-lock.json', 'scripts/lib/node-bundle.mjs'];
const stampFile = at('node_modules/.cache/texttray/bundles.json');

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  return readdirSync(at(path), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
    .sort();
}

/**
 * The contents of everything a bundle is made of, as one hash. Contents, not times: a fresh clone, a copied folder and a
 * changed clock all give the right answer, and reading a few hundred small files takes some ten milliseconds.
 * @param {BundleName} name
 */
export function sourcesHash(name) {
  const hash = createHash('sha256');
  for (const file of [...fromAll, ...bundles[name].from.flatMap(filesIn)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(at(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @returns {Partial<Record<BundleName, string>>} */
function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

/**
 * Which of these bundles are missing or older than their sources.
 * @param {readonly BundleName[]} names
 */
export function staleBundles(names) {
  const stamps = readStamps();
  return names.filter((name) => !existsSync(at(bundles[name].result)) || stamps[name] !== sourcesHash(name));
}

/**
 * Notes what a bundle was made of.
 * @param {BundleName} name
 * @param {string} hash of the sources as they were when the build began
 */
export function noteBuilt(name, hash) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [name]: hash }));
}
