/**
 * What takes long, as the window is told of it: how far it is, how it ended, and that it can be stopped.
 * @module
 */
import type { Job } from '../contract/jobs.ts';
import type { Clock, Random } from './ports.ts';
import type { Announcer } from './state.ts';

export type RunningJob = {
  readonly id: string;
  /** Aborted when the user stops the job or the app closes. */
  readonly signal: AbortSignal;
  /** Tells how far it is. Cheap: call it as often as you like. */
  progress(done: number, total?: number | null): void;
  /** It is over. */
  end(outcome: Pick<Job, 'detail' | 'fileId' | 'fileName'> & { readonly state: Exclude<Job['state'], 'running'> }): void;
};

export type Jobs = {
  list(): readonly Job[];
  start(job: Pick<Job, 'kind' | 'unit'> & { readonly total?: number }): RunningJob;
  /** Asks a running job to stop; false when there is none. */
  cancel(id: string): boolean;
  /** Forgets a job that is over; false when it runs or there is none. */
  dismiss(id: string): boolean;
  /** Stops all of them. */
  close(): void;
};

/** Jobs that are over are kept until they are dismissed, at most this many. */
const keptAtMost = 20;

export function createJobs({ announcer, clock, random }: { announcer: Announcer; clock: Clock; random: Random }): Jobs {
  const jobs = new Map<string, Job>();
  const running = new Map<string, AbortController>();
  const announce = (): void => announcer.later('jobs', () => ({ kind: 'jobs', jobs: [...jobs.values()] }));
  const change = (id: string, changes: Partial<Job>): void => {
    const present = jobs.get(id);
    if (present?.state !== 'running') return;
    jobs.set(id, { ...present, ...changes });
    announce();
  };

  return {
    list: () => [...jobs.values()],
    start({ total, ...job }) {
      const id = `job_${random.token(9)}`;
      const controller = new AbortController();
      running.set(id, controller);
      jobs.set(id, { id, ...job, state: 'running', done: 0, total: total ?? null, startedAt: new Date(clock.now()).toISOString() });
      for (const [old, { state }] of jobs) if (jobs.size > keptAtMost && state !== 'running') jobs.delete(old);
      announce();
      return {
        id,
        signal: controller.signal,
        progress: (done, total) => change(id, { done, ...(total !== undefined && { total }) }),
        end(outcome) {
          running.delete(id);
          change(id, outcome);
        },
      };
    },
    cancel(id) {
      const controller = running.get(id);
      controller?.abort();
      return controller !== undefined;
    },
    dismiss(id) {
      if (running.has(id) || !jobs.delete(id)) return false;
      announce();
      return true;
    },
    close() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
