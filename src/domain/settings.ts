/**
 * What the user can set for the whole app.
 * @module
 */
import { z } from 'zod';

/** How much of a text a notification shows. */
export const notificationContentSchema = z.enum(['name-and-text', 'name-only', 'nothing']);
export type NotificationContent = z.infer<typeof notificationContentSchema>;

/** A time of day in the user's zone, `HH:MM`. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** 0 = Sunday … 6 = Saturday. */
export const weekdaySchema = z.number().int().min(0).max(6);

const quietHoursShape = {
  enabled: z.boolean(),
  from: timeOfDaySchema,
  /** Earlier than `from`: on the next day. */
  to: timeOfDaySchema,
  /** The days on which they begin. */
  days: z.array(weekdaySchema).max(7),
  /** One-time codes are announced all the same. */
  letCodesThrough: z.boolean(),
};

const notificationsShape = {
  enabled: z.boolean(),
  content: notificationContentSchema,
  sound: z.boolean(),
};

const codesShape = {
  /** How long a code stays in the Codes lane, in hours. */
  keepHours: z.number().int().min(1).max(168),
  /** After how many seconds a copied code is taken out of the clipboard; 0: never. */
  clearClipboardSeconds: z.number().int().min(0).max(600),
  /** The system-wide shortcut that copies the latest code, as Electron writes it; '' = none. */
  globalShortcut: z.string().max(60),
};

const lanesShape = {
  /** After how many hours without an answer a conversation waits on the user. */
  waitingHours: z.number().int().min(0).max(720),
  /** Texts of unknown senders are in their own lane only. */
  unknownApart: z.boolean(),
};

const mediaShape = {
  download: z.enum(['always', 'known-senders', 'never']),
  /** Larger attachments are only fetched when the user asks. */
  mostMegabytes: z.number().int().min(1).max(100),
};

const readingShape = {
  language: z.enum(['system', 'en', 'de']),
  /** The size of everything, in percent. */
  textSize: z.number().int().min(80).max(200),
  spellCheck: z.boolean(),
  /** Languages of the spell checker, e.g. `en-GB`; empty: the system's. */
  spellCheckLanguages: z.array(z.string().max(20)).max(10),
};

const registrationShape = { restoreOnPause: z.boolean(), restoreOnQuit: z.boolean() };

const deliveriesShape = {
  keepDays: z.number().int().min(1).max(365),
  keepCount: z.number().int().min(100).max(100_000),
};

/** A group whose members may each be missing in what is read, from before there was such a setting. */
function group<Shape extends z.ZodRawShape>(shape: Shape, usual: z.output<z.ZodObject<Shape>>) {
  return z.preprocess((stored) => (typeof stored === 'object' && stored !== null ? { ...usual, ...stored } : usual), z.object(shape));
}

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  notifications: group(notificationsShape, { enabled: true, content: 'name-and-text', sound: true }),
  quietHours: group(quietHoursShape, { enabled: false, from: '22:00', to: '07:00', days: [0, 1, 2, 3, 4, 5, 6], letCodesThrough: true }),
  codes: group(codesShape, { keepHours: 24, clearClipboardSeconds: 60, globalShortcut: '' }),
  lanes: group(lanesShape, { waitingHours: 24, unknownApart: false }),
  media: group(mediaShape, { download: 'always', mostMegabytes: 25 }),
  reading: group(readingShape, { language: 'system', textSize: 100, spellCheck: true, spellCheckLanguages: [] }),
  /** How long a text can be taken back after Send, in seconds; 0: not at all. */
  undoSendSeconds: z.number().int().min(0).max(30).default(5),
  /** Country of numbers written without one (ISO 3166-1 alpha-2); '' = that of the lines. */
  region: z
    .string()
    .regex(/^([A-Z]{2})?$/)
    .default(''),
  startAtLogin: z.boolean().default(false),
  /** The one-time sentence "Texttray keeps running in the tray" was shown. */
  closeExplained: z.boolean().default(false),
  /** Whether providers are pointed back to where they pointed before, while Texttray does not receive. */
  registration: group(registrationShape, { restoreOnPause: false, restoreOnQuit: false }),
  deliveries: group(deliveriesShape, { keepDays: 30, keepCount: 10_000 }),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** What may be changed in one call: any settings, of a group any members. */
export const settingsChangesSchema = z.object({
  theme: settingsSchema.shape.theme.unwrap().optional(),
  notifications: z.object(notificationsShape).partial().optional(),
  quietHours: z.object(quietHoursShape).partial().optional(),
  codes: z.object(codesShape).partial().optional(),
  lanes: z.object(lanesShape).partial().optional(),
  media: z.object(mediaShape).partial().optional(),
  reading: z.object(readingShape).partial().optional(),
  undoSendSeconds: settingsSchema.shape.undoSendSeconds.unwrap().optional(),
  region: settingsSchema.shape.region.unwrap().optional(),
  startAtLogin: z.boolean().optional(),
  closeExplained: z.boolean().optional(),
  registration: z.object(registrationShape).partial().optional(),
  deliveries: z.object(deliveriesShape).partial().optional(),
});
export type SettingsChanges = Readonly<z.infer<typeof settingsChangesSchema>>;
