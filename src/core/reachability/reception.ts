/**
 * Whether texts can arrive, told truthfully: what the tunnel claims and what the last probe proved. A tunnel that says
 * it is up and lets nothing through is shown as not reachable and started again.
 * @module
 */
import type { TunnelKind } from '../../contract/tunnel.ts';
import type { SelfTest, TunnelStatus } from '../../contract/views.ts';
import type { Clock, Tunnel } from '../ports.ts';
import type { Announcer } from '../state.ts';
import type { ProbeResult, Prober } from './probe.ts';

/**
 * How often the way is proven, in milliseconds. With the probe's own time limit a dead way shows within 30 s. ngrok
 * counts requests (20,000 a month for free accounts) and notices a dead connection by its heartbeat.
 */
const everyMs: Record<TunnelKind, number> = { none: 0, 'own-url': 20_000, ssh: 20_000, cloudflared: 20_000, ngrok: 300_000 };
/** After a failure the next proof comes sooner: a hiccup must not start a tunnel again. */
const againMs = 3_000;
/** So many failures in a row are no hiccup. */
const failuresBeforeRestart = 2;

type Verdict = Pick<TunnelStatus, 'reception' | 'message' | 'action' | 'roundTripMs'>;

export type Reception = {
  status(): TunnelStatus;
  /** Proves the way now. */
  check(): Promise<TunnelStatus>;
  selfTest(): Promise<SelfTest>;
  /** Told of every conclusion, also one that says the same again. */
  onConclusion(listener: (status: TunnelStatus) => void): () => void;
  /** What the user set has changed (paused or not): concludes anew. */
  reconsider(): Promise<TunnelStatus>;
  close(): void;
};

type Dependencies = {
  readonly tunnel: Tunnel;
  readonly prober: Prober;
  readonly announcer: Announcer;
  readonly clock: Clock;
  readonly isPaused: () => boolean;
  readonly receiverUrl: () => string;
};

export function createReception({ tunnel, prober, announcer, clock, isPaused, receiverUrl }: Dependencies): Reception {
  const now = (): string => new Date(clock.now()).toISOString();
  const listeners = new Set<(status: TunnelStatus) => void>();
  let verdict: Verdict = unproven(tunnel, isPaused());
  let since = now();
  let checkedAt: string | null = null;
  let failures = 0;
  /** Counts the ways: what was asked through an earlier one proves nothing about the present one. */
  let way = 0;
  let takeBack: (() => void) | undefined;
  let closed = false;

  const status = (): TunnelStatus => {
    const { since: _since, ...report } = tunnel.report();
    return { ...report, receiverUrl: receiverUrl(), since, checkedAt, ...verdict };
  };

  const conclude = (next: Verdict): TunnelStatus => {
    if (next.reception !== verdict.reception) since = now();
    verdict = next;
    const current = status();
    announcer.change({ kind: 'tunnel', tunnel: current });
    for (const listener of listeners) listener(current);
    return current;
  };

  const schedule = (milliseconds: number): void => {
    takeBack?.();
    if (!closed) takeBack = clock.after(milliseconds, () => void check());
  };

  const check = async (): Promise<TunnelStatus> => {
    const { publicUrl, kind } = tunnel.report();
    if (isPaused() || publicUrl === null || !isOpen(tunnel)) return conclude(unproven(tunnel, isPaused()));
    const asked = way;
    const result = await prober.probe(publicUrl);
    // Something was changed meanwhile: this answer is about another way.
    if (closed || isPaused() || asked !== way || tunnel.report().publicUrl !== publicUrl) return status();
    checkedAt = now();
    failures = result.reached ? 0 : failures + 1;
    schedule(result.reached || failures > failuresBeforeRestart ? everyMs[kind] : againMs);
    const concluded = conclude(proven(result, tunnel));
    if (!result.reached && failures === failuresBeforeRestart) tunnel.restart(result.message);
    return concluded;
  };

  const reconsider = (): Promise<TunnelStatus> => {
    takeBack?.();
    way += 1;
    failures = 0;
    conclude(unproven(tunnel, isPaused()));
    return check();
  };

  let followed = tunnel.report();
  const stopFollowing = tunnel.onChange((report) => {
    const isSameWay = report.state === followed.state && report.publicUrl === followed.publicUrl && report.kind === followed.kind;
    followed = report;
    // Only its log went on: what was proven stays proven.
    if (isSameWay) announcer.change({ kind: 'tunnel', tunnel: status() });
    else void reconsider();
  });

  return {
    status,
    check,
    reconsider,
    selfTest: () => selfTest({ prober, check, publicUrl: tunnel.report().publicUrl, receiverUrl: receiverUrl() }),
    onConclusion(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      takeBack?.();
      stopFollowing();
      listeners.clear();
    },
  };
}

