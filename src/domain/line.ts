/**
 * A line: one phone number at one provider.
 * @module
 */
import { z } from 'zod';
import { notificationContentSchema } from './settings.ts';
import { instantSchema } from './time.ts';

export const providerNameSchema = z.enum(['cloudvno', 'receivesms-ink', 'mobile-api-connect', 'cloudspire', 'practice']);
export type ProviderName = z.infer<typeof providerNameSchema>;

/** A webhook path: `/hooks/` and 22 random base64url characters (132 bits). */
export const webhookPathSchema = z.string().regex(/^\/hooks\/[A-Za-z0-9_-]{22}$/);

/** How many former public addresses of a line stay valid: retries can still be signed for an older one. */
export const keptPublicUrls = 10;

export const lineSchema = z.object({
  id: z.string().min(1),
  provider: providerNameSchema,
  label: z.string().min(1).max(60),
  /** E.164, or what the provider calls the number. */
  number: z.string().min(1).max(32),
  webhookPath: webhookPathSchema,
  /** Whole webhook URLs this line had, newest first, at most `keptPublicUrls`. */
  publicUrls: z.array(z.object({ url: z.string(), since: instantSchema })),
  createdAt: instantSchema,
  /** Which of the line colours it has (0…7); absent: by the order in which lines were added. */
  color: z.number().int().min(0).max(7).optional(),
  /** False: its texts are not announced. */
  notify: z.boolean().optional(),
  /** How much a notification of it shows; absent: what the settings say. */
  noticeContent: notificationContentSchema.optional(),
  /** After how many hours without an answer its conversations wait on the user; absent: what the settings say. */
  waitingHours: z.number().int().min(0).max(720).optional(),
  /** Set when the user took the line away: its conversations stay readable, its path answers 404. */
  removedAt: instantSchema.optional(),
});
export type Line = Readonly<z.infer<typeof lineSchema>>;

/** Puts a URL behind the newest one: signatures for it count as well, and what is shown stays. The list is unchanged when it is in it. */
export function withAcceptedUrl(line: Line, url: string, since: string): Line {
  if (line.publicUrls.some((known) => known.url === url)) return line;
  const publicUrls = [...line.publicUrls.slice(0, 1), { url, since }, ...line.publicUrls.slice(1)];
  return { ...line, publicUrls: publicUrls.slice(0, keptPublicUrls) };
}

/** Puts a public URL in front of the kept ones; the list is unchanged when it is the newest already. */
export function withPublicUrl(line: Line, url: string, since: string): Line {
  if (line.publicUrls[0]?.url === url) return line;
  const others = line.publicUrls.filter((known) => known.url !== url);
  return { ...line, publicUrls: [{ url, since }, ...others].slice(0, keptPublicUrls) };
}
