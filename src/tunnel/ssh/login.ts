/**
 * How to log in at a server, as ssh2 wants to be told.
 * @module
 */
import type { AnyAuthMethod } from 'ssh2';
import type { SshSettings } from '../../contract/tunnel.ts';
import type { TunnelFailureCode } from '../../contract/tunnel-failures.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { SshPlan } from './presets.ts';
import type { PrivateKeyReader } from './private-key.ts';

/** The ways to log in, in their order. */
export type Login = readonly AnyAuthMethod[];

/** Where the SSH agent of this user listens, if there is one. */
export function systemAgent(env: NodeJS.ProcessEnv): string | undefined {
  if (env.SSH_AUTH_SOCK !== undefined && env.SSH_AUTH_SOCK !== '') return env.SSH_AUTH_SOCK;
  return process.platform === 'win32' ? '\\\\.\\pipe\\openssh-ssh-agent' : undefined;
}

type Options = {
  readonly plan: SshPlan;
  readonly settings: SshSettings;
  readonly readKey: PrivateKeyReader;
  readonly passphrase: string | undefined;
  /** Where the SSH agent listens. */
  readonly agent: string | undefined;
};

/**
 * Only the methods that were chosen are tried: `none` first would let a service take a user with an account for an
 * anonymous one, and every refused method counts towards a server's limit.
 */
export async function loginOf({ plan, settings, readKey, passphrase, agent }: Options): Promise<Result<Login, TunnelFailureCode>> {
  const username = plan.user;
  if (plan.login === 'anonymous') {
    // The services ask for a password that may be empty, in one way or the other.
    return ok([
      { type: 'none', username },
      { type: 'password', username, password: '' },
      { type: 'keyboard-interactive', username, prompt: (_name, _text, _language, prompts, answer) => answer(prompts.map(() => '')) },
    ]);
  }
  const { keyPath, useAgent = false } = settings;
  const methods: AnyAuthMethod[] = [];
  if (keyPath !== undefined) {
    const key = await readKey(keyPath, passphrase);
    if (!key.ok) return key;
    methods.push({ type: 'publickey', username, key: key.value });
  }
  if (useAgent && agent !== undefined) methods.push({ type: 'agent', username, agent });
  return methods.length > 0 ? ok(methods) : failed('agent-unavailable');
}
