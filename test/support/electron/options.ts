/**
 * How the stand-in's "system" behaves, set by a test before the app starts.
 * @module
 */
import { z } from 'zod';

const optionsSchema = z.object({
  /** The app's main file, built. */
  main: z.string(),
  /** What follows the app's folder on the command line. */
  args: z.array(z.string()),
  /** What `process.platform` says. The file system stays this computer's. */
  platform: z.enum(['linux', 'darwin', 'win32']).default('linux'),
  /** Whether the system has a tray. */
  tray: z.boolean().default(true),
  /** `failed`: the system takes them and then reports an error, as macOS does with unsigned builds. */
  notifications: z.enum(['shown', 'failed', 'unsupported']).default('shown'),
  /** Windows: the notification of an earlier run that was acted upon and started the app. */
  startedBy: z.object({ type: z.enum(['click', 'reply', 'action']), tag: z.string(), text: z.string().optional() }).optional(),
  /** Shortcuts that another program has. */
  shortcutsTaken: z.array(z.string()).default([]),
  secrets: z
    .object({
      backend: z.enum(['basic_text', 'gnome_libsecret', 'kwallet6']).default('gnome_libsecret'),
      /** A keychain that does not open. */
      locked: z.boolean().default(false),
      /** Secrets of another generation are read, and reported as due for encrypting again. */
      generation: z.number().int().default(1),
    })
    .prefault({}),
  /** Which button of every message box is pressed. */
  messageBoxResponse: z.number().int().default(0),
  /** Whether the desktop is dark. */
  dark: z.boolean().default(false),
});
export type StandInOptions = z.output<typeof optionsSchema>;
export type StandInSettings = Omit<z.input<typeof optionsSchema>, 'main' | 'args'>;

export const optionsVariable = 'TEXTTRAY_STAND_IN';

/** Reads the options the launcher put into the environment. */
export function readOptions(environment: Readonly<Record<string, string | undefined>>): StandInOptions {
  return optionsSchema.parse(JSON.parse(environment[optionsVariable] ?? '{}'));
}
