/**
 * Installs what package-lock.json lists when it is not there yet. Instant when nothing is missing.
 * @module
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import process from 'node:process';
import { machineNode, npm, projectNode } from './node.mjs';
import { at } from './places.mjs';
import { run } from './run.mjs';
import { Stop, say } from './say.mjs';
import { changeStamp, readStamp } from './stamp.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/** @param {string} file @returns {Lock | undefined} */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Whether everything `wanted` lists lies installed in the version it says. `installed` is npm's own note of what it put
 * into `node_modules`, so an installation made by hand counts too.
 * @param {Lock | undefined} wanted
 * @param {Lock | undefined} installed
 */
export function isInstalled(wanted, installed) {
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted.packages).every(([place, { version, optional, devOptional }]) => {
    if (place === '') return true;
    const found = installed.packages[place];
    return found === undefined ? optional === true || devOptional === true : found.version === version;
  });
}

/**
 * Why `npm ci` failed, in one sentence that says what to do.
 * @param {string} output all that npm printed
 */
export function npmFailure(output) {
  const code = /npm (?:error|ERR!) code (\S+)/.exec(output)?.[1];
  const address = /https?:\/\/[^\s/]+/.exec(output.replace(/^.*(?:bugs|docs)\..*$/gm, ''))?.[0];
  if (code !== undefined && /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|FETCH_ERROR|E[45]\d\d)/.test(code)) {
    return `Texttray's parts could not be downloaded from ${address ?? 'the npm registry'} (${code}): check the connection, or set the registry to one you can reach with "npm config set registry", and run the same command again.`;
  }
  if (code === 'ENOSPC')
    return "The disk is full, so Texttray's parts could not be installed: free about 1 GB and run the same command again.";
  if (code === 'EPERM' || code === 'EBUSY' || code === 'EACCES') {
    return `npm may not write to ${at('node_modules')} (${code}): end what still runs from it, check who owns the folder, and run the same command again.`;
  }
  return `npm ci failed (${code ?? 'see above'}): delete the folder node_modules and run the same command again.`;
}

async function installPackages() {
  const found = npm();
  if (found === undefined) throw new Stop('npm was not found: install Node.js 20 or newer with npm from https://nodejs.org and try again.');
  say("Installing Texttray's parts with npm ci. This takes a minute or two, once.");
  const { code, output } = await run(
    found.file,
    [...found.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retry-maxtimeout=20000'],
    {
      output: 'capture',
      env: { ...process.env, npm_config_progress: 'false' },
    },
  );
  if (code === 0) return;
  const sentence = npmFailure(output);
  if (sentence.startsWith('npm ci failed')) say(output.trim());
  throw new Stop(sentence);
}

/**
 * The Node package fetches its program with a script of its own, and npm is told to run none (see .npmrc): this runs that one,
 * and links the program to where npm puts programs.
 */
async function installNode() {
  say('Fetching the Node that Electron embeds.');
  const { code, output } = await run(machineNode(), ['installArchSpecificPackage.js'], {
    cwd: at('node_modules/node'),
    output: 'capture',
  });
  if (code !== 0 || !existsSync(projectNode)) {
    say(output.trim());
    throw new Stop('Node 24 could not be fetched from the npm registry: check the connection and run the same command again.');
  }
  const link = at('node_modules/.bin/node');
  if (process.platform !== 'win32' && !existsSync(link)) symlinkSync('../node/bin/node', link);
}

/** Makes sure that everything package-lock.json lists is installed, the project's Node included. */
export async function ensureDependencies() {
  const text = readFileSync(at('package-lock.json'));
  const lock = createHash('sha256').update(text).digest('hex');
  const nodeModules = existsSync(at('node_modules/.package-lock.json'));
  if (!nodeModules || readStamp().lock !== lock) {
    if (!isInstalled(JSON.parse(text.toString('utf8')), readLock(at('node_modules/.package-lock.json')))) await installPackages();
    changeStamp({ lock });
  }
  if (!existsSync(projectNode)) await installNode();
}
