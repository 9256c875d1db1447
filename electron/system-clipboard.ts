/**
 * The system's clipboard, as the core knows it.
 * @module
 */
import { clipboard } from 'electron';
import type { HostClipboard } from '../src/core/ports.ts';

export const systemClipboard: HostClipboard = {
  async write(text) {
    // An empty text would still be something to paste.
    if (text === '') clipboard.clear();
    else await clipboard.writeText(text);
  },
  read: () => clipboard.readText(),
};
