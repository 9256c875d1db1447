/**
 * The tunnel the user chose, remembered over restarts and kept up. Whether texts really arrive through it is for the
 * core's probe to prove.
 * @module
 */
import { refuse } from '../contract/errors.ts';
import type { Clock, Document, Logger, Random, SecretVault, Tunnel, TunnelReport } from '../core/ports.ts';
import { failed, ok } from '../domain/result.ts';
import { carrierFor, type TunnelWorld } from './carriers.ts';
import { type Configured, checkSettings } from './configure.ts';
import { changesInTurn, type SecretName, settledUrl, type TunnelDocument, viewOf } from './document.ts';
import { createJournal } from './journal.ts';
import type { Machine } from './machine.ts';
import { watchNetwork } from './network-watch.ts';
import { createSupervisor } from './supervisor.ts';

export type TunnelDependencies = {
  readonly document: Document<TunnelDocument>;
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: SecretVault;
  readonly logger: Logger;
  /** Where the receiver listens; empty until it does. */
  readonly receiverUrl: () => string;
  readonly world?: TunnelWorld;
};

export type SupervisedTunnel = Tunnel & {
  /** The receiver listens now: opens what the user left switched on. */
  begin(): void;
};

/** Nothing is connected before `begin`; an own URL, which needs no connection, is up at once. */
export function createTunnel(dependencies: TunnelDependencies): SupervisedTunnel {
  const { document, clock, random, vault, logger, receiverUrl, world = {} } = dependencies;
  const listeners = new Set<(report: TunnelReport) => void>();
  const journal = createJournal(clock);
  const change = changesInTurn(document);
  let since = clock.now();
  let lastTold = '';
  /** While a method works it tells the outcome itself, once. */
  let quiet = false;
  let hasBegun = false;
  let endWatch: (() => void) | undefined;

  const hostKeys = {
    known: (host: string) => document.get().hostKeys[host],
    remember: (key: TunnelDocument['hostKeys'][string]) =>
      change((current) => ({ ...current, hostKeys: { ...current.hostKeys, [key.host]: key } })),
  };

  const supervisor = createSupervisor({
    clock,
    random,
    logger,
    journal,
    receiverPort: () => Number(URL.parse(receiverUrl())?.port ?? 0),
    expectedUrl: () => document.get().lastUrl,
    onChange(machine) {
      keepAddress(machine);
      if (!quiet) tell({ always: false });
    },
  });

  const report = (): TunnelReport => {
    const machine = supervisor.machine();
    const current = document.get();
    const failure = machine.state === 'up' ? (machine.notice ?? undefined) : 'failure' in machine ? machine.failure : undefined;
    return {
      kind: current.kind,
      state: machine.state,
      publicUrl: addressOf(machine, current),
      since: new Date(since).toISOString(),
      log: journal.entries(),
      settings: viewOf(current),
      ...(failure !== undefined && { failure }),
    };
  };

  const tell = ({ always }: { always: boolean }): TunnelReport => {
    const current = report();
    const { kind, state, publicUrl, failure } = current;
    const told = JSON.stringify([kind, state, publicUrl, failure?.code]);
    if (told === lastTold && !always) return current;
    if (told !== lastTold) since = clock.now();
    lastTold = told;
    const next = { ...current, since: new Date(since).toISOString() };
    for (const listener of listeners) listener(next);
    return next;
  };

  /** The next run of the app can then say that the address has changed. */
  const keepAddress = (machine: Machine): void => {
    if (machine.state !== 'up' || document.get().lastUrl === machine.publicUrl) return;
    const { publicUrl } = machine;
    change((current) => ({ ...current, lastUrl: publicUrl })).catch((error: unknown) => logger.warn('tunnel.last-url', { error }));
  };

  const launch = (): void => {
    const current = document.get();
    const carrier = current.enabled ? carrierFor(current, { clock, vault, hostKeys, world }) : undefined;
    if (carrier === undefined) supervisor.stop();
    else if (hasBegun || current.kind === 'own-url') supervisor.start(carrier);
  };

  const quietly = async (task: () => Promise<void>): Promise<TunnelReport> => {
    quiet = true;
    try {
      await task();
    } finally {
      quiet = false;
    }
    return tell({ always: true });
  };

  const keepSecrets = async (secrets: Configured['secrets']) => {
    for (const [name, value] of Object.entries(secrets) as [SecretName, string][]) {
      if (value === '') {
        await vault.delete(name);
      } else {
        const kept = await vault.set(name, value);
        if (!kept.ok) return kept;
      }
      await change((current) => {
        const others = current.secrets.filter((known) => known !== name);
        return { ...current, secrets: value === '' ? others : [...others, name] };
      });
    }
    return ok(undefined);
  };

  launch();
  lastTold = JSON.stringify([report().kind, report().state, report().publicUrl, undefined]);

  return {
    report,
    async configure(settings) {
      const { env = process.env } = world;
      const checked = await checkSettings(settings, { document: document.get(), vault, env });
      if (!checked.ok) return checked;
      const kept = await keepSecrets(checked.value.secrets);
      if (!kept.ok) return failed(kept.error);
      return ok(
        await quietly(async () => {
          await change(checked.value.change);
          launch();
        }),
      );
    },
    start: () =>
      quietly(async () => {
        await change((current) => ({ ...current, enabled: true }));
        const { state } = supervisor.machine();
        if (state === 'off' || state === 'failed') launch();
        else supervisor.nudge();
      }),
    stop: () =>
      quietly(async () => {
        await change((current) => ({ ...current, enabled: false }));
        supervisor.stop();
      }),
    async acceptHostKey(fingerprint) {
      const machine = supervisor.machine();
      const shown = machine.state === 'failed' ? machine.failure.hostKeys?.shown : undefined;
      if (shown?.fingerprint !== fingerprint) return refuse('not-found', { message: 'The server does not show this host key any more.' });
      await hostKeys.remember(shown);
      journal.write(`You accepted ${fingerprint} as the host key of ${shown.host}.`);
      return ok(await quietly(async () => launch()));
    },
    nudge: () => supervisor.nudge(),
    restart(reason) {
      journal.write(reason);
      supervisor.disprove();
    },
    begin() {
      hasBegun = true;
      if (document.get().kind !== 'own-url') launch();
      endWatch ??= watchNetwork(clock, () => supervisor.nudge());
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      endWatch?.();
      await supervisor.close();
    },
  };
}

/** Where the tunnel leads here from, or will again: an address that never changes is shown before the tunnel is up. */
function addressOf(machine: Machine, document: TunnelDocument): string | null {
  switch (machine.state) {
    case 'off':
    case 'failed':
      return null;
    case 'connecting':
      return settledUrl(document);
    case 'reconnecting':
      return machine.publicUrl ?? settledUrl(document);
    case 'up':
    case 'degraded':
      return machine.publicUrl;
  }
}
