/**
 * Where the log goes: a file in the data folder, readable by this user only. The last one is kept when a new one begins.
 * @module
 */
import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A log larger than this is put aside at the next start, in bytes. */
const largest = 5 * 1024 * 1024;

/** @returns what takes one line with its line feed; it never throws: where nothing can be written, nothing is logged */
export function openLogFile(folder: string): (line: string) => void {
  const path = join(folder, 'texttray.log');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(path, `${path}.1`);
  } catch {
    // The stream below finds out again, without stopping the app.
  }
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
  stream.on('error', () => stream.destroy());
  return (line) => {
    if (!stream.destroyed) stream.write(line);
  };
}
