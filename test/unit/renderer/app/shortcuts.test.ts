import { describe, expect, test } from 'vitest';
import { commandFor, type KeyPress } from '../../../../renderer/app/shortcuts.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const onLinux = (key: string, held?: Partial<KeyPress>, typing = false) => commandFor(press(key, held), false, typing);
const onMac = (key: string, held?: Partial<KeyPress>) => commandFor(press(key, held), true, false);

describe('shortcuts', () => {
  test('move between conversations with Alt and the arrows, between unread ones with Shift', () => {
    expect(onLinux('ArrowDown', { altKey: true })).toEqual({ kind: 'step', direction: 1, unreadOnly: false });
    expect(onLinux('ArrowUp', { altKey: true, shiftKey: true })).toEqual({ kind: 'step', direction: -1, unreadOnly: true });
  });

  test.each([
    ['n', { kind: 'compose' }],
    ['f', { kind: 'search' }],
    ['e', { kind: 'archive' }],
    [',', { kind: 'settings' }],
    ['3', { kind: 'nth', position: 3 }],
  ])('Ctrl+%s, and Cmd on a Mac', (key, command) => {
    expect(onLinux(key, { ctrlKey: true })).toEqual(command);
    expect(onMac(key, { metaKey: true })).toEqual(command);
    expect(onMac(key, { ctrlKey: true })).toBeUndefined();
  });

  test('Ctrl+Shift+T goes to the composer', () => {
    expect(onLinux('T', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'composer' });
  });

  test('a question mark shows the list, but can be typed', () => {
    expect(onLinux('?', { shiftKey: true })).toEqual({ kind: 'shortcuts' });
    expect(onLinux('?', { shiftKey: true }, true)).toBeUndefined();
  });

  test('AltGr, which types characters on many keyboards, means nothing', () => {
    expect(onLinux('e', { altKey: true, ctrlKey: true })).toBeUndefined();
    expect(onLinux('1', { altKey: true, ctrlKey: true })).toBeUndefined();
  });

  test('letters alone mean nothing', () => {
    for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789,.') expect(onLinux(key)).toBeUndefined();
  });
});
