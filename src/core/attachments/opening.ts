/**
 * Opens a stored attachment with the system's program for it. Only what was recognised by its bytes, under an ending that
 * says the same: what could be a program is never started from here.
 * @module
 */
import { type Answered, refuse } from '../../contract/errors.ts';
import { canBeOpened, typeOfFile } from '../../domain/media-type.ts';
import type { Media } from '../../domain/message.ts';
import { ok } from '../../domain/result.ts';
import type { MediaStore } from '../ports.ts';

/** Asks the system to open a file; false: it has no program for it, or refuses. */
export type OpenOutside = (path: string) => Promise<boolean>;

/** @param openOutside not given: this host cannot open files */
export async function openAttachment(
  attachment: Media | undefined,
  media: Pick<MediaStore, 'open' | 'pathOf'>,
  openOutside: OpenOutside | undefined,
): Promise<Answered<{ opened: true }>> {
  const { file } = attachment ?? {};
  const path = file === undefined ? undefined : media.pathOf(file);
  if (file === undefined || path === undefined || (await media.open(file)) === undefined) return refuse('media-gone');
  if (openOutside === undefined || !canBeOpened(typeOfFile(file))) return refuse('media-not-opened');
  return (await openOutside(path)) ? ok({ opened: true }) : refuse('media-no-program');
}
