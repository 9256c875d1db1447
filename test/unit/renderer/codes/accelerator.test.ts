import { describe, expect, test } from 'vitest';
import { acceleratorOf, keysOf } from '../../../../renderer/codes/accelerator.ts';

const nothing = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const press = (key: string, code: string, held: Partial<typeof nothing>) => ({ key, code, ...nothing, ...held });

describe('a shortcut of the whole system', () => {
  test.each([
    [press('K', 'KeyK', { ctrlKey: true, shiftKey: true }), false, 'CommandOrControl+Shift+K'],
    [press('k', 'KeyK', { metaKey: true }), true, 'CommandOrControl+K'],
    [press('k', 'KeyK', { ctrlKey: true, metaKey: true }), true, 'CommandOrControl+Control+K'],
    [press('k', 'KeyK', { metaKey: true, altKey: true }), false, 'Super+Alt+K'],
    // A German keyboard: the key that types z stands where others have y.
    [press('z', 'KeyY', { ctrlKey: true }), false, 'CommandOrControl+Z'],
    [press('к', 'KeyR', { ctrlKey: true }), false, 'CommandOrControl+R'],
    [press('§', 'Digit3', { altKey: true, shiftKey: true }), false, 'Alt+Shift+3'],
    [press('F9', 'F9', { altKey: true }), false, 'Alt+F9'],
    [press(' ', 'Space', { ctrlKey: true, altKey: true }), false, 'CommandOrControl+Alt+Space'],
    [press('ArrowUp', 'ArrowUp', { altKey: true }), false, 'Alt+Up'],
  ])('%o (on a Mac: %s) is %s', (keys, mac, accelerator) => {
    expect(acceleratorOf(keys, mac)).toBe(accelerator);
  });

  test.each([
    press('k', 'KeyK', {}),
    press('K', 'KeyK', { shiftKey: true }),
    press('Control', 'ControlLeft', { ctrlKey: true }),
    press('ü', 'BracketLeft', { ctrlKey: true }),
    press('Enter', 'Enter', { ctrlKey: true }),
  ])('%o is none', (keys) => {
    expect(acceleratorOf(keys, false)).toBeUndefined();
  });

  test('is written with the signs of the keyboard', () => {
    expect(keysOf('CommandOrControl+Shift+K', true, {})).toEqual(['⌘', '⇧', 'K']);
    expect(keysOf('CommandOrControl+Alt+K', false, { Ctrl: 'Strg' })).toEqual(['Strg', 'Alt', 'K']);
  });
});
