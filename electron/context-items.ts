/**
 * What the menu of text offers: pure, so that it can be read in a test.
 * @module
 */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';
import type { Words } from '../src/contract/texts/words.ts';

const mostSuggestions = 5;

export type Corrections = {
  readonly replace: (word: string) => void;
  readonly learn: (word: string) => void;
};

type Clicked = Pick<ContextMenuParams, 'misspelledWord' | 'dictionarySuggestions' | 'isEditable' | 'selectionText'> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste'>;
};

/** What the menu offers for what was clicked; nothing where there is nothing to do with text. */
export function contextItems(clicked: Clicked, words: Words['menu'], { replace, learn }: Corrections): MenuItemConstructorOptions[] {
  const { misspelledWord, dictionarySuggestions, isEditable, editFlags, selectionText } = clicked;
  const items: MenuItemConstructorOptions[] = [];
  if (isEditable && misspelledWord !== '') {
    for (const word of dictionarySuggestions.slice(0, mostSuggestions)) items.push({ label: word, click: () => replace(word) });
    if (dictionarySuggestions.length === 0) items.push({ label: words.noSuggestion, enabled: false });
    items.push({ type: 'separator' }, { label: words.addToDictionary, click: () => learn(misspelledWord) }, { type: 'separator' });
  }
  if (isEditable) {
    items.push(
      { role: 'cut', label: words.cut, enabled: editFlags.canCut },
      { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
    );
    items.push({ role: 'paste', label: words.paste, enabled: editFlags.canPaste }, { type: 'separator' });
    items.push({ role: 'selectAll', label: words.selectAll });
  } else if (selectionText.trim() !== '') {
    items.push({ role: 'copy', label: words.copy });
  }
  return items;
}
