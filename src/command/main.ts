/**
 * `texttray send …`: the command line of Texttray. What it is for goes to stdout, everything else to stderr.
 * @module
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { run } from './run.ts';
import { paintFor, spelledLine } from './terminal.ts';

// Whoever read it may have gone, as after `| head`: what is asked of this program is to send.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  process.exitCode = await run({
    words: process.argv.slice(2),
    environment: process.env,
    stdin: process.stdin,
    write: (text) => process.stdout.write(text),
    warn: (sentence) => process.stderr.write(`${paintFor(process.stderr, process.env)('yellow', sentence)}\n`),
    paint: paintFor(process.stdout, process.env),
    version: ownVersion(),
  });
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`Something is wrong in texttray itself: ${spelledLine(error instanceof Error ? error.name : 'unknown')}.\n`);
}

/** The version in `package.json`, which is two folders up from `dist/command/` and from `src/command/`. */
function ownVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
}
