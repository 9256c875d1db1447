import { useSyncExternalStore } from 'react';
import { roomInRem, useTextScale } from '../ui/text-scale.ts';

/** True while the sidebar has no room for words: they become tooltips. The same widths as in Sidebar.module.css. */
export function useIsRail(): boolean {
  useTextScale();
  return useSyncExternalStore(subscribe, () => {
    const room = roomInRem();
    return room >= 45 && room < 67.5;
  });
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => window.removeEventListener('resize', onChange);
}
