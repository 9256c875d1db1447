/**
 * The longest run of numbers that rise, as places in the list, among others between them: what kept its order.
 * Takes n · log n steps.
 */
export function longestRising(numbers: readonly number[]): readonly number[] {
  /** By length: where the run of that length ends whose last number is the smallest. */
  const ends: number[] = [];
  const before = new Int32Array(numbers.length);
  for (const [place, value] of numbers.entries()) {
    const length = firstWhere(ends, (end) => (numbers[end] ?? 0) >= value);
    before[place] = ends[length - 1] ?? -1;
    ends[length] = place;
  }
  const found: number[] = [];
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) found.push(place);
  return found.reverse();
}

function firstWhere(sorted: readonly number[], reached: (value: number) => boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (reached(sorted[middle] ?? 0)) to = middle;
    else from = middle + 1;
  }
  return from;
}
