/**
 * Files that cannot be read are moved to a folder of their own and named; nothing is ever deleted or overwritten
 * because it was not understood. What lies there is told at every start until the user takes it away.
 * @module
 */
import { basename, join } from 'node:path';
import type { Clock, Logger } from '../core/ports.ts';
import type { Files } from './files.ts';

export type SetAside = {
  /** Moves a file away. Answers its new name. */
  move(path: string): Promise<string>;
  /** Tells of a file that should be there and is not. */
  miss(path: string): void;
  names(): readonly string[];
  onChange(listener: () => void): void;
};

type Dependencies = { readonly files: Files; readonly folder: string; readonly clock: Clock; readonly logger: Logger };

export async function openSetAside({ files, folder, clock, logger }: Dependencies): Promise<SetAside> {
  let names: readonly string[] = await files.list(folder);
  const listeners: (() => void)[] = [];
  const tell = (name: string): void => {
    names = [...names, name];
    for (const listener of listeners) listener();
  };
  return {
    async move(path) {
      await files.makeFolder(folder);
      const stamp = new Date(clock.now()).toISOString().replace(/[:.]/g, '-');
      let name = `${basename(path)}.unreadable-${stamp}`;
      for (let copy = 2; names.includes(name); copy += 1) name = `${basename(path)}.unreadable-${stamp}-${copy}`;
      await files.rename(path, join(folder, name));
      await files.syncFolder(folder);
      logger.error('store.file-set-aside', { name });
      tell(name);
      return name;
    },
    miss(path) {
      logger.error('store.file-missing', { name: basename(path) });
      tell(`${basename(path)} (missing)`);
    },
    names: () => names,
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
