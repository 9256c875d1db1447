/**
 * A tunnel through an SSH server's remote port forward (`ssh -R`), with ssh2 and no program of the system.
 * @module
 */
import type { SshSettings } from '../../contract/tunnel.ts';
import { tunnelFailure } from '../../contract/tunnel-failures.ts';
import type { Clock } from '../../core/ports.ts';
import { failed } from '../../domain/result.ts';
import type { Carrier } from '../carrier.ts';
import { connect } from './connection.ts';
import type { HostKeyBook } from './host-key.ts';
import { loginOf, systemAgent } from './login.ts';
import { planOf } from './presets.ts';
import { createPrivateKeyReader } from './private-key.ts';
import { type SshTimings, sshTimings } from './timings.ts';

export type SshDependencies = {
  readonly clock: Clock;
  readonly hostKeys: HostKeyBook;
  /** From the vault. Rejects when it cannot be opened. */
  readonly passphrase: () => Promise<string | undefined>;
  readonly timings?: SshTimings;
  readonly env?: NodeJS.ProcessEnv;
};

/**
 * The addresses a forward is asked for, in turn. OpenSSH asks for `localhost`; a server that names another one when it
 * hands a connection over would have every one of them rejected by ssh2.
 */
const bindAddresses = ['localhost', '127.0.0.1', ''] as const;

/** Makes the carrier; nothing connects before `open`. */
export function createSshCarrier(settings: SshSettings, dependencies: SshDependencies): Carrier {
  const { clock, hostKeys, passphrase, timings = sshTimings, env = process.env } = dependencies;
  const plan = planOf(settings);
  const readKey = createPrivateKeyReader();
  let unmatched = 0;

  return {
    name: plan.preset === 'own-server' ? plan.host : plan.preset,
    restartable: true,
    async open({ signal, events, receiverPort }) {
      let secret: string | undefined;
      try {
        secret = settings.keyPath === undefined ? undefined : await passphrase();
      } catch {
        return failed(tunnelFailure('vault-unavailable'));
      }
      const login = await loginOf({ plan, settings, readKey, passphrase: secret, agent: systemAgent(env) });
      if (!login.ok) return failed(tunnelFailure(login.error));
      if (signal.aborted) return failed(tunnelFailure('connection-lost'));
      return connect({
        plan,
        login: login.value,
        bindAddress: bindAddresses[unmatched % bindAddresses.length] ?? 'localhost',
        hostKeys,
        timings,
        clock,
        signal,
        receiverPort,
        events: {
          ...events,
          ended(failure) {
            if (failure.code === 'forward-unmatched') unmatched += 1;
            events.ended(failure);
          },
        },
      });
    },
  };
}
