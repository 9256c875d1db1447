/**
 * The window's store: a plain zustand store that knows no React and no carrier.
 * @module
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { initialState, type WindowState } from './model.ts';

export type WindowStore = StoreApi<WindowState>;

export function createWindowStore(): WindowStore {
  return createStore<WindowState>()(() => initialState);
}
