/** Marks the fields that shortcuts move to, wherever on the screen they are. */
export const focusMarks = { search: 'data-focus-search', composer: 'data-focus-composer' } as const;

export function focusMarked(mark: string): void {
  const focus = () => {
    const field = document.querySelector<HTMLElement>(`[${mark}]`);
    field?.focus();
    return field !== null;
  };
  if (!focus()) requestAnimationFrame(focus);
}
