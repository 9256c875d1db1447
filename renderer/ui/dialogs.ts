/**
 * The browser's own dialogs. What is not in the topmost one is behind it and cannot be used: who has something to say
 * meanwhile has to say it there.
 * @module
 */
import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';

/** In the order in which they were opened. */
let opened: readonly HTMLDialogElement[] = [];
const listeners = new Set<() => void>();

function set(dialogs: readonly HTMLDialogElement[]): void {
  opened = dialogs;
  for (const listener of listeners) listener();
}

/** Shows a dialog above everything else for as long as it is in the page: keeps the focus inside, gives it back at the end. */
export function useModalDialog(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    set([...opened, element]);
    return () => {
      set(opened.filter((other) => other !== element));
      element.close();
    };
  }, []);
  return dialog;
}

/** The dialog that is above everything else; `null`: none is open. */
export function useTopDialog(): HTMLDialogElement | null {
  return useSyncExternalStore(subscribe, topmost);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const topmost = (): HTMLDialogElement | null => opened.findLast(({ open, isConnected }) => open && isConnected) ?? null;
