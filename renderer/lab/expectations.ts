/**
 * Whether the receiver made of requests what a correct one makes of them.
 * @module
 */
import type { LabExpectation, LabResult } from '../../src/contract/lab.ts';

export type Outcome =
  | { readonly kind: 'as-expected'; readonly expected: LabExpectation }
  | { readonly kind: 'otherwise'; readonly expected: LabExpectation }
  /** Nothing was known beforehand. */
  | { readonly kind: 'open' };

type Run = { readonly expected: readonly LabExpectation[]; readonly together: boolean; readonly results: readonly LabResult[] };

/** One for each result. Of requests that went out together nobody knows which is judged first: only what came of all of them counts. */
export function outcomesOf({ expected, together, results }: Run): readonly Outcome[] {
  if (!together) return results.map((result, place) => outcomeOf(result, expected[place]));
  const left = [...expected];
  const matched = results.map((result) => {
    const place = left.findIndex((each) => meets(result, each));
    return place < 0 ? undefined : left.splice(place, 1)[0];
  });
  return results.map((result, place) => outcomeOf(result, matched[place] ?? left.shift()));
}

/** Whether all of a run's requests had the expected end; `undefined`: that cannot be said. */
export function isAsExpected(run: Run): boolean | undefined {
  const outcomes = outcomesOf(run);
  if (outcomes.some(({ kind }) => kind === 'otherwise')) return false;
  return outcomes.length === 0 || outcomes.some(({ kind }) => kind === 'open') ? undefined : true;
}

function outcomeOf(result: LabResult, expected: LabExpectation | undefined): Outcome {
  if (expected === undefined) return { kind: 'open' };
  return { kind: meets(result, expected) ? 'as-expected' : 'otherwise', expected };
}

function meets({ status, verdict }: LabResult, expected: LabExpectation): boolean {
  return status === expected.status && verdict === expected.verdict;
}
