/**
 * Where things are in this checkout.
 * @module
 */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Not `import.meta.dirname`: the first command after a clone may run under a Node 20 that does not have it yet.
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {...string} path */
export function at(...path) {
  return join(root, ...path);
}
