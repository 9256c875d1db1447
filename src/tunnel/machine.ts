/**
 * The one state machine of all tunnels, as a pure function: what is, and what happened, make what is next and what is
 * to be done. Every attempt to open a tunnel has a number, so that what an earlier one still says is not taken for news.
 * @module
 */
import { type TunnelFailure, tunnelFailure } from '../contract/tunnel-failures.ts';
import { isHopeless, waitMs } from './retry.ts';

/** `attempt` counts up over the machine's whole life. */
export type Machine =
  | { readonly state: 'off'; readonly attempt: number }
  | { readonly state: 'connecting'; readonly attempt: number; readonly openedAt: number }
  | (Open & { readonly state: 'up'; readonly notice: TunnelFailure | null })
  | (Open & { readonly state: 'degraded'; readonly failure: TunnelFailure })
  | {
      readonly state: 'reconnecting';
      readonly attempt: number;
      readonly phase: 'waiting' | 'opening';
      readonly openedAt: number;
      /** Where it was reachable before, when it ever was. */
      readonly publicUrl: string | null;
      /** In a row, at least one. */
      readonly failures: number;
      readonly failure: TunnelFailure;
    }
  | { readonly state: 'failed'; readonly attempt: number; readonly failure: TunnelFailure };

type Open = {
  readonly attempt: number;
  readonly publicUrl: string;
  /** In a row before this success; forgotten once it is settled. */
  readonly failures: number;
  /** Whether it has been up long enough for its next failure to be a first one. */
  readonly settled: boolean;
};

/** `now` is a monotonic time in milliseconds. */
export type MachineEvent =
  | { readonly type: 'start'; readonly now: number }
  | { readonly type: 'stop' }
  /** `expectedUrl`: where it was reachable the last time; null when that does not matter. */
  | { readonly type: 'opened'; readonly attempt: number; readonly publicUrl: string; readonly expectedUrl: string | null }
  /** It could not be opened, or it was open and ended. */
  | { readonly type: 'lost'; readonly attempt: number; readonly failure: TunnelFailure; readonly now: number }
  | { readonly type: 'degraded'; readonly attempt: number; readonly failure: TunnelFailure }
  | { readonly type: 'recovered'; readonly attempt: number }
  | { readonly type: 'moved'; readonly attempt: number; readonly publicUrl: string }
  | { readonly type: 'settled'; readonly attempt: number }
  | { readonly type: 'waited'; readonly attempt: number; readonly now: number }
  /** The computer woke up, or its network changed. */
  | { readonly type: 'nudged'; readonly now: number }
  /** It claims to be up, but was proven dead. */
  | { readonly type: 'disproved'; readonly now: number };

export type Effect =
  | { readonly do: 'open'; readonly attempt: number }
  /** Ends what is open or opening, and every wait. */
  | { readonly do: 'close' }
  /** Before jitter. */
  | { readonly do: 'wait'; readonly attempt: number; readonly milliseconds: number }
  | { readonly do: 'settle'; readonly attempt: number }
  /** Asks what is open to prove that it still is. */
  | { readonly do: 'check' };

export type Step = { readonly next: Machine; readonly effects: readonly Effect[] };

export const switchedOff: Machine = { state: 'off', attempt: 0 };

/** An attempt younger than this survives a nudge: it began on the network that is there now. */
const freshAttemptMs = 2_000;

/** What comes next. Events of an earlier attempt change nothing. */
export function step(machine: Machine, event: MachineEvent): Step {
  if ('attempt' in event && event.attempt !== machine.attempt) return stay(machine);
  switch (event.type) {
    case 'start':
      return begin({ state: 'connecting', attempt: machine.attempt + 1, openedAt: event.now });
    case 'stop':
      return machine.state === 'off' ? stay(machine) : { next: { state: 'off', attempt: machine.attempt }, effects: [{ do: 'close' }] };
    case 'opened':
      return opened(machine, event.publicUrl, event.expectedUrl);
    case 'lost':
      return lost(machine, event.failure, event.now);
    case 'degraded':
      return machine.state === 'up' || machine.state === 'degraded'
        ? { next: { ...open(machine), state: 'degraded', failure: event.failure }, effects: [] }
        : stay(machine);
    case 'recovered':
      return machine.state === 'degraded' ? { next: { ...open(machine), state: 'up', notice: null }, effects: [] } : stay(machine);
    case 'moved':
      return moved(machine, event.publicUrl);
    case 'settled':
      return machine.state === 'up' || machine.state === 'degraded'
        ? { next: { ...machine, failures: 0, settled: true }, effects: [] }
        : stay(machine);
    case 'waited':
      return machine.state === 'reconnecting' && machine.phase === 'waiting' ? reopen(machine, event.now) : stay(machine);
    case 'nudged':
      return nudged(machine, event.now);
    case 'disproved':
      return disproved(machine, event.now);
  }
}

