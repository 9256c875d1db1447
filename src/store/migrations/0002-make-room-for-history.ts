/**
 * Lays the folder an import of old messages works in. An app that knows nothing of imported messages must not open a data
 * folder that may hold some: it would take their negative sequences for damage.
 * @module
 */
import { join } from 'node:path';
import type { Migration } from '../migrate.ts';

export const makeRoomForHistory: Migration = {
  version: 2,
  async run({ files, folder }) {
    await files.makeFolder(join(folder, 'messages', 'import'));
    await files.syncFolder(join(folder, 'messages'));
  },
};
