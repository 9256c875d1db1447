/**
 * Turns what the user entered into settings that can work, or into complaints beside the fields.
 * @module
 */
import { type Failure, failure, refuse } from '../contract/errors.ts';
import type { CloudflaredSettings, NgrokSettings, SshSettings, TunnelSettings } from '../contract/tunnel.ts';
import { tunnelFailure } from '../contract/tunnel-failures.ts';
import type { SecretVault } from '../core/ports.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { findCloudflared } from './cloudflared/program.ts';
import { rememberWays, type SecretName, type TunnelDocument } from './document.ts';
import { parsePublicUrl } from './public-url.ts';
import { createPrivateKeyReader } from './ssh/private-key.ts';

/** The document with the new settings, and the secrets to put into the vault (an empty one: to take away). */
export type Configured = {
  readonly change: (document: TunnelDocument) => TunnelDocument;
  readonly secrets: Partial<Record<SecretName, string>>;
};

type WithSecret<Settings, Name extends string> = Settings & { readonly [Key in Name]?: string | undefined };

type Context = {
  readonly document: TunnelDocument;
  readonly vault: SecretVault;
  readonly env: NodeJS.ProcessEnv;
};

/** The default kind of SSH tunnel: it needs no account. */
const usualSsh: SshSettings = { preset: 'localhost.run' };

/** Checks the settings as far as that is possible without the network. */
export async function checkSettings(settings: TunnelSettings, context: Context): Promise<Result<Configured, Failure>> {
  switch (settings.kind) {
    case 'none':
      return ok({ change: chosen({ kind: 'none', publicUrl: null }), secrets: {} });
    case 'own-url': {
      const parsed = parsePublicUrl(settings.publicUrl ?? '');
      return parsed.ok
        ? ok({ change: chosen({ kind: 'own-url', publicUrl: parsed.value }), secrets: {} })
        : wrong('publicUrl', parsed.error);
    }
    case 'ssh':
      return checkSsh(settings, context);
    case 'ngrok':
      return checkNgrok(settings, context);
    case 'cloudflared':
      return checkCloudflared(settings, context);
  }
}

function chosen(parts: Partial<TunnelDocument>): Configured['change'] {
  return (document) => ({ ...document, former: rememberWays(document), publicUrl: null, ...parts, enabled: true, lastUrl: null });
}

function wrong(field: string, complaint: string): Result<never, Failure> {
  return failed(failure('invalid-input', { fields: { [field]: complaint } }));
}

async function checkSsh({ ssh: given }: TunnelSettings, { document, vault }: Context): Promise<Result<Configured, Failure>> {
  const { passphrase, ...settings }: WithSecret<SshSettings, 'passphrase'> = given ?? document.ssh ?? usualSsh;
  const parsed = settings.preset === 'own-server' ? parsePublicUrl(settings.publicUrl ?? '') : undefined;
  if (parsed?.ok === false) return wrong('ssh.publicUrl', parsed.error);
  const ssh: SshSettings = parsed === undefined ? settings : { ...settings, publicUrl: parsed.value };
  if (ssh.keyPath !== undefined) {
    let secret = passphrase === '' ? undefined : passphrase;
    if (passphrase === undefined && document.secrets.includes('tunnel:ssh-passphrase')) {
      try {
        secret = await vault.get('tunnel:ssh-passphrase');
      } catch {
        return refuse('vault-unavailable');
      }
    }
    const key = await createPrivateKeyReader()(ssh.keyPath, secret);
    if (!key.ok) {
      const field = key.error === 'passphrase-missing' || key.error === 'passphrase-wrong' ? 'ssh.passphrase' : 'ssh.keyPath';
      return wrong(field, tunnelFailure(key.error).message);
    }
  }
  return ok({ change: chosen({ kind: 'ssh', ssh }), secrets: named('tunnel:ssh-passphrase', passphrase) });
}

function checkNgrok({ ngrok: given }: TunnelSettings, { document }: Context): Result<Configured, Failure> {
  const { token, ...ngrok }: WithSecret<NgrokSettings, 'token'> = given ?? document.ngrok;
  if (!willHave(document, 'tunnel:ngrok-token', token)) return wrong('ngrok.token', 'Enter the token of your account.');
  return ok({ change: chosen({ kind: 'ngrok', ngrok }), secrets: named('tunnel:ngrok-token', token) });
}

async function checkCloudflared({ cloudflared: given }: TunnelSettings, { document, env }: Context): Promise<Result<Configured, Failure>> {
  const { token, ...settings }: WithSecret<CloudflaredSettings, 'token'> = given ?? document.cloudflared;
  if (settings.publicUrl === undefined && token !== undefined && token !== '') {
    return wrong('cloudflared.publicUrl', 'Enter the public address of the tunnel this token belongs to.');
  }
  if (settings.publicUrl !== undefined && !willHave(document, 'tunnel:cloudflared-token', token)) {
    return wrong('cloudflared.token', 'Enter the token of the tunnel.');
  }
  const parsed = settings.publicUrl === undefined ? undefined : parsePublicUrl(settings.publicUrl);
  if (parsed?.ok === false) return wrong('cloudflared.publicUrl', parsed.error);
  if ((await findCloudflared(settings.path, env)) === undefined) {
    return wrong('cloudflared.path', tunnelFailure('program-not-found').message);
  }
  const cloudflared = parsed === undefined ? settings : { ...settings, publicUrl: parsed.value };
  return ok({ change: chosen({ kind: 'cloudflared', cloudflared }), secrets: named('tunnel:cloudflared-token', token) });
}

/** Whether there will be a secret when this is done. */
function willHave({ secrets }: TunnelDocument, name: SecretName, given: string | undefined): boolean {
  return given === undefined ? secrets.includes(name) : given !== '';
}

function named(name: SecretName, value: string | undefined): Configured['secrets'] {
  return value === undefined ? {} : { [name]: value };
}
