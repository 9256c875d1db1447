/**
 * Which key does what. Ctrl stands for Cmd on a Mac.
 * @module
 */
export type Command =
  | { readonly kind: 'step'; readonly direction: 1 | -1; readonly unreadOnly: boolean }
  | { readonly kind: 'nth'; readonly position: number }
  | { readonly kind: 'compose' | 'search' | 'composer' | 'archive' | 'settings' | 'shortcuts' | 'escape' };

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const withControl: Readonly<Record<string, Command>> = {
  n: { kind: 'compose' },
  f: { kind: 'search' },
  e: { kind: 'archive' },
  ',': { kind: 'settings' },
};

/** The command a key press means; `undefined` for every other one. `typing`: it went to a text field. */
export function commandFor(press: KeyPress, mac: boolean, typing: boolean): Command | undefined {
  const control = mac ? press.metaKey : press.ctrlKey;
  const otherControl = mac ? press.ctrlKey : press.metaKey;
  if (otherControl) return undefined;
  if (press.altKey && !control) return stepFor(press);
  if (press.altKey) return undefined;
  if (control && press.shiftKey) return press.key.toLowerCase() === 't' ? { kind: 'composer' } : undefined;
  if (control) return nthFor(press.key) ?? withControl[press.key.toLowerCase()];
  if (press.key === 'Escape') return { kind: 'escape' };
  if (press.key === '?' && !typing) return { kind: 'shortcuts' };
  return undefined;
}

function stepFor({ key, shiftKey }: KeyPress): Command | undefined {
  if (key === 'ArrowDown') return { kind: 'step', direction: 1, unreadOnly: shiftKey };
  if (key === 'ArrowUp') return { kind: 'step', direction: -1, unreadOnly: shiftKey };
  return undefined;
}

function nthFor(key: string): Command | undefined {
  return /^[1-9]$/.test(key) ? { kind: 'nth', position: Number(key) } : undefined;
}
