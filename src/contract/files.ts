/**
 * Files that come from the user and go to them. The window knows them by id and name only: where they are is between
 * the host and the core, so that nothing the window says can name a path.
 * @module
 */
import { z } from 'zod';

/** What a file may be to be offered in the dialog: endings with their dot, like `.xml`. */
const acceptedEndingsSchema = z
  .array(z.string().regex(/^\.[a-z0-9]{1,8}$/))
  .min(1)
  .max(10);

export const chosenFileSchema = z.object({
  fileId: z.string(),
  /** As the user's system calls it, without folders. */
  name: z.string(),
  bytes: z.number().int().nonnegative(),
});
export type ChosenFile = Readonly<z.infer<typeof chosenFileSchema>>;

/** How a file is found again: 22 random base64url characters. */
export const fileIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** A dropped file comes in pieces of this many bytes at most. */
export const mostFilePiece = 1024 * 1024;

/** What the desktop window asks of its shell, besides the contract's methods. */
export const fileRequestSchema = z.discriminatedUnion('do', [
  /** The open dialog. */
  z.object({ do: z.literal('choose'), accept: acceptedEndingsSchema }),
  /** The save dialog. */
  z.object({ do: z.literal('save'), fileId: fileIdSchema }),
  /** A dropped file: its name and size, its pieces in order, its end. */
  z.object({ do: z.literal('begin'), name: z.string().max(1_000), bytes: z.number().int().nonnegative() }),
  z.object({
    do: z.literal('add'),
    fileId: fileIdSchema,
    data: z.custom<Uint8Array>((data) => data instanceof Uint8Array && data.length <= mostFilePiece),
  }),
  z.object({ do: z.literal('finish'), fileId: fileIdSchema }),
  /** It is not needed any more, whole or not. */
  z.object({ do: z.literal('release'), fileId: fileIdSchema }),
]);
export type FileRequest = Readonly<z.infer<typeof fileRequestSchema>>;

/** The longest name kept, in UTF-16 units. */
const longestName = 200;
// biome-ignore lint/suspicious/noControlCharactersInRegex: names from outside may hold anything
const unsafe = /[\u0000-\u001f\u007f\u0080-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>:"|?*]/g;

/**
 * The last part of what may be a path, without anything that is invisible, turns the direction of writing or is refused by
 * a file system. It is for people and for the suggestion in a save dialog; no file of ours is ever called by it.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const safe = last.replace(unsafe, '').replace(/^\.+/, '').trim();
  if (safe.length <= longestName) return safe === '' ? 'file' : safe;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(safe)?.[0] ?? '';
  return safe.slice(0, longestName - ending.length).toWellFormed() + ending;
}
