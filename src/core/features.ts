/**
 * The features beside receiving and sending, put together.
 * @module
 */
import type { Ground, Part } from './ground.ts';
import { createJobHandlers } from './jobs-handlers.ts';

export function createFeatures(ground: Ground) {
  const jobs: Part<'jobs.cancel' | 'jobs.dismiss'> = { handlers: createJobHandlers(ground) };
  const parts: readonly Part<never>[] = [jobs];
  return {
    handlers: { ...jobs.handlers },
    /** In the order in which they happen. */
    followUps: parts.flatMap(({ followUps }) => followUps ?? []),
    async start() {
      for (const part of parts) await part.start?.();
    },
    resumed() {
      for (const part of parts) part.resumed?.();
    },
    settled(...[settings]: Parameters<NonNullable<Part<never>['settled']>>) {
      for (const part of parts) part.settled?.(settings);
    },
    async close() {
      for (const part of parts.toReversed()) await part.close?.();
    },
  };
}