type SelfTestSubject = {
  readonly prober: Prober;
  readonly check: () => Promise<TunnelStatus>;
  readonly publicUrl: string | null;
  readonly receiverUrl: string;
};

/** First the receiver by itself, then the way to it: so that one sees which of them is broken. */
async function selfTest({ prober, check, publicUrl, receiverUrl }: SelfTestSubject): Promise<SelfTest> {
  const local = await prober.probe(receiverUrl);
  const localStep = step('receiver', local, 'The receiver answers on this computer.');
  if (publicUrl === null) {
    const message = 'No public address is set, so nothing outside this computer can reach it.';
    return { reachable: false, roundTripMs: null, steps: [localStep, { name: 'public', state: 'skipped', message }] };
  }
  const { reception, roundTripMs, message } = await check();
  const reachable = reception === 'receiving' || reception === 'degraded';
  const said = reachable ? `Reachable through ${publicUrl}, ${roundTripMs} ms.` : message;
  return { reachable, roundTripMs, steps: [localStep, { name: 'public', state: reachable ? 'passed' : 'failed', message: said }] };
}

/** Whether something may come through: without that there is nothing to prove. */
function isOpen(tunnel: Tunnel): boolean {
  const { state } = tunnel.report();
  return state === 'up' || state === 'degraded';
}

function unproven(tunnel: Tunnel, paused: boolean): Verdict {
  const { kind, state, failure } = tunnel.report();
  const nothing = { roundTripMs: null } as const;
  if (paused) {
    const message = 'Receiving is paused: providers are asked to try again later.';
    return { ...nothing, reception: 'paused', message, action: 'Resume receiving' };
  }
  if (isOpen(tunnel)) return { ...nothing, reception: 'not-checked', message: 'Checking whether texts can arrive…' };
  const notReachable = { ...nothing, reception: 'not-reachable' } as const;
  if (failure !== undefined) return { ...notReachable, message: failure.message, action: failure.action };
  if (state === 'connecting') return { ...notReachable, message: 'Your tunnel is being opened…' };
  return kind === 'none'
    ? { ...notReachable, message: 'Only this computer can reach Texttray: no public address is set.', action: 'Set a public address' }
    : { ...notReachable, message: 'Your public address is switched off in Texttray.', action: 'Switch it on' };
}

function proven(result: ProbeResult, tunnel: Tunnel): Verdict {
  if (!result.reached) return { reception: 'not-reachable', roundTripMs: null, message: result.message, action: result.action };
  const { roundTripMs } = result;
  const { state, failure } = tunnel.report();
  if (state === 'degraded') {
    const message = `Texts arrive (${roundTripMs} ms), but the tunnel has trouble${failure === undefined ? '.' : `: ${failure.message}`}`;
    return { reception: 'degraded', roundTripMs, message };
  }
  return { reception: 'receiving', roundTripMs, message: `Texts can arrive: proven in ${roundTripMs} ms.` };
}

function step(name: string, result: ProbeResult, passed: string): SelfTest['steps'][number] {
  return result.reached ? { name, state: 'passed', message: passed } : { name, state: 'failed', message: result.message };
}
