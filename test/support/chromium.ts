/**
 * The Chromium the set-up step found, with the flags it needs without a network and, as root, without its sandbox.
 * @module
 */
import type { LaunchOptions } from 'playwright';

const flags = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

/** Options for `chromium.launch` and its relatives. The set-up step passes the path in `CHROMIUM_PATH`. */
export function chromiumOptions(): Pick<LaunchOptions, 'executablePath' | 'args'> {
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: isRoot ? [...flags, '--no-sandbox'] : flags,
  };
}
