import { expect, test } from 'vitest';
import { contextItems } from '../../../electron/context-items.ts';
import { de } from '../../../src/contract/texts/de.ts';

const clicked = {
  misspelledWord: '',
  dictionarySuggestions: [],
  isEditable: true,
  selectionText: '',
  editFlags: { canCut: false, canCopy: false, canPaste: true },
};

function open(changes: Partial<Parameters<typeof contextItems>[0]>) {
  const done: string[] = [];
  const items = contextItems({ ...clicked, ...changes }, de.menu, {
    replace: (word) => void done.push(`replace ${word}`),
    learn: (word) => void done.push(`learn ${word}`),
  });
  const choose = (label: string): void => {
    const item = items.find((each) => each.label === label);
    Reflect.apply(item?.click ?? (() => undefined), undefined, []);
  };
  return { done, choose, labels: items.map(({ label, type }) => label ?? type) };
}

test('a misspelled word gets corrections, and can be learnt', () => {
  const menu = open({ misspelledWord: 'Gruss', dictionarySuggestions: ['Gruß', 'Grus'] });
  expect(menu.labels.slice(0, 4)).toEqual(['Gruß', 'Grus', 'separator', 'Zum Wörterbuch hinzufügen']);
  menu.choose('Gruß');
  menu.choose('Zum Wörterbuch hinzufügen');
  expect(menu.done).toEqual(['replace Gruß', 'learn Gruss']);
});

test('a word nobody knows a correction for says so', () => {
  expect(open({ misspelledWord: 'Xqz' }).labels[0]).toBe('Kein Vorschlag');
});

test('what is only read can be copied, and nothing is corrected in it', () => {
  expect(open({ isEditable: false, selectionText: 'Gruss', misspelledWord: 'Gruss' }).labels).toEqual(['Kopieren']);
  expect(open({ isEditable: false }).labels).toEqual([]);
});
