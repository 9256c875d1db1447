/**
 * How to log in at a server, as ssh2 wants to be told.
 * @module
 */
import type { ConnectConfig } from 'ssh2';
import type { SshSettings } from '../../contract/tunnel.ts';
import type { TunnelFailureCode } from '../../contract/tunnel-failures.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { SshPlan } from './presets.ts';
import { readPrivateKey } from './private-key.ts';

export type Login = Pick<ConnectConfig, 'username' | 'password' | 'privateKey' | 'passphrase' | 'agent' | 'tryKeyboard' | 'authHandler'>;

type Methods = Extract<NonNullable<ConnectConfig['authHandler']>, string[]>;

/** Where the SSH agent of this user listens, if there is one. */
export function systemAgent(env: NodeJS.ProcessEnv): string | undefined {
  if (env.SSH_AUTH_SOCK !== undefined && env.SSH_AUTH_SOCK !== '') return env.SSH_AUTH_SOCK;
  return process.platform === 'win32' ? '\\\\.\\pipe\\openssh-ssh-agent' : undefined;
}

/**
 * Only the methods that were chosen are tried: `none` first would let a service take a user with an account for an
 * anonymous one, and every refused method counts towards a server's limit.
 */
export async function loginOf(
  plan: SshPlan,
  settings: SshSettings,
  passphrase: string | undefined,
  agent: string | undefined,
): Promise<Result<Login, TunnelFailureCode>> {
  const username = plan.user;
  if (plan.login === 'anonymous') {
    // The services ask for a password that may be empty, in one way or the other.
    return ok({ username, password: '', tryKeyboard: true, authHandler: ['none', 'password', 'keyboard-interactive'] });
  }
  const { keyPath, useAgent = false } = settings;
  const authHandler: Methods = [];
  let login: Login = { username, authHandler };
  if (keyPath !== undefined) {
    const key = await readPrivateKey(keyPath, passphrase);
    if (!key.ok) return key;
    login = { ...login, privateKey: key.value, ...(passphrase !== undefined && { passphrase }) };
    authHandler.push('publickey');
  }
  if (useAgent) {
    if (agent === undefined && keyPath === undefined) return failed('agent-unavailable');
    if (agent !== undefined) {
      login = { ...login, agent };
      authHandler.push('agent');
    }
  }
  return ok(login);
}
