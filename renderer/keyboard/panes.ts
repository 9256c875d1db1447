/**
 * The parts of the window that F6 goes through, in the order they stand in. A part is whatever carries `data-pane`.
 * @module
 */
export type PaneName = 'lanes' | 'list' | 'thread' | 'composer' | 'details' | 'page';

/** What a part carries so that F6 stops at it. */
export const pane = (name: PaneName) => ({ 'data-pane': name }) as const;

const tabbable = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** Where the focus was in each pane: coming back leads there again. */
const lastIn = new WeakMap<Element, HTMLElement>();

/** To be told of each move of the focus. */
export function rememberFocus(target: HTMLElement): void {
  const around = target.closest('[data-pane]');
  if (around) lastIn.set(around, target);
}

/** Moves the focus into the next pane, or the one before; around the ends. False where there is only one. */
export function focusNeighbour(direction: 1 | -1): boolean {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isShown);
  const present = document.activeElement?.closest<HTMLElement>('[data-pane]');
  const at = present ? panes.indexOf(present) : direction === 1 ? -1 : 0;
  for (let tried = 1; tried <= panes.length; tried += 1) {
    const next = panes[(at + direction * tried + panes.length * tried) % panes.length];
    if (next && next !== present && focusInto(next)) return true;
  }
  return false;
}

/** Focuses what had the focus in a pane, or its row that is reached with Tab, or whatever comes first. */
export function focusInto(part: HTMLElement): boolean {
  const last = lastIn.get(part);
  const candidates = [
    last?.isConnected && last.tabIndex >= 0 ? last : null,
    part.querySelector<HTMLElement>('[data-roving][tabindex="0"]'),
    ...part.querySelectorAll<HTMLElement>(tabbable),
  ];
  const found = candidates.find((element) => element !== null && isShown(element));
  found?.focus();
  return found != null && document.activeElement === found;
}

/**
 * Focuses a part that has just come: a list shows its rows a moment after it can be seen, and a row is what one wants there,
 * not a button above it.
 */
export function focusSoon(part: HTMLElement, frames = 60): void {
  const row = part.querySelector<HTMLElement>('[data-roving][tabindex="0"]');
  if (row !== null && isShown(row)) row.focus();
  else if (part.dataset.pane !== 'list' || frames === 0) focusInto(part);
  else {
    requestAnimationFrame(() => {
      // Unless the user was faster.
      if (document.activeElement === document.body) focusSoon(part, frames - 1);
    });
  }
}

/** The part of this name, when it is there to be seen. */
export function shownPane(name: PaneName): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(`[data-pane="${name}"]`)].find(isShown);
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
