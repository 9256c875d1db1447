import type { Migration } from '../migrate.ts';
import { layFolders } from './0001-lay-folders.ts';
import { makeRoomForHistory } from './0002-make-room-for-history.ts';

/** In order. */
export const allMigrations: readonly Migration[] = [layFolders, makeRoomForHistory];
