/**
 * Key presses: which command one of them means, and how it is written on this platform's keyboards.
 * @module
 */
import { type CommandName, commands } from './table.ts';

export type Chord = {
  /** Ctrl, or Cmd on a Mac. */
  readonly mod?: true;
  readonly alt?: true;
  readonly shift?: true;
  /** As in `KeyboardEvent.key`, letters small. `1–9`: one of these digits. */
  readonly key: string;
  /** Browsers do not give it to pages. */
  readonly takenByBrowsers?: true;
};

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

export type Meant = {
  readonly name: CommandName;
  /** The digit that was pressed, for commands that count; else 0. */
  readonly digit: number;
};

const names = Object.keys(commands) as CommandName[];

/** The command a key press means; `undefined` for every other one. `typing`: it went to a text field. */
export function commandFor(press: KeyPress, mac: boolean, typing: boolean): Meant | undefined {
  for (const name of names) {
    for (const chord of commands[name].chords) {
      if (fits(chord, press, mac, typing)) return { name, digit: Number(digitOf(press) ?? 0) };
    }
  }
  return undefined;
}

function fits(chord: Chord, press: KeyPress, mac: boolean, typing: boolean): boolean {
  const { metaKey, ctrlKey, altKey, shiftKey } = press;
  const isMod = mac ? metaKey : ctrlKey;
  // AltGr is Ctrl and Alt at once: it types characters.
  if ((mac ? ctrlKey : metaKey) || isMod !== (chord.mod === true) || altKey !== (chord.alt === true)) return false;
  // What types a character is typed: signs alone, and on a Mac everything with Option but the arrows.
  const types = chord.mod === undefined && chord.key.length === 1 && (chord.alt === undefined || mac);
  if (typing && types) return false;
  // Where a sign is on the keyboard, and whether it takes Shift, differs from country to country.
  if (isSign(chord.key)) return press.key === chord.key;
  return shiftKey === (chord.shift === true) && isKey(chord.key, press);
}

function isKey(key: string, press: KeyPress): boolean {
  if (key === '1–9') return digitOf(press) !== undefined;
  if (!/^[a-z]$/.test(key)) return press.key === key;
  // On a keyboard without Latin letters the place of the key counts.
  return /^[a-z]$/i.test(press.key) ? press.key.toLowerCase() === key : press.code === `Key${key.toUpperCase()}`;
}

function isSign(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/.test(key);
}

/** French keyboards need Shift for digits, so their place counts as well. */
function digitOf({ key, code }: KeyPress): string | undefined {
  return /^[1-9]$/.test(key) ? key : /^Digit([1-9])$/.exec(code)?.[1];
}

const signs = {
  mac: { mod: '⌘', alt: '⌥', shift: '⇧' },
  other: { mod: 'Ctrl', alt: 'Alt', shift: 'Shift' },
} as const;

const keyNames: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', '-': '−' };

/** How the keys of a chord are written, one after the other; `named` knows the language's words for keys that have one. */
export function writeChord(chord: Chord, mac: boolean, named: Readonly<Record<string, string>>): readonly string[] {
  const sign = mac ? signs.mac : { ...signs.other, mod: named.Ctrl ?? signs.other.mod, shift: named.Shift ?? signs.other.shift };
  const held = [chord.mod && sign.mod, chord.alt && sign.alt, chord.shift && sign.shift].filter((key) => key !== undefined);
  const keys = chord.key.split(' ').map((key) => named[key] ?? keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key));
  return [...held, ...keys];
}
