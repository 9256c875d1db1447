/**
 * How large everything is. Lengths are in rem in every style sheet; what is computed in pixels asks here.
 * @module
 */
import { useMemo } from 'react';
import { useWindow } from '../state/binding.tsx';

/** The lengths in the style sheets are thought of at this size, in pixels. */
const usualRoot = 16;
/** Narrower windows show one pane at a time; the same as in the style sheets, in rem. */
const narrow = 45;

/** 1 at the usual size, 2 at twice the size, whether set here or in the browser. */
function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usualRoot;
}

export function useTextScale(): number {
  const chosen = useWindow((state) => state.settings?.reading.textSize);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen is read from the page, where it is applied.
  return useMemo(textScale, [chosen]);
}

/** The window's width in rem: how much has room in it. */
export function roomInRem(): number {
  return document.documentElement.clientWidth / (textScale() * usualRoot);
}

export function isNarrow(): boolean {
  return roomInRem() < narrow;
}
