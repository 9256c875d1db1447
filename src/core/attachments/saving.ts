/**
 * Makes a copy of a stored attachment for the user to save somewhere, under a name that does not lie about what it is.
 * @module
 */
import { type Answered, refuse } from '../../contract/errors.ts';
import { saveNameOf } from '../../domain/media-type.ts';
import type { Media } from '../../domain/message.ts';
import { ok } from '../../domain/result.ts';
import type { ExchangeFiles, Logger, MediaStore } from '../ports.ts';

type Dependencies = {
  readonly media: Pick<MediaStore, 'open'>;
  readonly files: Pick<ExchangeFiles, 'reserve'>;
  readonly logger: Logger;
};

export async function saveAttachment(
  attachment: Media | undefined,
  { media, files, logger }: Dependencies,
): Promise<Answered<{ fileId: string; name: string }>> {
  const content = attachment?.file === undefined ? undefined : await media.open(attachment.file);
  if (attachment === undefined || content === undefined) return refuse('media-gone');
  const copy = await files.reserve(saveNameOf({ ...attachment, type: content.type }));
  try {
    for await (const chunk of content.chunks) await copy.write(chunk);
    const { id, name } = await copy.finish();
    return ok({ fileId: id, name });
  } catch (error) {
    logger.warn('attachments.not-copied', { error });
    await copy.abandon();
    return refuse('file-not-saved');
  }
}
