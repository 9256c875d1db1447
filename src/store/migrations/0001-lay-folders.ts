/**
 * Lays the folders of the first data folder.
 * @module
 */
import { join } from 'node:path';
import type { Migration } from '../migrate.ts';

export const layFolders: Migration = {
  version: 1,
  async run({ files, folder }) {
    for (const name of ['documents', 'messages', 'deliveries']) await files.makeFolder(join(folder, name));
    await files.syncFolder(folder);
  },
};
