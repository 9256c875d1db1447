/**
 * Where the browser host finds things: the user's data, the built window, its own version.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

type Surroundings = {
  readonly platform: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** The platform's place for an application's data. */
export function usualDataFolder({ platform, home, environment }: Surroundings): string {
  switch (platform) {
    case 'win32':
      return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Texttray');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Texttray');
    default:
      return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'texttray');
  }
}

/** The built window, seen from `dist/host/` and from `src/host/`. */
export function windowFolder(here: string): string {
  const besideBundle = resolve(here, '../renderer');
  return existsSync(join(besideBundle, 'index.html')) ? besideBundle : resolve(here, '../../dist/renderer');
}

/** The version in `package.json`, which is two folders up from `dist/host/` and from `src/host/`. */
export function appVersion(here: string): string {
  const manifest: unknown = JSON.parse(readFileSync(resolve(here, '../../package.json'), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : 'unknown';
}
