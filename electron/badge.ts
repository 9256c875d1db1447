/**
 * How many texts are unread, where the system shows it: a number in the dock (macOS, some Linux desktops), a dot on the
 * task bar button (Windows). The tray icon itself is too small for a number.
 * @module
 */
import { app, type BrowserWindow, nativeImage } from 'electron';
import overlay from './icons/overlay.png?inline';

export function createBadge(platform: NodeJS.Platform, window: BrowserWindow): (unread: number) => void {
  let shown = 0;
  return (unread) => {
    if (unread === shown) return;
    shown = unread;
    if (platform === 'win32') {
      window.setOverlayIcon(unread > 0 ? nativeImage.createFromDataURL(overlay) : null, unread > 0 ? `${unread} unread` : '');
    } else {
      app.setBadgeCount(unread);
    }
  };
}
