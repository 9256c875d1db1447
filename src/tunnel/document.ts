/**
 * What is remembered of the tunnel over restarts. Secrets are not in it: they lie in the vault.
 * @module
 */
import { z } from 'zod';
import {
  cloudflaredSettingsSchema,
  formerWaysSchema,
  ngrokSettingsSchema,
  sshSettingsSchema,
  type TunnelSettingsView,
  tunnelKindSchema,
} from '../contract/tunnel.ts';
import { hostKeySchema } from '../contract/tunnel-failures.ts';
import type { Document } from '../core/ports.ts';

/** The secrets a tunnel may need, by their keys in the vault. */
export const secretNames = ['tunnel:ssh-passphrase', 'tunnel:ngrok-token', 'tunnel:cloudflared-token'] as const;
export type SecretName = (typeof secretNames)[number];

export const tunnelDocumentSchema = z.object({
  kind: tunnelKindSchema,
  /** The user's own address, with `own-url`. */
  publicUrl: z.string().nullable(),
  /** False after the user stopped it, until they start it again. */
  enabled: z.boolean(),
  ssh: sshSettingsSchema.nullable().default(null),
  /** What was set for ways that are not in use: who tries another one for a day finds it as it was. */
  former: formerWaysSchema.default({ ssh: {} }),
  ngrok: ngrokSettingsSchema.default({}),
  cloudflared: cloudflaredSettingsSchema.default({}),
  /** The secrets that were put into the vault. */
  secrets: z.array(z.enum(secretNames)).default([]),
  /** The servers' host keys, by `host:port`. */
  hostKeys: z.record(z.string(), hostKeySchema).default({}),
  /** Where this tunnel was reachable the last time. */
  lastUrl: z.string().nullable().default(null),
});
export type TunnelDocument = z.infer<typeof tunnelDocumentSchema>;

export const noTunnel: TunnelDocument = tunnelDocumentSchema.parse({ kind: 'none', publicUrl: null, enabled: true });

/** What is in use, kept for when something else is. */
export function rememberWays({ kind, publicUrl, ssh, former }: TunnelDocument): TunnelDocument['former'] {
  return {
    ...former,
    ...(kind === 'own-url' && publicUrl !== null && { publicUrl }),
    ...(ssh !== null && { ssh: { ...former.ssh, [ssh.preset]: ssh } }),
  };
}

/** Changes the document, one change after the other: each sees what the one before has made. */
export type ChangeDocument = (change: (document: TunnelDocument) => TunnelDocument) => Promise<void>;

export function changesInTurn(document: Document<TunnelDocument>): ChangeDocument {
  let last: Promise<unknown> = Promise.resolve();
  return (change) => {
    const write = (): Promise<void> => document.set(change(document.get()));
    const written = last.then(write, write);
    last = written.catch(() => undefined);
    return written;
  };
}

/** The settings as the window is shown them. */
export function viewOf({ ssh, former, ngrok, cloudflared, secrets }: TunnelDocument): TunnelSettingsView {
  const has = (name: SecretName): boolean => secrets.includes(name);
  return {
    ssh: ssh === null ? null : { ...ssh, hasPassphrase: has('tunnel:ssh-passphrase') },
    ngrok: { ...ngrok, hasToken: has('tunnel:ngrok-token') },
    cloudflared: { ...cloudflared, hasToken: has('tunnel:cloudflared-token') },
    former,
  };
}

/** The address that is known before the tunnel is up, because it never changes. */
export function settledUrl({ kind, publicUrl, ssh, ngrok, cloudflared }: TunnelDocument): string | null {
  switch (kind) {
    case 'none':
      return null;
    case 'own-url':
      return publicUrl;
    case 'ssh':
      return ssh?.preset === 'own-server' ? (ssh.publicUrl ?? null) : null;
    case 'ngrok':
      return ngrok.domain === undefined ? null : `https://${ngrok.domain}`;
    case 'cloudflared':
      return cloudflared.publicUrl ?? null;
  }
}
