/** Marks the fields that shortcuts move to, wherever on the screen they are. */
export const focusMarks = { search: 'data-focus-search', composer: 'data-focus-composer' } as const;
