/**
 * Which room may import from which.
 * @module
 */
import { posix } from 'node:path';

type Rule = {
  /** Rooms whose every file may be imported. */
  readonly rooms: readonly string[];
  /** Single files of other rooms. */
  readonly files?: readonly string[];
  /** Packages, where not all are welcome; `node:` stands for all of Node's own modules. */
  readonly packages?: (name: string) => boolean;
};

const ports = 'src/core/ports.ts';
const values = ['src/domain', 'src/contract'];
const leaf: Rule = { rooms: values, files: [ports] };
const allOfSrc = [
  'domain',
  'contract',
  'core',
  'providers',
  'webhook',
  'store',
  'search',
  'tunnel',
  'exchange',
  'media',
  'doctor',
  'logging',
  'app',
  'host',
].map((room) => `src/${room}`);

const only =
  (...names: readonly string[]) =>
  (name: string) =>
    names.includes(name);
const noNode = (name: string) => !name.startsWith('node:');

export const importTable: Readonly<Record<string, Rule>> = {
  'src/domain': { rooms: [], packages: only('zod', 'libphonenumber-js') },
  'src/contract': { rooms: ['src/domain'], packages: only('zod') },
  'src/core': { rooms: values },
  'src/providers': leaf,
  'src/webhook': leaf,
  'src/store': leaf,
  'src/search': leaf,
  'src/tunnel': leaf,
  'src/exchange': leaf,
  'src/media': leaf,
  'src/doctor': leaf,
  'src/logging': leaf,
  // Composes the rooms for both hosts.
  'src/app': { rooms: allOfSrc.filter((room) => room !== 'src/host') },
  'src/host': { rooms: [...values, 'src/core', 'src/webhook', 'src/logging', 'src/app'] },
  // Signs and sends with the providers' own code, with no inbox behind it.
  'src/command': { rooms: [...values, 'src/providers'], files: [ports] },
  electron: { rooms: allOfSrc },
  renderer: { rooms: values, packages: noNode },
};

/** The folder of the table a file is in. */
export function roomOf(path: string): string | undefined {
  return Object.keys(importTable).find((room) => path.startsWith(`${room}/`));
}

/** `@scope/name/deep` → `@scope/name`; `node:fs/promises` → `node:fs/promises`. */
function packageOf(name: string): string {
  if (name.startsWith('node:')) return name;
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/** Why `file` may not import `name`; `undefined`: it may. */
export function objectionTo(file: string, name: string): string | undefined {
  const room = roomOf(file);
  const rule = room === undefined ? undefined : importTable[room];
  if (room === undefined || rule === undefined) return `${file} is in no room of the table`;
  if (!name.startsWith('.')) {
    const imported = packageOf(name);
    const allowed = (imported !== 'electron' || room === 'electron') && (rule.packages?.(imported) ?? true);
    return allowed ? undefined : `${file} imports the package ${imported}`;
  }
  const target = posix.join(posix.dirname(file), name.replace(/\?.*$/, ''));
  const inside = [room, ...rule.rooms].some((each) => target.startsWith(`${each}/`));
  return inside || rule.files?.includes(target) === true ? undefined : `${file} imports ${target}`;
}
