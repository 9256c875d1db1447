/**
 * How many refused deliveries are recorded. A check costs microseconds, so a genuine signature always passes; what
 * forged traffic could do is fill the list of deliveries. So only what fails is counted, per source and per line.
 * @module
 */
import type { Clock } from '../core/ports.ts';
import type { BucketLimits } from './limits.ts';

export type RefusalBudget = {
  /** Takes one refusal out of both budgets; false, and nothing taken, when either is used up. */
  take(source: string, line: string): boolean;
  /** Puts it back: it was none. */
  giveBack(source: string, line: string): void;
  /** Whole seconds until `take` would say yes again; at least 1. */
  secondsUntilNext(source: string, line: string): number;
};

type Bucket = { tokens: number; at: number };
type Buckets = { of(key: string): Bucket; readonly limits: BucketLimits };

/** Sources and lines that are remembered; the one that was new longest ago is forgotten first. */
const remembered = 1_024;

export function createRefusalBudget(dependencies: {
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly perSource: BucketLimits;
  readonly perLine: BucketLimits;
}): RefusalBudget {
  const sources = createBuckets(dependencies.clock, dependencies.perSource);
  const lines = createBuckets(dependencies.clock, dependencies.perLine);
  return {
    take(source, line) {
      const buckets = [sources.of(source), lines.of(line)];
      if (buckets.some((bucket) => bucket.tokens < 1)) return false;
      for (const bucket of buckets) bucket.tokens -= 1;
      return true;
    },
    giveBack(source, line) {
      putBack(sources, source);
      putBack(lines, line);
    },
    secondsUntilNext(source, line) {
      return Math.max(1, secondsUntilOne(sources, source), secondsUntilOne(lines, line));
    },
  };
}

function createBuckets(clock: Pick<Clock, 'monotonic'>, limits: BucketLimits): Buckets {
  const buckets = new Map<string, Bucket>();
  return {
    limits,
    of(key) {
      const now = clock.monotonic();
      const known = buckets.get(key);
      if (known !== undefined) {
        known.tokens = Math.min(limits.burst, known.tokens + ((now - known.at) / 60_000) * limits.perMinute);
        known.at = now;
        return known;
      }
      const oldest = buckets.size >= remembered ? buckets.keys().next().value : undefined;
      if (oldest !== undefined) buckets.delete(oldest);
      const fresh = { tokens: limits.burst, at: now };
      buckets.set(key, fresh);
      return fresh;
    },
  };
}

function putBack(buckets: Buckets, key: string): void {
  const bucket = buckets.of(key);
  bucket.tokens = Math.min(buckets.limits.burst, bucket.tokens + 1);
}

function secondsUntilOne(buckets: Buckets, key: string): number {
  const missing = 1 - buckets.of(key).tokens;
  return missing <= 0 ? 0 : Math.ceil((missing / buckets.limits.perMinute) * 60);
}
