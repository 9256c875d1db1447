/**
 * `search.*`
 * @module
 */
import { z } from 'zod';
import { conversationSchema } from '../../domain/conversation.ts';
import { directionSchema } from '../../domain/message.ts';
import { instantSchema } from '../../domain/time.ts';
import { limit, method } from './method.ts';

/** A message that was found. */
export const searchHitSchema = z.object({
  id: z.string(),
  sequence: z.number().int(),
  lineId: z.string(),
  conversationId: z.string(),
  peer: z.string(),
  direction: directionSchema,
  at: instantSchema,
  hasMedia: z.boolean(),
  /** The text; of a very long one the part around the first match. */
  body: z.string(),
  /** What matches in `body`: from (inclusive) and to (exclusive) in UTF-16 units, in order, without overlaps. */
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
});
export type SearchHit = Readonly<z.infer<typeof searchHitSchema>>;

/** How much can be searched: `building` while texts are still being read, `unavailable` where there is no index. */
export const searchIndexSchema = z.object({
  state: z.enum(['ready', 'building', 'unavailable']),
  /** Messages read of those that are to be read. */
  done: z.number().int(),
  total: z.number().int(),
});
export type SearchIndexState = Readonly<z.infer<typeof searchIndexSchema>>;

const searchFilters = z.object({
  lineId: z.string().max(200).optional(),
  direction: directionSchema.optional(),
  /** Not before this moment, and before that one. */
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  hasMedia: z.boolean().optional(),
});
export type SearchFilters = Readonly<z.infer<typeof searchFilters>>;

export const searchMethods = {
  /**
   * Messages whose text holds every word of the query (in quotation marks: the words as they stand), newest first, and,
   * on the first page, conversations by name, number and line. Case and accents do not matter. Without a query the filters
   * alone decide.
   */
  'search.query': method(
    searchFilters.extend({
      query: z.string().trim().max(200).default(''),
      /** `nextBefore` of the page before. */
      before: z
        .string()
        .regex(/^-?\d{1,16}$/, 'Not from an answer.')
        .optional(),
      limit: limit(100, 30),
      /** Whoever asks again with the same name does not want the earlier answer any more. */
      asker: z.string().max(60).optional(),
    }),
    z.object({
      conversations: z.array(conversationSchema),
      messages: z.array(searchHitSchema),
      /** Asks for older ones; `null`: there are none. */
      nextBefore: z.string().nullable(),
      /** False: there may be more than was looked at, because the index is not whole or the time was up. */
      complete: z.boolean(),
      /** A question of the same `asker` came after this one, so it was not answered. Where they overtook each other: ask again. */
      superseded: z.boolean(),
      index: searchIndexSchema,
    }),
  ),
} as const;
