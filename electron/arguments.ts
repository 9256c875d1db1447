/**
 * What the command line says.
 * @module
 */
import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '../src/domain/result.ts';

export type ShellArguments = {
  /** Where everything is kept; the system's usual place when not given. */
  readonly dataFolder?: string;
  /** Start in the tray, with no window. */
  readonly hidden: boolean;
  /** 0 = any free port. */
  readonly receiverPort?: number;
  readonly publicUrl?: string;
};

/**
 * Reads `--data-dir DIR`, `--hidden`, `--receiver-port N` and `--public-url URL`. Everything else is left alone: Chromium
 * has arguments of its own, and systems add theirs.
 * @param args without the executable (and, in development, without the app's folder)
 */
export function readArguments(args: readonly string[]): Result<ShellArguments, string> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'data-dir': { type: 'string' },
      hidden: { type: 'boolean' },
      'receiver-port': { type: 'string' },
      'public-url': { type: 'string' },
    },
    strict: false,
  });
  const dataFolder = text(values['data-dir']);
  const publicUrl = text(values['public-url']);
  const port = values['receiver-port'];
  const receiverPort = typeof port === 'string' && /^\d{1,5}$/.test(port) ? Number(port) : undefined;
  if (values['data-dir'] !== undefined && dataFolder === undefined) return failed('--data-dir needs a folder.');
  if (port !== undefined && (receiverPort === undefined || receiverPort > 65_535)) {
    return failed('--receiver-port needs a number between 0 and 65535.');
  }
  return ok({
    hidden: values.hidden === true,
    ...(dataFolder !== undefined && { dataFolder }),
    ...(receiverPort !== undefined && { receiverPort }),
    ...(publicUrl !== undefined && { publicUrl }),
  });
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
