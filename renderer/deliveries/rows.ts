/** Moves the focus from the filters into the list below them; false when nothing is listed. */
export function focusFirstRow(from: HTMLElement): boolean {
  const row = from.closest('[data-pane]')?.querySelector<HTMLElement>('ul [data-roving][tabindex="0"]');
  row?.focus();
  return row != null;
}
