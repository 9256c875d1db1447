import { describe, expect, test } from 'vitest';
import { commandFor, type KeyPress, writeChord } from '../../../../renderer/keyboard/chords.ts';
import { commands, keyGroups, keysOf } from '../../../../renderer/keyboard/table.ts';
import { de } from '../../../../renderer/texts/de/index.ts';
import { en } from '../../../../renderer/texts/en/index.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const onLinux = (key: string, held?: Partial<KeyPress>, typing = false) => commandFor(press(key, held), false, typing)?.name;
const onMac = (key: string, held?: Partial<KeyPress>, typing = false) => commandFor(press(key, held), true, typing)?.name;

describe('key presses', () => {
  test('Alt and the arrows move between conversations, with Shift between unread ones', () => {
    expect(onLinux('ArrowDown', { altKey: true })).toBe('next');
    expect(onLinux('ArrowUp', { altKey: true, shiftKey: true })).toBe('previousUnread');
  });

  test.each([
    ['n', 'compose'],
    ['f', 'search'],
    ['e', 'archive'],
    ['k', 'goTo'],
    ['i', 'inspector'],
    [',', 'settings'],
    ['3', 'nth'],
  ])('Ctrl+%s, and Cmd on a Mac', (key, command) => {
    expect(onLinux(key, { ctrlKey: true })).toBe(command);
    expect(onMac(key, { metaKey: true })).toBe(command);
    expect(onMac(key, { ctrlKey: true })).toBeUndefined();
    expect(onLinux(key, { metaKey: true })).toBeUndefined();
  });

  test.each([
    ['T', 'composer'],
    ['C', 'copyCode'],
    ['U', 'markUnread'],
  ])('Ctrl+Shift+%s', (key, command) => {
    expect(onLinux(key, { ctrlKey: true, shiftKey: true })).toBe(command);
    expect(onLinux(key.toLowerCase(), { ctrlKey: true })).not.toBe(command);
  });

  test('the digit that was pressed is told, also on a keyboard that needs Shift for digits', () => {
    expect(commandFor(press('7', { ctrlKey: true }), false, false)).toEqual({ name: 'nth', digit: 7 });
    expect(commandFor(press('é', { ctrlKey: true, code: 'Digit2' }), false, false)).toEqual({ name: 'nth', digit: 2 });
  });

  test('on a keyboard without Latin letters the place of the key counts', () => {
    expect(onLinux('л', { ctrlKey: true, code: 'KeyK' })).toBe('goTo');
    // With them the letter does, wherever it is.
    expect(onLinux('n', { ctrlKey: true, code: 'KeyE' })).toBe('compose');
  });

  test('a question mark shows the list wherever it is on the keyboard, but can be typed', () => {
    expect(onLinux('?', { shiftKey: true })).toBe('help');
    expect(onLinux('?')).toBe('help');
    expect(onLinux('?', { shiftKey: true }, true)).toBeUndefined();
  });

  test('plus, minus and zero change the size', () => {
    expect(onLinux('+', { ctrlKey: true })).toBe('larger');
    expect(onLinux('+', { ctrlKey: true, shiftKey: true })).toBe('larger');
    expect(onLinux('-', { ctrlKey: true })).toBe('smaller');
    expect(onLinux('0', { ctrlKey: true })).toBe('usualSize');
  });

  test('AltGr, which types characters on many keyboards, means nothing', () => {
    for (const key of ['e', 'n', '1', 'ArrowDown']) expect(onLinux(key, { altKey: true, ctrlKey: true })).toBeUndefined();
  });

  test('what Option types on a Mac can be typed', () => {
    expect(onMac('Dead', { altKey: true, code: 'KeyN' }, true)).toBeUndefined();
    expect(onMac('Dead', { altKey: true, code: 'KeyN' })).toBe('compose');
  });

  test('letters and digits alone mean nothing, whether one types or not', () => {
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789,.-+') {
      for (const typing of [true, false]) expect(onLinux(key, {}, typing)).toBeUndefined();
    }
  });

  test('while one types, no key without Ctrl, Alt or Cmd means anything but Escape and F6', () => {
    const meant = Object.values(commands)
      .flatMap(({ chords }) => chords)
      .filter(({ mod, alt }) => mod === undefined && alt === undefined)
      .filter(({ key, shift }) => onLinux(key, { shiftKey: shift === true }, true) !== undefined);
    expect(meant.map(({ key }) => key)).toEqual(['F6', 'F6', 'Escape']);
  });
});

describe('the table of keys', () => {
  test('gives no two commands the same keys', () => {
    const written = Object.values(commands).flatMap(({ chords }) => chords.map((chord) => writeChord(chord, false, {}).join('+')));
    expect(new Set(written).size).toBe(written.length);
  });

  test('shows in a browser what a browser lets through', () => {
    const shown = keyGroups.flatMap((group) => keysOf(group, 'browser'));
    expect(shown.filter(({ chord }) => chord.takenByBrowsers)).toEqual([]);
    expect(shown.map(({ name }) => name)).not.toContain('larger');
    expect(keyGroups.flatMap((group) => keysOf(group, 'electron')).map(({ name }) => name)).toContain('larger');
  });

  test('is written with the signs of the platform, in the words of the language', () => {
    const chord = { mod: true, shift: true, key: 'c' } as const;
    expect(writeChord(chord, false, en.shortcuts.keys)).toEqual(['Ctrl', 'Shift', 'C']);
    expect(writeChord(chord, true, de.shortcuts.keys)).toEqual(['⌘', '⇧', 'C']);
    expect(writeChord(chord, false, de.shortcuts.keys)).toEqual(['Strg', 'Umschalt', 'C']);
  });
});
