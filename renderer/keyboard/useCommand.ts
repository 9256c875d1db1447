import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import type { CommandRunner, Keyboard } from './keyboard.ts';
import { createKeyboard } from './keyboard.ts';
import type { CommandName } from './table.ts';

export const KeyboardContext = createContext<Keyboard>(createKeyboard());

/** Runs a command as its key would: for menus and the palette. */
export function useKeyboard(): Keyboard {
  return useContext(KeyboardContext);
}

/**
 * Answers a command for as long as the component is there: before those that were there already, or `last`. A runner
 * that returns `false` passes it on.
 */
export function useCommand(name: CommandName, run: CommandRunner, last = false): void {
  const keyboard = useKeyboard();
  const onCommand = useEffectEvent(run);
  useEffect(() => keyboard.answer(name, (digit) => onCommand(digit), last), [keyboard, name, last]);
}
