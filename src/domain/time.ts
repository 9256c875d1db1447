import { z } from 'zod';

/** A moment as stored: ISO 8601 in UTC with milliseconds, e.g. `2026-03-01T15:30:00.000Z`. */
export const instantSchema = z.iso.datetime({ offset: false });

export type Instant = z.infer<typeof instantSchema>;

/** Reads any ISO 8601 time a provider sends (with offset, without milliseconds) as UTC; `undefined` when it is not one. */
export function toInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
