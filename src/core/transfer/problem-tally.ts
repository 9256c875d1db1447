/**
 * Counts what is wrong with a file: everything by number, the first of it one by one. A file of nothing but damage must not
 * become a report of its size.
 * @module
 */
import type { ProblemReport, ReadProblem, ReadProblemCode } from '../../contract/exchange.ts';

const listedAtMost = 500;

export type ProblemTally = {
  add(problems: readonly ReadProblem[]): void;
  report(): ProblemReport;
};

export function createProblemTally(): ProblemTally {
  const first: ReadProblem[] = [];
  const byCode = new Map<ReadProblemCode, number>();
  let total = 0;
  let lost = 0;
  return {
    add(problems) {
      for (const problem of problems) {
        total += 1;
        if (problem.lost) lost += 1;
        byCode.set(problem.code, (byCode.get(problem.code) ?? 0) + 1);
        if (first.length < listedAtMost) first.push(problem);
      }
    },
    report: () => ({ total, lost, byCode: Object.fromEntries(byCode), first }),
  };
}
