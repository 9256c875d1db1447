import { useEffect } from 'react';
import { focusInto, focusSoon, rememberFocus, shownPane } from './panes.ts';

/**
 * Keeps the keyboard where it was when what had the focus goes away: a row that was archived, a dialog whose button is
 * gone. Browsers give up then, and the next key would land nowhere.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let pane: HTMLElement | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement) || target.closest('dialog, [role="menu"]')) return;
      last = target;
      pane = target.closest<HTMLElement>('[data-pane]');
      rememberFocus(target);
    };
    const onChange = (): void => {
      if (last === null || last.isConnected || document.activeElement !== document.body || document.querySelector('dialog[open]')) return;
      last = null;
      // What is left may hold nothing to focus: a thread whose only message went.
      if (pane?.isConnected && focusInto(pane)) return;
      const rest = shownPane('list') ?? document.querySelector<HTMLElement>('main [data-pane]');
      if (rest) focusSoon(rest);
    };
    const observer = new MutationObserver(onChange);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
}
