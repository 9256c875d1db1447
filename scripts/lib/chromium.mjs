/**
 * Finds the Chromium the tests drive, or fetches one: `CHROMIUM_PATH`, what is installed, Playwright's download, the
 * distribution's package. Only tests and the benchmark need it.
 * @module
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { installPackage } from './distribution.mjs';
import { onPath, projectEnvironment, projectNode } from './node.mjs';
import { at } from './places.mjs';
import { run } from './run.mjs';
import { Stop, say } from './say.mjs';
import { changeStamp, readStamp } from './stamp.mjs';

const minute = 60_000;
const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where installers put a browser on systems that do not use the PATH. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`);
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    const folders = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].filter((folder) => folder !== undefined);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  return [];
}

/**
 * Whether it starts: a stub of a missing snap package and a browser without its libraries are there but do not.
 * @param {string} path
 */
async function works(path) {
  // Chrome for Windows opens a window when asked for its version.
  if (process.platform === 'win32') return existsSync(path);
  const { code } = await run(path, ['--version'], { output: 'capture', until: AbortSignal.timeout(minute / 3) });
  return code === 0;
}

async function installedOne() {
  const candidates = [...programNames.map((name) => onPath(name)), ...usualPlaces().filter((path) => existsSync(path))];
  for (const path of candidates) if (path !== undefined && (await works(path))) return path;
  return undefined;
}

async function playwrightsOne() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return path !== '' && existsSync(path) && (await works(path)) ? path : undefined;
}

async function downloadedOne() {
  say('No Chromium was found for the tests: downloading the one that comes with Playwright.');
  await run(projectNode, [at('node_modules/playwright/cli.js'), 'install', 'chromium', '--no-shell'], {
    output: 'capture',
    env: projectEnvironment({ PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }),
    until: AbortSignal.timeout(6 * minute),
  });
  return playwrightsOne();
}

async function distributionsOne() {
  const tried = await installPackage('chromium', () =>
    say("Playwright's Chromium could not be had: installing the distribution's package."),
  );
  return tried ? installedOne() : undefined;
}

/**
 * The path of a Chromium that starts; found once, remembered until it is gone.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Stop(`CHROMIUM_PATH names ${named}, which is not there: correct it, or unset it to have a Chromium found.`);
  }
  const remembered = readStamp().chromium;
  if (remembered !== undefined && existsSync(remembered)) return remembered;
  const path = (await installedOne()) ?? (await playwrightsOne()) ?? (await downloadedOne()) ?? (await distributionsOne());
  if (path === undefined) {
    throw new Stop(
      'The tests need a Chromium and none could be found or downloaded: install Chromium or Chrome, or set CHROMIUM_PATH to one, and run the same command again.',
    );
  }
  changeStamp({ chromium: path });
  return path;
}
