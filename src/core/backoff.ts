/**
 * How long to wait after the n-th failure in a row, in milliseconds: 1 s doubling to 60 s, 50–100 % of it by chance so
 * that many waiting ones do not come back at the same moment.
 */
export function backoffMs(failures: number, fraction: number): number {
  const full = Math.min(60_000, 1_000 * 2 ** Math.max(0, failures - 1));
  return Math.round(full * (0.5 + fraction / 2));
}
