/**
 * What the user can set for the whole app.
 * @module
 */
import { z } from 'zod';

/** How much of a text a notification shows. */
export const notificationContentSchema = z.enum(['name-and-text', 'name-only', 'nothing']);

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  notifications: z.object({ enabled: z.boolean().default(true), content: notificationContentSchema.default('name-and-text') }).prefault({}),
  startAtLogin: z.boolean().default(false),
  /** The one-time sentence "Texttray keeps running in the tray" was shown. */
  closeExplained: z.boolean().default(false),
  /** Whether providers are pointed back to where they pointed before, while Texttray does not receive. */
  registration: z.object({ restoreOnPause: z.boolean().default(false), restoreOnQuit: z.boolean().default(false) }).prefault({}),
  deliveries: z
    .object({
      keepDays: z.number().int().min(1).max(365).default(30),
      keepCount: z.number().int().min(100).max(100_000).default(10_000),
    })
    .prefault({}),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
