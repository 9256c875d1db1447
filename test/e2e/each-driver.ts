/**
 * Runs a suite once on every host that can run here. One that cannot is skipped with one printed line.
 * @module
 */
import { afterAll, describe, onTestFinished } from 'vitest';
import { browserHost } from '../support/drivers/browser-host.ts';
import type { Driver, DriverKind, StartOptions } from '../support/drivers/driver.ts';
import { realElectron } from '../support/drivers/real-electron.ts';
import { standIn } from '../support/drivers/stand-in.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Starts the app for the running test, which ends it; in an empty data folder unless one is given. */
export type Start = (options?: Partial<StartOptions>) => Promise<Driver>;

const everywhere: readonly DriverKind[] = [browserHost, standIn, realElectron];

export function onEachHost(title: string, suite: (start: Start, kind: DriverKind) => void): void {
  onHosts(title, everywhere, suite);
}

/** For what only a desktop shell has: notifications, tray, closing to it. */
export function onDesktopHosts(title: string, suite: (start: Start, kind: DriverKind) => void): void {
  onHosts(title, [standIn, realElectron], suite);
}

function onHosts(title: string, kinds: readonly DriverKind[], suite: (start: Start, kind: DriverKind) => void): void {
  for (const kind of kinds) {
    const reason = kind.unavailable();
    if (reason !== undefined) process.stderr.write(`Skipped on ${kind.name}: ${reason}\n`);
    describe.runIf(reason === undefined)(`${title} (${kind.name})`, () => {
      afterAll(() => kind.release?.());
      suite(startOf(kind), kind);
    });
  }
}

function startOf(kind: DriverKind): Start {
  return async (options = {}) => {
    const driver = await kind.start({ ...options, dataFolder: options.dataFolder ?? (await temporaryFolder()) });
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => {
      closing ??= driver.close();
      return closing;
    };
    onTestFinished(close);
    return { ...driver, close };
  };
}
