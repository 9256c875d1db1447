/** The sizes of everything, in percent, that the keys and the settings go through. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** The next size up (1) or down (-1), or the usual one (0). */
export function textSizeAfter(present: number, direction: 1 | 0 | -1): number {
  if (direction === 0) return 100;
  if (direction === 1) return textSizes.find((size) => size > present) ?? 200;
  return textSizes.findLast((size) => size < present) ?? 80;
}
