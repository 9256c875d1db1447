/**
 * The menu of text in the window: Electron brings none. Only what a text field can do, and corrections for a word.
 * @module
 */
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

const mostSuggestions = 5;

/** Shows the menu where there is text to edit or to copy. */
export function attachContextMenu(window: BrowserWindow): void {
  const contents = window.webContents;
  contents.on('context-menu', (_event, { misspelledWord, dictionarySuggestions, isEditable, editFlags, selectionText }) => {
    const items: MenuItemConstructorOptions[] = [];
    if (misspelledWord !== '') {
      for (const word of dictionarySuggestions.slice(0, mostSuggestions)) {
        items.push({ label: word, click: () => contents.replaceMisspelling(word) });
      }
      items.push({
        label: 'Add to dictionary',
        click: () => void contents.session.addWordToSpellCheckerDictionary(misspelledWord),
      });
      items.push({ type: 'separator' });
    }
    if (isEditable) {
      items.push({ role: 'cut', enabled: editFlags.canCut }, { role: 'copy', enabled: editFlags.canCopy });
      items.push({ role: 'paste', enabled: editFlags.canPaste }, { type: 'separator' }, { role: 'selectAll' });
    } else if (selectionText.trim() !== '') {
      items.push({ role: 'copy' });
    }
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
