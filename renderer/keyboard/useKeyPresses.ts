import { useEffect } from 'react';
import { useIsMac } from '../ui/usePlatform.ts';
import { commandFor } from './chords.ts';
import { useKeyboard } from './useCommand.ts';

/** Listens for the keys of the table. A dialog or a menu that is open takes its keys first. */
export function useKeyPresses(): void {
  const keyboard = useKeyboard();
  const mac = useIsMac();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isInOverlay(event.target)) return;
      const meant = commandFor(event, mac, isTextField(event.target));
      if (meant && keyboard.run(meant.name, meant.digit)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [keyboard, mac]);
}

const notTyped = new Set(['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit']);

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !notTyped.has(target.type));
}

function isInOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('dialog, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"][data-state]') !== null
  );
}
