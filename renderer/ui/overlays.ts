/**
 * Where menus, tooltips and the like are put into the page: inside its main landmark, above everything else, so that
 * nothing one can read lies outside the landmarks.
 * @module
 */
import { createContext, useContext } from 'react';

export const OverlayContext = createContext<HTMLElement | null>(null);

/** The element overlays go into; `null` before the window is laid out. */
export function useOverlayContainer(): HTMLElement | null {
  return useContext(OverlayContext);
}
