/**
 * Keeps one tunnel up: feeds the state machine with what happens and does what it says. Knows nothing of the kinds.
 * @module
 */
import { type TunnelFailure, tunnelFailure } from '../contract/tunnel-failures.ts';
import type { Clock, Logger, Random } from '../core/ports.ts';
import type { Carrier, CarrierEvents, CarrierSession, Opened } from './carrier.ts';
import type { Journal } from './journal.ts';
import { type Effect, type Machine, type MachineEvent, step, switchedOff } from './machine.ts';
import { jittered, settledAfterMs } from './retry.ts';

export type Supervisor = {
  machine(): Machine;
  /** Opens a tunnel of this kind, instead of what may be open now. */
  start(carrier: Carrier): void;
  stop(): void;
  /** The computer woke up or its network changed. */
  nudge(): void;
  /** Nothing comes through it, whatever it says: starts it again, where that can help. */
  disprove(): void;
  /** Resolves when nothing is left open. */
  close(): Promise<void>;
};

type Dependencies = {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly journal: Journal;
  readonly receiverPort: () => number;
  /** Where it was reachable the last time; null when nothing depends on it. */
  readonly expectedUrl: () => string | null;
  readonly onChange: (machine: Machine) => void;
};

type Live = {
  readonly attempt: number;
  readonly abort: AbortController;
  session: CarrierSession | undefined;
  /** While it opens: resolves when that has ended, one way or the other. */
  opening: Promise<void> | undefined;
  /** It ended before what opened it was told. */
  endedWith: TunnelFailure | undefined;
};

