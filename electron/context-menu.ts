/**
 * The menu of text in the window: Electron brings none.
 * @module
 */
import { type BrowserWindow, Menu } from 'electron';
import type { Words } from '../src/contract/texts/words.ts';
import { type Corrections, contextItems } from './context-items.ts';

/** Shows the menu where there is text to edit or to copy. */
export function attachContextMenu(window: BrowserWindow, words: () => Words['menu']): void {
  const contents = window.webContents;
  const corrections: Corrections = {
    replace: (word) => contents.replaceMisspelling(word),
    learn: (word) => void contents.session.addWordToSpellCheckerDictionary(word),
  };
  contents.on('context-menu', (_event, clicked) => {
    const items = contextItems(clicked, words(), corrections);
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
