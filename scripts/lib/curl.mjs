/**
 * The curl that runs copied commands in the tests. Where there is none they say so; in continuous integration they fail.
 * @module
 */
import process from 'node:process';
import { installPackage } from './distribution.mjs';
import { onPath } from './node.mjs';
import { say } from './say.mjs';
import { changeStamp, readStamp } from './stamp.mjs';

/** Installs it where that can be done; tried once, not at every run. */
export async function ensureCurl() {
  if (process.platform === 'win32' || onPath('curl') !== undefined || readStamp().curlTried === true) return;
  await installPackage('curl', () => say("Installing the distribution's curl for the tests that run copied commands."));
  changeStamp({ curlTried: true });
  if (onPath('curl') === undefined)
    say('There is no curl here, so tests that run copied commands are skipped: install curl to run them all.');
}
