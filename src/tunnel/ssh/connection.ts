/**
 * One connection to an SSH server, from the first packet to the last: who it is, who we are, the forward, its address,
 * and what ends it.
 * @module
 */
import { connect as connectSocket } from 'node:net';
import ssh2 from 'ssh2';
import { type TunnelFailure, type TunnelFailureCode, tunnelFailure } from '../../contract/tunnel-failures.ts';
import type { Clock } from '../../core/ports.ts';
import { failed, ok } from '../../domain/result.ts';
import type { CarrierEvents, CarrierSession, Opened } from '../carrier.ts';
import { type SshError, sshFailure } from './failures.ts';
import { createForwarding } from './forwarding.ts';
import { algorithmsFor, checkHostKey, type HostKeyBook, hostKeyOf } from './host-key.ts';
import type { Login } from './login.ts';
import type { SshPlan } from './presets.ts';
import { listenForAddress } from './printed-address.ts';
import type { SshTimings } from './timings.ts';

export type ConnectionOptions = {
  readonly plan: SshPlan;
  readonly login: Login;
  readonly bindAddress: string;
  readonly hostKeys: HostKeyBook;
  readonly timings: SshTimings;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly receiverPort: number;
  readonly events: CarrierEvents;
};

/** ssh2 says only in its debug output that it rejected a connection because nobody had asked for its address. */
const rejected = 'Client: Automatic rejection of unexpected incoming channel open for: forwarded-';
/** How long the server is given to say goodbye, in milliseconds. */
const farewellMs = 1_000;

/** Opens the connection and its forward. Resolves once it leads somewhere, or with what went wrong. */
export function connect(options: ConnectionOptions): Promise<Opened> {
  const { plan, login, hostKeys, timings, clock, signal, receiverPort, events } = options;
  const host = `${plan.host}:${plan.port}`;
  const order = algorithmsFor(hostKeys.known(host));

  return new Promise<Opened>((resolve) => {
    const client = new ssh2.Client();
    const socket = connectSocket({ host: plan.host, port: plan.port, noDelay: true });
    let phase: 'opening' | 'open' | 'over' = 'opening';
    let agentFailed = false;
    let receiverTakes = true;
    let takeBack: (() => void) | undefined;

    const forwarding = createForwarding({
      receiverPort,
      onReceiver(took) {
        if (took !== receiverTakes && took) events.recovered();
        else if (took !== receiverTakes) events.degraded(tunnelFailure('receiver-silent'));
        receiverTakes = took;
      },
    });

    const finish = (failure: TunnelFailure): void => {
      if (phase === 'over') return;
      const wasOpen = phase === 'open';
      phase = 'over';
      takeBack?.();
      signal.removeEventListener('abort', onAbort);
      forwarding.close();
      socket.destroy();
      if (wasOpen) events.ended(failure);
      else resolve(failed(failure));
    };
    const onAbort = (): void => {
      if (phase === 'opening') finish(tunnelFailure('connection-lost'));
    };
    const within = (milliseconds: number, task: () => void): void => {
      takeBack?.();
      takeBack = clock.after(milliseconds, task);
    };

    const session = (publicUrl: string): CarrierSession => ({
      publicUrl,
      check() {
        if (phase !== 'open') return;
        within(timings.checkMs, () => finish(tunnelFailure('silent-server')));
        // Taking back a forward that was never asked for is answered with a plain no: an answer, and nothing changed.
        try {
          client.unforwardIn('check.invalid', 1, () => takeBack?.());
        } catch {
          finish(tunnelFailure('connection-lost'));
        }
      },
      close: () =>
        new Promise<void>((closed) => {
          phase = 'over';
          takeBack?.();
          forwarding.close();
          if (socket.destroyed) {
            closed();
            return;
          }
          const giveUp = clock.after(farewellMs, () => socket.destroy());
          socket.once('close', () => {
            giveUp();
            closed();
          });
          client.end();
        }),
    });

    const arrive = (publicUrl: string): void => {
      if (phase === 'open') {
        events.moved(publicUrl);
      } else if (phase === 'opening') {
        phase = 'open';
        takeBack?.();
        signal.removeEventListener('abort', onAbort);
        resolve(ok(session(publicUrl)));
      }
    };

    const onForward = (error: Error | null | undefined): void => {
      if (phase !== 'opening') return;
      if (error instanceof Error) {
        finish(tunnelFailure(plan.remote.kind === 'unix-socket' ? 'socket-busy' : 'port-busy'));
      } else if (plan.publicUrl !== null) {
        arrive(plan.publicUrl);
      } else {
        const silent = (): void => finish(tunnelFailure('no-address'));
        within(timings.readyMs, silent);
        listenForAddress(client, plan.preset, arrive, silent);
      }
    };

    const verify = async (blob: Buffer): Promise<boolean> => {
      const shown = hostKeyOf(host, blob);
      const isNew = hostKeys.known(host) === undefined;
      const failure = await checkHostKey(hostKeys, shown);
      if (failure !== undefined) finish(failure);
      else if (isNew) events.note(`First connection to ${plan.host}: its host key is ${shown.fingerprint} from now on.`);
      return failure === undefined;
    };

    signal.addEventListener('abort', onAbort, { once: true });
    client.on('ready', () => {
      if (phase !== 'opening') return;
      within(timings.readyMs, () => finish(tunnelFailure('silent-server')));
      const { remote } = plan;
      if (remote.kind === 'unix-socket') client.openssh_forwardInStreamLocal(remote.path, onForward);
      else client.forwardIn(options.bindAddress, remote.kind === 'port' ? remote.port : 0, onForward);
    });
    client.on('tcp connection', (_details, accept, reject) => forwarding.handOver(accept, reject));
    client.on('unix connection', (_details, accept, reject) => forwarding.handOver(accept, reject));
    client.on('error', (error: SshError) => {
      if (error.level === 'agent') {
        agentFailed = true;
        return;
      }
      const code = sshFailure(error, socket.bytesRead > 0);
      finish(tunnelFailure(code === 'key-refused' ? refusal(plan, login, agentFailed) : code));
    });
    client.on('close', () => finish(tunnelFailure(plan.preset === 'own-server' ? 'connection-lost' : 'ended-by-service')));
    client.connect({
      username: plan.user,
      authHandler: [...login],
      sock: socket,
      hostVerifier: (blob: Buffer, done: (known: boolean) => void) => void verify(blob).then(done),
      ...(order !== undefined && { algorithms: { serverHostKey: order } }),
      keepaliveInterval: timings.keepaliveMs,
      keepaliveCountMax: timings.keepaliveCount,
      readyTimeout: timings.readyMs,
      // Servers other than OpenSSH can forward sockets as well; one that cannot says so.
      strictVendor: false,
      debug(message) {
        if (phase === 'open' && message.startsWith(rejected)) finish(tunnelFailure('forward-unmatched'));
      },
    });
  });
}

/** Nobody was let in: who is to do something about it depends on who should have been. */
function refusal(plan: SshPlan, login: Login, agentFailed: boolean): TunnelFailureCode {
  if (plan.login === 'anonymous') return 'service-refused';
  return agentFailed && !login.some(({ type }) => type === 'publickey') ? 'agent-unavailable' : 'key-refused';
}
