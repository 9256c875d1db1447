import { useSyncExternalStore } from 'react';

/** The widths between which the sidebar is a rail of signs; the same as in Sidebar.module.css. */
const rail = '(width >= 720px) and (width < 1080px)';

/** True while the sidebar has no room for words: they become tooltips. */
export function useIsRail(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(rail).matches);
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(rail);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
