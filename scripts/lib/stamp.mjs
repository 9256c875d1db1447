/**
 * What set-up found out last time, kept beside what it installed so that both go together.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { at } from './places.mjs';

/**
 * @typedef {{ lock?: string, chromium?: string, sshdTried?: boolean, curlTried?: boolean }} Stamp `lock` is the hash of the package-lock.json that is
 * installed.
 */

const file = at('node_modules/.texttray-setup.json');

/** @returns {Stamp} */
export function readStamp() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {Stamp} changes */
export function changeStamp(changes) {
  writeFileSync(file, `${JSON.stringify({ ...readStamp(), ...changes }, null, 2)}\n`);
}
