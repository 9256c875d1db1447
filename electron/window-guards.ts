/**
 * What the window's pages may never do, whatever runs in them: leave, open windows, embed others, use devices.
 * @module
 */
import { type Session, shell, type WebContents } from 'electron';
import type { Logger } from '../src/core/ports.ts';
import { browserUrl, isOwnUrl } from './origin.ts';

/** Keeps one window's contents at home. Links open in the system's browser, after a check of the address. */
export function guardContents(contents: WebContents, logger: Logger): void {
  const openOutside = (address: string): void => {
    const url = browserUrl(address);
    if (url === undefined) {
      logger.warn('window.link-refused', { scheme: address.split(':', 1)[0] });
      return;
    }
    shell.openExternal(url).catch((error: unknown) => logger.warn('window.link-failed', { error }));
  };

  contents.on('will-frame-navigate', (details) => {
    if (isOwnUrl(details.url) && details.isMainFrame) return;
    details.preventDefault();
    logger.warn('window.navigation-refused', { scheme: details.url.split(':', 1)[0] });
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

/** Copying is all that is granted, to our own page; no camera, no location, no notifications from the page itself. */
export function guardSession(session: Session): void {
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => permission === 'clipboard-sanitized-write' && isOwnUrl(requestingOrigin),
  );
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(permission === 'clipboard-sanitized-write' && isOwnUrl(details.requestingUrl)),
  );
  session.setDevicePermissionHandler(() => false);
}
