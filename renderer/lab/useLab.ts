import { createContext, useContext } from 'react';
import { useStore } from 'zustand/react';
import { useShallow } from 'zustand/react/shallow';
import type { LabState } from './lab-model.ts';
import type { Lab } from './lab-store.ts';

export const LabContext = createContext<Lab | null>(null);

/** What the lab can do. */
export function useLab(): Lab {
  const lab = useContext(LabContext);
  if (!lab) throw new Error('A part of the replay lab stands outside its page.');
  return lab;
}

/** What the selector picks; rendered again only when a part of it changed. */
export function useLabState<Value>(select: (state: LabState) => Value): Value {
  return useStore(useLab().store, useShallow(select));
}
