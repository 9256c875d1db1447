/**
 * The features beside receiving and sending, put together.
 * @module
 */
import { formatAddress } from '../domain/peer.ts';
import { createBulk } from './bulk.ts';
import { missedNotice } from './composing/missed.ts';
import { createSchedule } from './composing/schedule.ts';
import { createTemplates } from './composing/templates.ts';
import type { Ground, Part } from './ground.ts';
import { createJobHandlers } from './jobs-handlers.ts';
import type { Problems } from './problems.ts';
import { createRules } from './rules/rules.ts';

export function createFeatures(ground: Ground & { readonly problems: Problems }) {
  const jobs: Part<'jobs.cancel' | 'jobs.dismiss'> = { handlers: createJobHandlers(ground) };
  const bulk = createBulk(ground);
  const templates = createTemplates(ground);
  const schedule = createSchedule({
    ...ground,
    onMissed(scheduled) {
      const name = ground.lists.contactOf(scheduled.peer)?.name ?? formatAddress(scheduled.peer);
      ground.announcer.announce(missedNotice(scheduled, name, ground.settings().notifications.content));
    },
  });
  const rules = createRules(ground);
  const parts: readonly Part<never>[] = [jobs, bulk, templates, schedule, rules];
  return {
    handlers: { ...jobs.handlers, ...bulk.handlers, ...templates.handlers, ...schedule.handlers, ...rules.handlers },
    inlineAnswer: rules.inlineAnswer,
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
