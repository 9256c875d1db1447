/**
 * The size of everything: the font size of the root, which all lengths are multiples of.
 * @module
 */

/** Sets it, in percent. */
export function showTextSize(percent: number): void {
  document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`;
}

/**
 * Makes Chromium take notice of the size in its container queries: where elements were added after it was set, they are
 * asked with the size before, until the container itself changes. To be called when the elements are there.
 */
export function takeNoticeOfTextSize(): void {
  const root = document.documentElement;
  root.style.containerType = 'normal';
  root.getBoundingClientRect();
  root.style.containerType = '';
}
