/**
 * The OpenSSH server the tunnel tests start for themselves. Without one they say so and use a server written in
 * JavaScript alone, so a machine that cannot have it can still run the tests.
 * @module
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { installPackage } from './distribution.mjs';
import { say } from './say.mjs';
import { changeStamp, readStamp } from './stamp.mjs';

const places = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/usr/lib/ssh/sshd', '/opt/homebrew/sbin/sshd'];
const isThere = () => places.some((path) => existsSync(path));

/** On somebody's own desktop an SSH server is not installed behind their back: the package starts one for everybody. */
const mayInstall = () => (process.env.CI ?? '') !== '' || process.getuid?.() === 0;

/** Installs it where that can be done; tried once, not at every run. */
export async function ensureSshd() {
  if (isThere() || readStamp().sshdTried === true) return;
  if (mayInstall()) {
    await installPackage('openssh-server', () => say("Installing the distribution's OpenSSH server for the tests of the tunnels."));
  }
  changeStamp({ sshdTried: true });
  if (!isThere()) say('There is no OpenSSH server here, so some tests of the tunnels are skipped: install openssh-server to run them all.');
}