export function createSupervisor(dependencies: Dependencies): Supervisor {
  const { clock, random, logger, journal, receiverPort, expectedUrl, onChange } = dependencies;
  let machine: Machine = switchedOff;
  let carrier: Carrier | undefined;
  let live: Live | undefined;
  /** What is being closed. The next attempt waits for it, since it may hold the same port or domain. */
  let closing: Promise<void> | undefined;
  const timers = new Map<'wait' | 'settle', () => void>();

  const dispatch = (event: MachineEvent): void => {
    const { next, effects } = step(machine, event);
    const changed = next !== machine;
    machine = next;
    if (changed) describe(event);
    for (const effect of effects) perform(effect);
    // An effect may have led further already; then that was told.
    if (changed && machine === next) onChange(machine);
  };

  const later = (name: 'wait' | 'settle', milliseconds: number, event: () => MachineEvent): void => {
    timers.get(name)?.();
    timers.set(
      name,
      clock.after(milliseconds, () => {
        timers.delete(name);
        dispatch(event());
      }),
    );
  };

  const perform = (effect: Effect): void => {
    switch (effect.do) {
      case 'open':
        open(effect.attempt);
        break;
      case 'close':
        closeLive();
        break;
      case 'wait': {
        const milliseconds = jittered(effect.milliseconds, random.fraction());
        journal.write(`Trying again in ${seconds(milliseconds)}.`);
        later('wait', milliseconds, () => ({ type: 'waited', attempt: effect.attempt, now: clock.monotonic() }));
        break;
      }
      case 'settle':
        later('settle', settledAfterMs, () => ({ type: 'settled', attempt: effect.attempt }));
        break;
      case 'check':
        live?.session?.check?.();
    }
  };

  const closeLive = (): void => {
    for (const takeBack of timers.values()) takeBack();
    timers.clear();
    const ending = live;
    live = undefined;
    if (ending === undefined) return;
    ending.abort.abort();
    if (ending.session === undefined && ending.opening === undefined) return;
    const whole = finish(ending, closing).finally(() => {
      if (closing === whole) closing = undefined;
    });
    closing = whole;
  };

  const finish = async (ending: Live, earlier: Promise<void> | undefined): Promise<void> => {
    await earlier;
    await ending.opening;
    try {
      await ending.session?.close();
    } catch (error) {
      logger.error('tunnel.close', { error });
    }
  };

  const open = (attempt: number): void => {
    if (carrier === undefined) return;
    const wanted = carrier;
    const mine: Live = { attempt, abort: new AbortController(), session: undefined, opening: undefined, endedWith: undefined };
    live = mine;
    if (closing === undefined) {
      connect(wanted, mine);
    } else {
      void closing.then(() => {
        if (live === mine) connect(wanted, mine);
      });
    }
  };

  const connect = (wanted: Carrier, mine: Live): void => {
    const request = { signal: mine.abort.signal, events: eventsOf(mine), receiverPort: receiverPort() };
    const opening = wanted.open(request);
    if (!(opening instanceof Promise)) {
      arrive(mine, opening);
      return;
    }
    mine.opening = opening.then(
      (opened) => arrive(mine, opened),
      (error: unknown) => {
        logger.error('tunnel.open', { error });
        arrive(mine, { ok: false, error: tunnelFailure('service-refused') });
      },
    );
  };

  const arrive = (mine: Live, opened: Opened): void => {
    mine.opening = undefined;
    if (opened.ok) mine.session = opened.value;
    // Not wanted any more: whoever closes it waits for this and closes the session.
    if (live !== mine) return;
    const { attempt } = mine;
    const failure = opened.ok ? mine.endedWith : opened.error;
    if (opened.ok && failure === undefined) {
      dispatch({ type: 'opened', attempt, publicUrl: opened.value.publicUrl, expectedUrl: expectedUrl() });
    } else if (failure !== undefined) {
      dispatch({ type: 'lost', attempt, failure, now: clock.monotonic() });
    }
  };

  const eventsOf = (mine: Live): CarrierEvents => {
    const { attempt } = mine;
    const tell = (event: MachineEvent): void => {
      if (live === mine) dispatch(event);
    };
    return {
      note: (text) => {
        if (live === mine) journal.write(text);
      },
      degraded: (failure) => tell({ type: 'degraded', attempt, failure }),
      recovered: () => tell({ type: 'recovered', attempt }),
      moved: (publicUrl) => tell({ type: 'moved', attempt, publicUrl }),
      ended: (failure) => {
        if (mine.session === undefined) mine.endedWith = failure;
        else tell({ type: 'lost', attempt, failure, now: clock.monotonic() });
      },
    };
  };

  const describe = (event: MachineEvent): void => {
    const text = sentence(machine, event, carrier?.name ?? '');
    if (text !== undefined) journal.write(text);
    const failure = 'failure' in machine ? machine.failure.code : undefined;
    logger.info('tunnel.state', { state: machine.state, event: event.type, failure });
  };

  return {
    machine: () => machine,
    start(next) {
      carrier = next;
      dispatch({ type: 'start', now: clock.monotonic() });
    },
    stop: () => dispatch({ type: 'stop' }),
    nudge: () => dispatch({ type: 'nudged', now: clock.monotonic() }),
    disprove() {
      if (carrier?.restartable === true) dispatch({ type: 'disproved', now: clock.monotonic() });
    },
    async close() {
      dispatch({ type: 'stop' });
      await closing;
    },
  };
}

function sentence(machine: Machine, event: MachineEvent, name: string): string | undefined {
  switch (machine.state) {
    case 'off':
      return 'Switched off.';
    case 'connecting':
      return `Connecting to ${name}.`;
    case 'up':
      if (event.type === 'settled') return undefined;
      return event.type === 'recovered' ? 'Requests come through again.' : `Up at ${machine.publicUrl}.`;
    case 'reconnecting':
      return machine.phase === 'opening' && event.type !== 'disproved' ? `Connecting to ${name} again.` : machine.failure.message;
    case 'degraded':
      return event.type === 'settled' ? undefined : machine.failure.message;
    case 'failed':
      return `${machine.failure.message} ${machine.failure.action}.`;
  }
}

function seconds(milliseconds: number): string {
  return milliseconds < 60_000 ? `${(milliseconds / 1_000).toFixed(1)} s` : `${Math.round(milliseconds / 60_000)} min`;
}
