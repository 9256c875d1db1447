/**
 * A tunnel through ngrok, with its native module in this process. Its own reconnecting is switched off, because it waits
 * ever longer (to more than an hour) and does not come back after a long outage: the supervisor does it.
 * @module
 */
import type { Listener, Session } from '@ngrok/ngrok';
import type { NgrokSettings } from '../../contract/tunnel.ts';
import { type TunnelFailure, tunnelFailure } from '../../contract/tunnel-failures.ts';
import type { Clock } from '../../core/ports.ts';
import { failed, ok } from '../../domain/result.ts';
import type { Carrier, CarrierEvents, CarrierSession, Opened, OpenRequest } from '../carrier.ts';
import { parsePublicUrl } from '../public-url.ts';
import { ngrokRefusal } from './failures.ts';
import { loadNgrok, type NgrokModule } from './module.ts';
import { preflight } from './preflight.ts';

export type NgrokDependencies = {
  readonly clock: Clock;
  /** From the vault. Rejects when it cannot be opened. */
  readonly token: () => Promise<string | undefined>;
  readonly load?: () => NgrokModule;
  /** Another server than ngrok's own, with the root certificate (a PEM file) it is known by. */
  readonly server?: { readonly address: string; readonly rootCertificate: string };
  readonly timings?: NgrokTimings;
};

export type NgrokTimings = {
  /** Seconds between heartbeats, and how many more an answer may take. No answer by then, and the session is dead. */
  readonly heartbeatSeconds: number;
  readonly toleranceSeconds: number;
  /** How long each step of opening may take, in milliseconds. */
  readonly openMs: number;
};

/** The service's own defaults: a dead session is noticed after at most 25 s. */
export const ngrokTimings: NgrokTimings = { heartbeatSeconds: 10, toleranceSeconds: 15, openMs: 15_000 };

const serviceAddress = 'connect.ngrok-agent.com:443';
/** What the account's dashboard shows; the module's own text would give away the name of this computer. */
const shownAs = 'Texttray';
const farewellMs = 1_000;

/** Makes the carrier; the module is loaded with the first `open`. */
export function createNgrokCarrier(settings: NgrokSettings, dependencies: NgrokDependencies): Carrier {
  const { clock, token, load = loadNgrok, server, timings = ngrokTimings } = dependencies;
  /** An attempt that was given up while the module still works on it: the next one would only wait behind it. */
  let hanging: Promise<unknown> | undefined;

  const late = <Value>(milliseconds: number, value: Value): Promise<Value> =>
    new Promise((resolve) => {
      clock.after(milliseconds, () => resolve(value));
    });

  const open = async (request: OpenRequest): Promise<Opened> => {
    let authtoken: string | undefined;
    try {
      authtoken = await token();
    } catch {
      return failed(tunnelFailure('vault-unavailable'));
    }
    if (authtoken === undefined || authtoken === '') return failed(tunnelFailure('token-missing'));
    const ngrok = loadOrUndefined(load);
    if (ngrok === undefined) return failed(tunnelFailure('module-missing'));

    const { signal, events } = request;
    const trouble = await preflight({ address: server?.address ?? serviceAddress, limitMs: timings.openMs, clock, signal });
    if (trouble !== undefined) return failed(tunnelFailure(trouble));
    if (hanging !== undefined && (await Promise.race([hanging, late(timings.openMs, 'late')])) === 'late') {
      return failed(tunnelFailure('silent-server'));
    }

    const life = watch(events);
    const builder = new ngrok.SessionBuilder()
      .authtoken(authtoken)
      .clientInfo('texttray', '1')
      .heartbeatInterval(timings.heartbeatSeconds)
      .heartbeatTolerance(timings.toleranceSeconds)
      // Declared as a number, called with null for a heartbeat that was not answered.
      .handleHeartbeat((latency: number | null) => {
        if (latency === null) life.end(tunnelFailure('silent-server'));
      })
      .handleDisconnection(() => {
        life.end(tunnelFailure('connection-lost'));
        return false;
      });
    if (server !== undefined) builder.serverAddr(server.address).rootCas(server.rootCertificate);

    const opening = listen(builder, settings, request, life);
    const first = await Promise.race([opening, late(timings.openMs, undefined), aborted(signal)]);
    if (first !== undefined) return first;
    life.forget();
    hanging = opening.then(async (opened) => {
      hanging = undefined;
      if (opened.ok) await opened.value.close();
    });
    return failed(tunnelFailure(signal.aborted ? 'connection-lost' : 'silent-server'));
  };

  const listen = async (
    builder: { connect(): Promise<Session> },
    { domain }: NgrokSettings,
    { events, receiverPort }: OpenRequest,
    life: Life,
  ): Promise<Opened> => {
    let session: Session | undefined;
    try {
      session = await builder.connect();
      const endpoint = session.httpEndpoint().forwardsTo(shownAs);
      if (domain !== undefined) endpoint.domain(domain);
      const listener = await endpoint.listen(false);
      const address = parsePublicUrl(listener.url() ?? '');
      if (!address.ok) {
        await leave(session, listener);
        return failed(tunnelFailure('no-address'));
      }
      const forwarding = listener.forward(`127.0.0.1:${receiverPort}`);
      const over = (): void => life.end(tunnelFailure('connection-lost'));
      forwarding.then(over, over);
      return ok(sessionOf(address.value, session, listener, life));
    } catch (error) {
      const { code, theirs } = ngrokRefusal(error);
      if (theirs !== undefined) events.note(`ngrok’s own code for it is ${theirs}.`);
      if (session !== undefined) await leave(session, undefined);
      return failed(tunnelFailure(code));
    }
  };

  const sessionOf = (publicUrl: string, session: Session, listener: Listener, life: Life): CarrierSession => ({
    publicUrl,
    async close() {
      // Asked on a dead session the listener would wait for an answer for ever, and the session behind it.
      const isDead = life.isOver();
      life.forget();
      await leave(session, isDead ? undefined : listener);
    },
  });

  const leave = async (session: Session, listener: Listener | undefined): Promise<void> => {
    const goodbye = async (): Promise<void> => {
      await listener?.close().catch(() => undefined);
      await session.close().catch(() => undefined);
    };
    await Promise.race([goodbye(), late(farewellMs, undefined)]);
  };

  return { name: 'ngrok', restartable: true, open };
}

type Life = {
  end(failure: TunnelFailure): void;
  /** From now on nothing is told any more. */
  forget(): void;
  isOver(): boolean;
};

/** Tells the end of a session once, however many ways it is noticed in. */
function watch(events: CarrierEvents): Life {
  let over = false;
  let told = false;
  return {
    end(failure) {
      over = true;
      if (!told) events.ended(failure);
      told = true;
    },
    forget() {
      told = true;
    },
    isOver: () => over,
  };
}

function loadOrUndefined(load: () => NgrokModule): NgrokModule | undefined {
  try {
    return load();
  } catch {
    return undefined;
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
