/**
 * Files that a test saves through a dialog of the system.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../eventually.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A path nothing is at yet. */
export async function placeToSave(): Promise<string> {
  return join(await temporaryFolder(), 'saved');
}

/** What was saved there, once it was. It is copied in one go. */
export function contentOf(path: string): Promise<Buffer> {
  return eventually('the file is saved', async () => {
    const content = await readFile(path).catch(() => undefined);
    return content !== undefined && content.length > 0 && content;
  });
}
