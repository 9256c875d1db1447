/**
 * The window is served from its own `app://` origin: a page from `file://` could read every file of the user.
 * @module
 */
import { protocol } from 'electron';
import type { MediaStore } from '../src/core/ports.ts';
import { answerMedia } from './media-files.ts';
import { isOwnUrl, scheme } from './origin.ts';
import { createPageFiles } from './page-files.ts';

/** Must run before the app is ready. */
export function declareScheme(): void {
  // Module scripts are requested like cross-origin ones, hence the last two.
  const privileges = { standard: true, secure: true, codeCache: true, supportFetchAPI: true, corsEnabled: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** @param folder where the built window is; `media` are the stored attachments it may show */
export function servePages(folder: string, media: Pick<MediaStore, 'open'>): void {
  const answerPage = createPageFiles(folder, isOwnUrl);
  protocol.handle(scheme, async (request) => (isOwnUrl(request.url) && (await answerMedia(request, media))) || answerPage(request));
}
