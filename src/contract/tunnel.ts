/**
 * The way from the internet to the receiver: its kinds, their settings, its states and its log.
 * @module
 */
import { z } from 'zod';
import { instantSchema } from '../domain/time.ts';

/**
 * `none`: nothing leads here from the internet. `ssh`: a remote port forward. `ngrok` and `cloudflared`: those services.
 * `own-url`: the user's own proxy or port forward.
 */
export const tunnelKindSchema = z.enum(['none', 'ssh', 'ngrok', 'cloudflared', 'own-url']);
export type TunnelKind = z.infer<typeof tunnelKindSchema>;

export const tunnelStateSchema = z.enum(['off', 'connecting', 'up', 'degraded', 'reconnecting', 'failed']);
export type TunnelState = z.infer<typeof tunnelStateSchema>;

const port = z.number().int().min(1, 'A port is between 1 and 65535.').max(65_535, 'A port is between 1 and 65535.');
const hostName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$|^[0-9a-fA-F:]{2,45}$/, 'Enter a host name or an address, without a port.');
const secret = z.string().max(4_096);
const publicUrl = z.string().trim().max(500);

export const sshPresetSchema = z.enum(['localhost.run', 'pinggy', 'own-server']);
export type SshPreset = z.infer<typeof sshPresetSchema>;

/** What is opened on the own server for its web server to forward to. */
export const sshRemoteSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('port'), port }),
  z.object({
    kind: z.literal('unix-socket'),
    path: z.string().regex(/^\/[^\0]{1,106}$/, 'Enter a path that begins with / and has at most 107 characters.'),
  }),
]);
export type SshRemote = Readonly<z.infer<typeof sshRemoteSchema>>;

/** All but the secrets, as kept and as shown. Host, port and user are the service's own where a preset has them. */
export const sshSettingsSchema = z.object({
  preset: sshPresetSchema,
  host: hostName.optional(),
  port: port.optional(),
  user: z.string().trim().min(1, 'Enter the user name.').max(100).optional(),
  /** Where the private key lies. It is only ever read. */
  keyPath: z.string().trim().min(1).max(1_000).optional(),
  useAgent: z.boolean().optional(),
  remote: sshRemoteSchema.optional(),
  /** The address the own server's web server answers at. */
  publicUrl: publicUrl.optional(),
});
export type SshSettings = Readonly<z.infer<typeof sshSettingsSchema>>;

export const ngrokSettingsSchema = z.object({
  /** The account's own domain; without it the service chooses one. */
  domain: hostName.optional(),
});
export type NgrokSettings = Readonly<z.infer<typeof ngrokSettingsSchema>>;

export const cloudflaredSettingsSchema = z.object({
  /** Where the program lies; without it, it is looked for on the PATH. */
  path: z.string().trim().min(1).max(1_000).optional(),
  /** The address of a named tunnel, which goes with its token; without both, a quick tunnel with a random address. */
  publicUrl: publicUrl.optional(),
});
export type CloudflaredSettings = Readonly<z.infer<typeof cloudflaredSettingsSchema>>;

/** An own server says by itself neither who may log in nor under which address it answers. */
const ownServerNeeds = { host: 'Enter the host name.', user: 'Enter the user name.', publicUrl: 'Enter the public address.' } as const;

const sshInputSchema = sshSettingsSchema.extend({ passphrase: secret.optional() }).superRefine((ssh, context) => {
  if (ssh.preset !== 'own-server') return;
  const complain = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
  for (const [key, message] of Object.entries(ownServerNeeds)) {
    if (ssh[key as keyof typeof ownServerNeeds] === undefined) complain(key, message);
  }
  if (ssh.remote === undefined) complain('remote', 'Choose what to open on the server.');
  if (ssh.keyPath === undefined && ssh.useAgent !== true) complain('keyPath', 'Choose a private key, or use your SSH agent.');
});

/**
 * What `tunnel.configure` takes. Settings of a kind that are not given stay what they were. A secret that is not given
 * stays; an empty one is taken away.
 */
export const tunnelSettingsSchema = z.object({
  kind: tunnelKindSchema,
  publicUrl: publicUrl.optional(),
  ssh: sshInputSchema.optional(),
  ngrok: ngrokSettingsSchema.extend({ token: secret.optional() }).optional(),
  cloudflared: cloudflaredSettingsSchema.extend({ token: secret.optional() }).optional(),
});
export type TunnelSettings = Readonly<z.infer<typeof tunnelSettingsSchema>>;

/** What was set for ways that are not in use now. */
export const formerWaysSchema = z.object({
  ssh: z.partialRecord(sshPresetSchema, sshSettingsSchema),
  /** The user's own address. */
  publicUrl: publicUrl.optional(),
});

/** The settings as shown: secrets only as whether there is one. */
export const tunnelSettingsViewSchema = z.object({
  ssh: sshSettingsSchema.extend({ hasPassphrase: z.boolean() }).nullable(),
  ngrok: ngrokSettingsSchema.extend({ hasToken: z.boolean() }),
  cloudflared: cloudflaredSettingsSchema.extend({ hasToken: z.boolean() }),
  former: formerWaysSchema,
});
export type TunnelSettingsView = Readonly<z.infer<typeof tunnelSettingsViewSchema>>;

/** One line of the tunnel's log: a plain sentence, with no secret in it. */
export const tunnelLogEntrySchema = z.object({ at: instantSchema, text: z.string() });
export type TunnelLogEntry = Readonly<z.infer<typeof tunnelLogEntrySchema>>;
