/**
 * Starts the built browser host.
 * @module
 */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { hasDisplay } from './electron-runtime.mjs';
import { projectEnvironment, projectNode } from './node.mjs';
import { at } from './places.mjs';
import { run } from './run.mjs';

const program = at('dist/host/main.js');

/**
 * Runs the host with stdout left to it alone.
 * @param {readonly string[]} args
 */
export async function serve(args) {
  const { code } = await run(projectNode, [program, ...args], { output: 'stdout', env: projectEnvironment(), closesItself: true });
  return code;
}

/** @param {string} line @returns {string | undefined} the window's address, when this is the line that announces it */
function addressIn(line) {
  try {
    const { ready, ui, token } = JSON.parse(line);
    return ready === true ? `${ui}/#token=${token}` : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Lives on by itself: on some desktops the opener stays for as long as the browser does.
 * @param {string} address
 */
function openInBrowser(address) {
  if (!hasDisplay()) return;
  /** @type {Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>} */
  const openers = { darwin: ['open'], win32: ['cmd.exe', '/d', '/c', 'start', '""'] };
  const [file, ...args] = openers[process.platform] ?? ['xdg-open'];
  // Where it cannot be opened the address stands in the terminal.
  spawn(file, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/**
 * Runs the host for a person: says where the window is and opens it where there is a browser to open it in.
 * @param {readonly string[]} args
 */
export async function serveForPerson(args) {
  const { code } = await run(projectNode, [program, ...args], {
    output: 'lines',
    env: projectEnvironment(),
    closesItself: true,
    onLine: (line) => {
      const address = addressIn(line);
      if (address === undefined) {
        process.stdout.write(`${line}\n`);
        return;
      }
      process.stdout.write(`Texttray is open at ${address}\nCtrl-C ends it.\n`);
      openInBrowser(address);
    },
  });
  return code;
}
