/**
 * A rule: what happens by itself with an inbound text.
 * @module
 */
import { z } from 'zod';
import { timeOfDaySchema, weekdaySchema } from './settings.ts';
import { tagSchema } from './tag.ts';

/** All that are given must hold. */
export const ruleConditionSchema = z.object({
  /** Any of these words in the text, whatever case and accents. */
  keywords: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  /** How a keyword is met: as a whole word, anywhere, or as the whole text. */
  match: z.enum(['word', 'anywhere', 'whole-text']).default('word'),
  lineIds: z.array(z.string()).max(100).default([]),
  /** Any of these addresses. */
  peers: z.array(z.string()).max(100).default([]),
  senders: z.enum(['anyone', 'known', 'unknown']).default('anyone'),
  /** Only inside, or only outside these hours (the user's zone). */
  hours: z
    .object({ side: z.enum(['inside', 'outside']), from: timeOfDaySchema, to: timeOfDaySchema, days: z.array(weekdaySchema).max(7) })
    .nullable()
    .default(null),
});

export const ruleActionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('answer'), body: z.string().trim().min(1).max(1_600) }),
  z.object({ do: z.literal('tag'), tag: tagSchema }),
  z.object({ do: z.literal('move'), to: z.enum(['archived', 'blocked']) }),
  z.object({ do: z.literal('mute') }),
  /** Posts the text as JSON to an address of the user's. */
  z.object({ do: z.literal('forward'), url: z.url({ protocol: /^https?$/ }).max(2_000) }),
]);
export type RuleAction = Readonly<z.infer<typeof ruleActionSchema>>;

export const ruleSchema = z.object({
  id: z.string().min(1),
  name: z.string().trim().min(1).max(60),
  enabled: z.boolean(),
  condition: ruleConditionSchema,
  actions: z.array(ruleActionSchema).min(1).max(10),
  /** No rule after this one looks at the text. */
  stops: z.boolean().default(false),
});
export type Rule = Readonly<z.infer<typeof ruleSchema>>;
