/**
 * What is wrong with the app itself right now, in sentences. A problem goes away when its cause does.
 * @module
 */
import type { Problem } from '../contract/views.ts';
import type { Clock } from './ports.ts';
import type { Announcer } from './state.ts';

export type Problems = {
  list(): readonly Problem[];
  /** Adds or rewords a problem; `since` stays what it was first. */
  raise(problem: Omit<Problem, 'since'>): void;
  clear(id: string): void;
};

export function createProblems({ announcer, clock }: { announcer: Announcer; clock: Clock }): Problems {
  const problems = new Map<string, Problem>();
  const announce = (): void => announcer.change({ kind: 'problems', problems: [...problems.values()] });
  return {
    list: () => [...problems.values()],
    raise(problem) {
      const known = problems.get(problem.id);
      if (known?.message === problem.message) return;
      problems.set(problem.id, { ...problem, since: known?.since ?? new Date(clock.now()).toISOString() });
      announce();
    },
    clear(id) {
      if (problems.delete(id)) announce();
    },
  };
}
