import type { Migration } from '../migrate.ts';
import { layFolders } from './0001-lay-folders.ts';

/** In order. */
export const allMigrations: readonly Migration[] = [layFolders];
