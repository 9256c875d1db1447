/**
 * Which Node runs what. A fresh machine has Node 20; Electron's tools and the app want the Node that Electron embeds, which
 * comes as the npm package `node` and lies at the head of the PATH once it is installed.
 * @module
 */
import { existsSync } from 'node:fs';
import { basename, delimiter, join, sep } from 'node:path';
import process from 'node:process';
import { at, root } from './places.mjs';

const executable = process.platform === 'win32' ? 'node.exe' : 'node';

/** The Node that was installed with the project. */
export const projectNode = at('node_modules/node/bin', executable);

const pathKey = Object.keys(process.env).find((key) => key.toLowerCase() === 'path') ?? 'PATH';
const pathFolders = (process.env[pathKey] ?? '').split(delimiter).filter((folder) => folder !== '');

/**
 * The environment in which `node` and the installed tools are the project's own.
 * @param {Readonly<Record<string, string>>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(more = {}) {
  const folders = [at('node_modules/node/bin'), at('node_modules/.bin'), ...pathFolders];
  return { ...process.env, [pathKey]: folders.join(delimiter), ...more };
}

/** The first of these programs on the PATH, outside this checkout. @param {...string} names */
export function onPath(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const outside = pathFolders.filter((folder) => !`${folder}${sep}`.startsWith(`${root}${sep}`));
  const candidates = names.flatMap((name) => outside.flatMap((folder) => endings.map((ending) => join(folder, name + ending))));
  return candidates.find((candidate) => existsSync(candidate));
}

/** The Node of this machine: what installs must not run on the installed one, which `npm ci` deletes on the way. */
export function machineNode() {
  return onPath('node') ?? process.execPath;
}

/**
 * How to run npm.
 * @returns {{ file: string, args: readonly string[] } | undefined} `undefined`: there is no npm
 */
export function npm() {
  const cli = process.env.npm_execpath;
  if (cli !== undefined && basename(cli) === 'npm-cli.js' && existsSync(cli)) return { file: machineNode(), args: [cli] };
  const found = onPath('npm');
  if (found === undefined) return undefined;
  return process.platform === 'win32' ? { file: 'cmd.exe', args: ['/d', '/c', found] } : { file: found, args: [] };
}
