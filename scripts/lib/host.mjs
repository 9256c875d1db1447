/**
 * Starts the built browser host.
 * @module
 */
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
  const { code } = await run(projectNode, [program, ...args], { output: 'stdout', env: projectEnvironment(), interruptible: false });
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

/** @param {string} address */
async function openInBrowser(address) {
  if (!hasDisplay()) return;
  /** @type {Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>} */
  const openers = { darwin: ['open'], win32: ['cmd.exe', '/d', '/c', 'start', '""'] };
  const [file, ...args] = openers[process.platform] ?? ['xdg-open'];
  await run(file, [...args, address], { output: 'capture', timeoutMs: 20_000 });
}

/**
 * Runs the host for a person: says where the window is and opens it where there is a browser to open it in.
 * @param {readonly string[]} args
 */
export async function serveForPerson(args) {
  const { code } = await run(projectNode, [program, ...args], {
    output: 'lines',
    env: projectEnvironment(),
    interruptible: false,
    onLine: (line) => {
      const address = addressIn(line);
      if (address === undefined) {
        process.stdout.write(`${line}\n`);
        return;
      }
      process.stdout.write(`Texttray is open at ${address}\nCtrl-C ends it.\n`);
      void openInBrowser(address);
    },
  });
  return code;
}
