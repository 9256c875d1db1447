/**
 * Stored attachments on their way to the window, below `app://…/media/`. The type is the one we found in the bytes;
 * whatever they hold, the page is told not to guess and not to run it.
 * @module
 */
import type { MediaStore } from '../src/core/ports.ts';

const path = /^\/media\/([\w.-]+)$/;

/** Answers a request for an attachment; `undefined`: it is for something else. */
export async function answerMedia(request: Request, media: Pick<MediaStore, 'open'>): Promise<Response | undefined> {
  const file = path.exec(new URL(request.url).pathname)?.[1];
  if (file === undefined || request.method !== 'GET') return undefined;
  const content = await media.open(file);
  if (content === undefined) return undefined;
  return new Response(ReadableStream.from(content.chunks), {
    headers: {
      'content-type': content.type,
      'content-length': String(content.bytes),
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}
