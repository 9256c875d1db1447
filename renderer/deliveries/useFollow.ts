import { type KeyboardEvent, type UIEvent, useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { useActions, useStateNow, useWindow } from '../state/binding.tsx';
import { followAfter, notFollowing, type StopReason } from './follow.ts';

/** Keys that only lead somewhere else or belong to a key to come. */
const passing = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'Escape', 'Enter', ' ']);

/** Opens what arrives while following; `watched` is given to what holds list and details. */
export function useFollow() {
  const { navigation } = useActions();
  const now = useStateNow();
  const [follow, dispatch] = useReducer(followAfter, notFollowing);
  const count = useWindow((state) => state.deliveries.fresh?.count ?? 0);
  const seen = useRef(count);
  // Asked at each frame of scrolling: only what changes something is dispatched.
  const stop = (why: StopReason): void => {
    if (follow.mode === 'following') dispatch({ kind: 'navigated', why });
  };

  const onArrival = useEffectEvent((arrived: number) => {
    const newest = now().deliveries.fresh;
    if (newest === null) return;
    if (follow.mode !== 'following') dispatch({ kind: 'arrived', count: arrived });
    else if (hasSelection()) stop('selected');
    else navigation.goTo({ name: 'deliveries', deliveryId: newest.id });
  });
  useEffect(() => {
    const arrived = count - seen.current;
    seen.current = count;
    if (arrived > 0) onArrival(arrived);
  }, [count]);

  const onSelection = useEffectEvent(() => {
    if (follow.mode === 'following' && hasSelection()) stop('selected');
  });
  useEffect(() => {
    const onChange = () => onSelection();
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, []);

  /** Begins with the newest that is there. */
  const begin = (): void => {
    dispatch({ kind: 'begin' });
    const newest = now().deliveries.items[0];
    if (newest && follow.mode === 'stopped' && follow.missed > 0) navigation.goTo({ name: 'deliveries', deliveryId: newest.id });
  };

  const watched = {
    onScrollCapture({ target }: UIEvent) {
      if (target instanceof HTMLElement && target.scrollTop > 0) stop('scrolled');
    },
    onKeyDownCapture({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) {
      if (ctrlKey || metaKey || altKey || passing.has(key)) return;
      if (target instanceof HTMLElement && target.closest('[data-follow-free]') === null) stop('moved');
    },
  };
  return { follow, begin, end: () => dispatch({ kind: 'end' }), stop, watched };
}

export type Following = ReturnType<typeof useFollow>;

/** Whether text of the details is selected: it would be lost. */
function hasSelection(): boolean {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed) return false;
  const { anchorNode } = selection;
  const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
  return element?.closest('[data-pane="details"]') != null;
}
