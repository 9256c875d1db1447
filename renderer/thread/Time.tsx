import { clock, exactTime } from '../format/time.ts';

/** The time of day; the whole moment for those who look closer. */
export function Time({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={exactTime(at)}>
      {clock(at)}
    </time>
  );
}
