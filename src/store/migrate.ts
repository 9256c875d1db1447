/**
 * Brings a data folder to the form this app writes: migrations in order, each noted when it is done. Each may be run
 * again after a crash.
 * @module
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { Logger } from '../core/ports.ts';
import { openDocument } from './document.ts';
import type { Files } from './files.ts';
import type { SetAside } from './set-aside.ts';

export type MigrationContext = { readonly files: Files; readonly folder: string; readonly logger: Logger };

export type Migration = {
  /** The version a folder has afterwards. */
  readonly version: number;
  run(context: MigrationContext): Promise<void>;
};

const versionSchema = z.object({ version: z.number().int().nonnegative() });

type Dependencies = MigrationContext & { readonly setAside: SetAside; readonly migrations: readonly Migration[] };

/** Runs what is missing. */
export async function migrate({ files, folder, logger, setAside, migrations }: Dependencies): Promise<void> {
  const path = join(folder, 'version.json');
  const version = await openDocument({ files, path, setAside, schema: versionSchema, initial: { version: 0 } });
  for (const migration of migrations) {
    if (migration.version <= version.get().version) continue;
    await migration.run({ files, folder, logger });
    await version.set({ version: migration.version });
    logger.info('store.migrated', { version: migration.version });
  }
}

/** The version of a data folder without touching it; 0 when there is none or nobody can say. */
export async function peekVersion(files: Files, folder: string): Promise<number> {
  for (const name of ['version.json', 'version.json.bak']) {
    try {
      return versionSchema.parse(JSON.parse((await files.read(join(folder, name))).toString('utf8'))).version;
    } catch {
      // Missing or unreadable: the other one may say, and opening it properly deals with what is unreadable.
    }
  }
  return 0;
}
