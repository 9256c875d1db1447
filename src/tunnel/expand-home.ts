import { homedir } from 'node:os';
import { join } from 'node:path';

/** `~/…` as every shell reads it. */
export function expandHome(path: string): string {
  return path === '~' || path.startsWith('~/') || path.startsWith('~\\') ? join(homedir(), path.slice(1)) : path;
}
