/**
 * Key combinations as Electron writes them: `CommandOrControl+Shift+K`.
 * @module
 */

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Keys with names of their own. */
const named: Readonly<Record<string, string>> = {
  Space: 'Space',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/**
 * The combination that was pressed; `undefined` for one that may not be taken from all other programs: it needs Ctrl, Cmd
 * or Alt, and a key that is the same on every keyboard.
 */
export function acceleratorOf(press: KeyPress, mac: boolean): string | undefined {
  const { altKey, ctrlKey, metaKey, shiftKey } = press;
  const key = keyOf(press);
  if (key === undefined || (!altKey && !ctrlKey && !metaKey)) return undefined;
  const isCommand = mac ? metaKey : ctrlKey;
  const held = [
    isCommand && 'CommandOrControl',
    mac && ctrlKey && 'Control',
    !mac && metaKey && 'Super',
    altKey && 'Alt',
    shiftKey && 'Shift',
  ];
  return [...held.filter((part) => part !== false), key].join('+');
}

/** Letters by what they type, where that is a Latin one; everything else by its place. */
function keyOf({ key, code }: KeyPress): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const [, placed] = /^(?:Key([A-Z])|Digit(\d)|(F(?:[1-9]|1\d|2[0-4])))$/.exec(code)?.filter((part) => part !== undefined) ?? [];
  return placed ?? named[code];
}

/** Its keys, one after the other, as they are written on keyboards. */
export function keysOf(accelerator: string, mac: boolean, namedHere: Readonly<Record<string, string>>): readonly string[] {
  return accelerator.split('+').map((part) => {
    switch (part) {
      case 'CommandOrControl':
        return mac ? '⌘' : (namedHere.Ctrl ?? 'Ctrl');
      case 'Control':
        return mac ? '⌃' : (namedHere.Ctrl ?? 'Ctrl');
      case 'Alt':
        return mac ? '⌥' : 'Alt';
      case 'Shift':
        return mac ? '⇧' : (namedHere.Shift ?? 'Shift');
      default:
        return namedHere[part] ?? part;
    }
  });
}
