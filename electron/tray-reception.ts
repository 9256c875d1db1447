/**
 * Whether texts can arrive, as the tray says it: by the shape of its icon and in words.
 * @module
 */
import type { Speech } from '../src/contract/texts/words.ts';
import type { ShellState } from './shell-state.ts';

/** The pictures of `icons/tray`: the state of reception is told by shape. */
export type TrayShape = 'plain' | 'degraded' | 'unreachable' | 'paused';

export function receptionOf(
  { tunnel }: ShellState,
  { words: { tray: words }, locale }: Speech,
): { readonly shape: TrayShape; readonly words: string } {
  const since = moment(tunnel.since, locale);
  switch (tunnel.reception) {
    case 'paused':
      return { shape: 'paused', words: words.pausedSince(since) };
    case 'receiving':
      return { shape: 'plain', words: words.receiving };
    case 'degraded':
      return { shape: 'degraded', words: words.degraded };
    case 'not-checked':
      return { shape: 'plain', words: words.checking };
    case 'not-reachable':
      return { shape: 'unreachable', words: tunnel.kind === 'none' ? words.localOnly : words.notReachableSince(since) };
  }
}

/** `1 Mar, 14:02`: with its day, since a menu does not know when it will be read. */
function moment(at: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}