type Reconnecting = Extract<Machine, { state: 'reconnecting' }>;

function stay(machine: Machine): Step {
  return { next: machine, effects: [] };
}

function begin(next: Machine): Step {
  return { next, effects: [{ do: 'close' }, { do: 'open', attempt: next.attempt }] };
}

function open({ attempt, publicUrl, failures, settled }: Open): Open {
  return { attempt, publicUrl, failures, settled };
}

function reopen(machine: Reconnecting, now: number): Step {
  return begin({ ...machine, phase: 'opening', attempt: machine.attempt + 1, openedAt: now });
}

function opened(machine: Machine, publicUrl: string, expectedUrl: string | null): Step {
  const opening = machine.state === 'connecting' || (machine.state === 'reconnecting' && machine.phase === 'opening');
  if (!opening) return stay(machine);
  const failures = machine.state === 'reconnecting' ? machine.failures : 0;
  const notice = expectedUrl !== null && expectedUrl !== publicUrl ? tunnelFailure('address-changed') : null;
  return {
    next: { state: 'up', attempt: machine.attempt, publicUrl, failures, settled: false, notice },
    effects: [{ do: 'settle', attempt: machine.attempt }],
  };
}

function moved(machine: Machine, publicUrl: string): Step {
  if ((machine.state !== 'up' && machine.state !== 'degraded') || machine.publicUrl === publicUrl) return stay(machine);
  return { next: { ...open(machine), state: 'up', publicUrl, notice: tunnelFailure('address-changed') }, effects: [] };
}

function lost(machine: Machine, failure: TunnelFailure, now: number): Step {
  if (machine.state === 'off' || machine.state === 'failed') return stay(machine);
  if (machine.state === 'reconnecting' && machine.phase === 'waiting') return stay(machine);
  if (isHopeless(failure.code)) return { next: { state: 'failed', attempt: machine.attempt, failure }, effects: [{ do: 'close' }] };
  return wait(machine, failure, now);
}

function wait(machine: Exclude<Machine, { state: 'off' | 'failed' }>, failure: TunnelFailure, now: number): Step {
  const failures = (machine.state === 'connecting' ? 0 : machine.failures) + 1;
  const publicUrl = machine.state === 'connecting' ? null : machine.publicUrl;
  const { attempt } = machine;
  return {
    next: { state: 'reconnecting', phase: 'waiting', attempt, openedAt: now, publicUrl, failures, failure },
    effects: [{ do: 'close' }, { do: 'wait', attempt, milliseconds: waitMs(failure.code, failures) }],
  };
}

function nudged(machine: Machine, now: number): Step {
  switch (machine.state) {
    case 'off':
    case 'failed':
      return stay(machine);
    case 'up':
    case 'degraded':
      return { next: machine, effects: [{ do: 'check' }] };
    case 'connecting':
      return now - machine.openedAt < freshAttemptMs ? stay(machine) : begin({ ...machine, attempt: machine.attempt + 1, openedAt: now });
    case 'reconnecting':
      // What failed before the nudge says nothing about the network that is there now.
      return machine.phase === 'opening' && now - machine.openedAt < freshAttemptMs
        ? stay(machine)
        : reopen({ ...machine, failures: 1 }, now);
  }
}

function disproved(machine: Machine, now: number): Step {
  if (machine.state !== 'up' && machine.state !== 'degraded') return stay(machine);
  const failure = tunnelFailure('nothing-came-through');
  const { next, effects } = wait(machine, failure, now);
  // One that had been well is started again at once; one that never worked waits longer each time.
  return machine.settled && next.state === 'reconnecting' ? reopen(next, now) : { next, effects };
}
