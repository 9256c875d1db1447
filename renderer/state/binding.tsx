/**
 * How components read the store and act: one context, two hooks.
 * @module
 */
import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand/react';
import { useShallow } from 'zustand/react/shallow';
import type { Actions } from './actions.ts';
import type { WindowState } from './model.ts';
import type { WindowStore } from './store.ts';

type Held = { readonly store: WindowStore; readonly actions: Actions };

const HeldContext = createContext<Held | null>(null);

export function StateProvider({ store, actions, children }: Held & { readonly children: ReactNode }) {
  return <HeldContext value={{ store, actions }}>{children}</HeldContext>;
}

function useHeld(): Held {
  const held = useContext(HeldContext);
  if (!held) throw new Error('A component that reads the state stands outside StateProvider.');
  return held;
}

/** What the selector picks; rendered again only when a part of it changed. */
export function useWindow<Value>(select: (state: WindowState) => Value): Value {
  return useStore(useHeld().store, useShallow(select));
}

/** The state as it is now, for event handlers. */
export function useStateNow(): () => WindowState {
  return useHeld().store.getState;
}

export function useActions(): Actions {
  return useHeld().actions;
}
