import { z } from 'zod';

/** A moment as stored: ISO 8601 in UTC with milliseconds, e.g. `2026-03-01T15:30:00.000Z`. */
export const instantSchema = z.iso.datetime({ offset: false });

export type Instant = z.infer<typeof instantSchema>;

/**
 * Reads any ISO 8601 time a provider sends (with offset, without milliseconds) as UTC; `undefined` when it is not one. A
 * time without an offset counts as UTC: the zone of this computer has nothing to do with it.
 */
export function toInstant(text: string): Instant | undefined {
  const match = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  if (match === null) return undefined;
  const milliseconds = Date.parse(match[1] === undefined ? `${text}Z` : text);
  if (Number.isNaN(milliseconds)) return undefined;
  const instant = new Date(milliseconds).toISOString();
  return instantSchema.safeParse(instant).success ? instant : undefined;
}
