import { expect, test } from 'vitest';
import { nothingSelected } from '../../../../renderer/state/model.ts';
import { extended, toggled } from '../../../../renderer/state/selection.ts';

const listed = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: { readonly ids: ReadonlySet<string> }) => [...selection.ids].sort().join('');

test('one more is chosen, or one less', () => {
  const one = toggled(nothingSelected, 'b');
  const two = toggled(one, 'd');
  expect(chosen(two)).toBe('bd');
  expect(chosen(toggled(two, 'b'))).toBe('d');
  expect(toggled(toggled(two, 'b'), 'd')).toEqual({ ids: new Set(), anchor: null });
});

test('a range goes from the one chosen last, in both directions, and shrinks again', () => {
  const from = toggled(nothingSelected, 'c');
  const down = extended(from, 'e', listed, undefined);
  expect(chosen(down)).toBe('cde');
  expect(chosen(extended(down, 'd', listed, undefined))).toBe('cd');
  expect(chosen(extended(down, 'a', listed, undefined))).toBe('abc');
});

test('without a chosen one it begins at the open conversation, or at itself', () => {
  expect(chosen(extended(nothingSelected, 'd', listed, 'b'))).toBe('bcd');
  expect(chosen(extended(nothingSelected, 'd', listed, 'not listed'))).toBe('d');
});

test('what is not listed cannot be chosen', () => {
  expect(extended(nothingSelected, 'z', listed, 'b')).toEqual(nothingSelected);
});
