/**
 * Removes stored attachments that belong to no message: a crash came between storing one and writing down whose it is, or
 * between forgetting a message and removing what it had.
 * @module
 */
import type { MediaStore, MessageLog } from '../ports.ts';

/**
 * Resolves with how many were removed; none when it is stopped, or when not every text can be read.
 * @param files what was stored before this run stored anything
 */
export async function sweep(
  messages: Pick<MessageLog, 'scan' | 'health'>,
  media: Pick<MediaStore, 'remove'>,
  files: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const unclaimed = new Set(files);
  if (unclaimed.size === 0) return 0;
  for await (const message of messages.scan()) {
    if (signal.aborted) return 0;
    for (const { file } of message.media ?? []) if (file !== undefined) unclaimed.delete(file);
  }
  // Where texts could not be read, nobody knows what belongs to them.
  if (messages.health().setAside.length > 0) return 0;
  for (const file of unclaimed) await media.remove(file);
  return unclaimed.size;
}
