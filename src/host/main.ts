/**
 * `node main.ts [options]`: starts the browser host and says on stdout, in one line of JSON, where it is.
 * @module
 */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import { createLogger } from '../logging/logger.ts';
import { type HostArguments, parseArguments, usage } from './arguments.ts';
import { type Host, startHost } from './host.ts';
import { appVersion, usualDataFolder, windowFolder } from './places.ts';

/** Exit codes: 1 = it could not start, 2 = the command line is wrong. */
const couldNotStart = 1;
const wrongUsage = 2;

/** Longest time for closing; the process ends then, since whatever was acknowledged is on the disk already. */
const closingMs = 8_000;

await run();

async function run(): Promise<void> {
  const parsed = parseArguments(process.argv.slice(2));
  if (!parsed.ok) {
    process.stderr.write(`${parsed.error}\n\n${usage}`);
    process.exitCode = wrongUsage;
  } else if (parsed.value === 'help') {
    process.stdout.write(usage);
  } else {
    await serve(parsed.value);
  }
}

async function serve({ dataFolder, receiverPort, uiPort, publicUrl }: HostArguments): Promise<void> {
  const { platform } = process;
  // Whoever read the log may have gone; the inbox goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const here = import.meta.dirname;
  const logger = createLogger({ write: (line) => process.stderr.write(line), level: 'info', now: () => Date.now() });
  const started = await startHost({
    dataFolder: resolve(dataFolder ?? usualDataFolder({ platform, home: homedir(), environment: process.env })),
    receiverPort,
    uiPort,
    publicUrl,
    windowFolder: windowFolder(here),
    version: appVersion(here),
    platform,
    logger,
  });
  if (!started.ok) {
    process.stderr.write(`Texttray cannot start. ${started.error.message}\n`);
    process.exitCode = couldNotStart;
    return;
  }
  const host = started.value;
  closeOnSignal(host);
  process.stdout.write(`${JSON.stringify({ ready: true, receiver: host.receiverUrl, ui: host.uiUrl, token: host.token })}\n`);
}

/** The first signal closes in order; a second one, from somebody in a hurry, ends at once. */
function closeOnSignal(host: Host): void {
  let isClosing = false;
  const onSignal = (): void => {
    if (isClosing) process.exit(couldNotStart);
    isClosing = true;
    setTimeout(() => process.exit(couldNotStart), closingMs).unref();
    host.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Closing failed. ${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(couldNotStart);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
}
