/**
 * Whether texts can arrive, told truthfully: what the tunnel claims and what the last probe proved.
 * @module
 */
import type { SelfTest, TunnelStatus } from '../contract/views.ts';
import type { Clock, Tunnel } from './ports.ts';
import type { ProbeResult, Prober } from './probe.ts';
import type { Announcer } from './state.ts';

/** How often the way is proven while the app runs. */
const everyMs = 4 * 60_000;
/** After a failure the next proof comes sooner. */
const soonMs = 20_000;

type Verdict = Pick<TunnelStatus, 'reception' | 'message' | 'action' | 'roundTripMs'>;

export type Reception = {
  status(): TunnelStatus;
  /** Proves the way now. */
  check(): Promise<TunnelStatus>;
  selfTest(): Promise<SelfTest>;
  start(): void;
  close(): void;
};

type Dependencies = {
  readonly tunnel: Tunnel;
  readonly prober: Prober;
  readonly announcer: Announcer;
  readonly clock: Clock;
  readonly receiverUrl: () => string;
};

export function createReception({ tunnel, prober, announcer, clock, receiverUrl }: Dependencies): Reception {
  const now = (): string => new Date(clock.now()).toISOString();
  let verdict: Verdict = unproven(tunnel);
  let since = now();
  let checkedAt: string | null = null;
  let takeBack: (() => void) | undefined;
  let closed = false;

  const status = (): TunnelStatus => {
    const { kind, state, publicUrl, failure, log, settings } = tunnel.report();
    return { kind, state, publicUrl, receiverUrl: receiverUrl(), since, checkedAt, failure, log, settings, ...verdict };
  };

  const conclude = (next: Verdict): TunnelStatus => {
    if (next.reception !== verdict.reception) since = now();
    verdict = next;
    const current = status();
    announcer.change({ kind: 'tunnel', tunnel: current });
    return current;
  };

  const schedule = (milliseconds: number): void => {
    takeBack?.();
    if (!closed) takeBack = clock.after(milliseconds, () => void check());
  };

  const check = async (): Promise<TunnelStatus> => {
    const { publicUrl } = tunnel.report();
    if (publicUrl === null || !isOpen(tunnel)) return conclude(unproven(tunnel));
    const result = await prober.probe(publicUrl);
    // The address was changed meanwhile: this answer is about another one.
    if (closed || tunnel.report().publicUrl !== publicUrl) return status();
    checkedAt = now();
    schedule(result.reached ? everyMs : soonMs);
    return conclude(proven(result));
  };

  const stopListening = tunnel.onChange(() => {
    checkedAt = null;
    conclude(unproven(tunnel));
    void check();
  });

  return {
    status,
    check,
    async selfTest() {
      const { publicUrl } = tunnel.report();
      const local = await prober.probe(receiverUrl());
      const localStep = step('receiver', local, 'The receiver answers on this computer.');
      if (publicUrl === null) {
        const message = 'No public address is set, so nothing outside this computer can reach it.';
        return { reachable: false, roundTripMs: null, steps: [localStep, { name: 'public', state: 'skipped', message }] };
      }
      const current = await check();
      const reachable = current.reception === 'receiving';
      const message = reachable ? `Reachable through ${publicUrl}, ${current.roundTripMs} ms.` : current.message;
      return {
        reachable,
        roundTripMs: current.roundTripMs,
        steps: [localStep, { name: 'public', state: reachable ? 'passed' : 'failed', message }],
      };
    },
    start() {
      void check();
    },
    close() {
      closed = true;
      takeBack?.();
      stopListening();
    },
  };
}

/** Whether something may come through: without that there is nothing to prove. */
function isOpen(tunnel: Tunnel): boolean {
  const { state } = tunnel.report();
  return state === 'up' || state === 'degraded';
}

function unproven(tunnel: Tunnel): Verdict {
  const { kind, state, failure } = tunnel.report();
  if (isOpen(tunnel)) return { reception: 'not-checked', roundTripMs: null, message: 'Checking whether texts can arrive…' };
  const notReachable = { reception: 'not-reachable', roundTripMs: null } as const;
  if (failure !== undefined) return { ...notReachable, message: failure.message, action: failure.action };
  if (state === 'connecting') return { ...notReachable, message: 'Your tunnel is being opened…' };
  return kind === 'none'
    ? { ...notReachable, message: 'Only this computer can reach Texttray: no public address is set.', action: 'Set a public address' }
    : { ...notReachable, message: 'Your public address is switched off in Texttray.', action: 'Switch it on' };
}

function proven(result: ProbeResult): Verdict {
  return result.reached
    ? { reception: 'receiving', roundTripMs: result.roundTripMs, message: `Texts can arrive: proven in ${result.roundTripMs} ms.` }
    : { reception: 'not-reachable', roundTripMs: null, message: result.message, action: result.action };
}

function step(name: string, result: ProbeResult, passed: string): SelfTest['steps'][number] {
  return result.reached ? { name, state: 'passed', message: passed } : { name, state: 'failed', message: result.message };
}
