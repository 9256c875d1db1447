import { expect, test } from 'vitest';
import type { Tunnel, TunnelReport } from '../../../../src/core/ports.ts';
import type { ProbeResult, Prober } from '../../../../src/core/reachability/probe.ts';
import { createReception } from '../../../../src/core/reachability/reception.ts';
import { createAnnouncer } from '../../../../src/core/state.ts';
import { ok } from '../../../../src/domain/result.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLogger } from '../../../support/silent-logger.ts';

const reached: ProbeResult = { reached: true, roundTripMs: 12 };
const lost: ProbeResult = { reached: false, message: 'Nobody answers.', action: 'Look' };
const settings = { ssh: null, ngrok: { hasToken: false }, cloudflared: { hasToken: false }, former: { ssh: {} } };

/** A tunnel and a prober that are what the test says they are; time passes when the test lets it. */
function standing(kind: TunnelReport['kind'] = 'ssh') {
  const clock = manualClock();
  const listeners = new Set<(report: TunnelReport) => void>();
  const restarts: string[] = [];
  let report: TunnelReport = {
    kind,
    state: 'up',
    publicUrl: 'https://a.example.com',
    since: new Date(clock.now()).toISOString(),
    log: [],
    settings,
  };
  let paused = false;
  let answer = reached;
  const probed: string[] = [];
  const tunnel: Tunnel = {
    report: () => report,
    configure: async () => ok(report),
    start: async () => report,
    stop: async () => report,
    acceptHostKey: async () => ok(report),
    nudge: () => undefined,
    restart: (reason) => void restarts.push(reason),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => undefined,
  };
  const prober: Prober = {
    async probe(base) {
      probed.push(base);
      return answer;
    },
    answer: () => undefined,
  };
  const announcer = createAnnouncer({ clock, logger: silentLogger });
  const reception = createReception({ tunnel, prober, announcer, clock, isPaused: () => paused, receiverUrl: () => 'http://127.0.0.1:1' });
  return {
    reception,
    restarts,
    probed,
    set: (next: ProbeResult) => {
      answer = next;
    },
    pause: (next: boolean) => {
      paused = next;
    },
    change(changes: Partial<TunnelReport>) {
      report = { ...report, ...changes };
      for (const listener of listeners) listener(report);
    },
    /** Lets time pass and everything that follows from it happen. */
    async pass(milliseconds: number) {
      clock.advance(milliseconds);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('nothing is receiving before it is proven', async () => {
  const { reception } = standing();
  expect(reception.status().reception).toBe('not-checked');
  expect((await reception.check()).reception).toBe('receiving');
});

test('a way that is up but dead shows as not reachable within 30 seconds and is started again, once', async () => {
  const { reception, restarts, set, pass } = standing();
  await reception.check();
  set(lost);
  await pass(20_000);
  expect(reception.status()).toMatchObject({ reception: 'not-reachable', message: 'Nobody answers.' });
  expect(restarts).toEqual([]);
  await pass(3_000);
  expect(restarts).toEqual(['Nobody answers.']);
  await pass(20_000);
  await pass(20_000);
  expect(restarts).toHaveLength(1);
  set(reached);
  await pass(20_000);
  expect(reception.status().reception).toBe('receiving');
});

test('a single hiccup starts nothing again', async () => {
  const { reception, restarts, set, pass } = standing();
  await reception.check();
  set(lost);
  await pass(20_000);
  set(reached);
  await pass(3_000);
  expect(reception.status().reception).toBe('receiving');
  expect(restarts).toEqual([]);
});

test('a service that counts requests is asked rarely', async () => {
  const { reception, probed, pass } = standing('ngrok');
  await reception.check();
  await pass(240_000);
  expect(probed).toHaveLength(1);
  await pass(60_000);
  expect(probed).toHaveLength(2);
});

test('when the tunnel is lost it is not reachable at once, without asking', async () => {
  const { reception, probed, change } = standing();
  await reception.check();
  const failure = { code: 'connection-lost', message: 'The connection was lost.', action: 'Wait' } as const;
  change({ state: 'reconnecting', failure });
  expect(reception.status()).toMatchObject({ reception: 'not-reachable', message: 'The connection was lost.', action: 'Wait' });
  expect(probed).toHaveLength(1);
});

test('a new address has to be proven anew, and an answer about the old one counts for nothing', async () => {
  const { reception, probed, change, pass } = standing();
  await reception.check();
  const checking = reception.check();
  change({ publicUrl: 'https://b.example.com' });
  expect(reception.status().reception).toBe('not-checked');
  await checking;
  await pass(0);
  expect(probed.at(-1)).toBe('https://b.example.com');
  expect(reception.status().reception).toBe('receiving');
});

test('the log of a tunnel going on does not unprove anything', async () => {
  const { reception, change } = standing();
  await reception.check();
  change({ log: [{ at: '2026-03-01T12:00:00.000Z', text: 'Still up' }] });
  expect(reception.status().reception).toBe('receiving');
});

test('paused is paused, whatever the tunnel says, and ends with a proof', async () => {
  const { reception, pause, change } = standing();
  await reception.check();
  pause(true);
  expect((await reception.reconsider()).reception).toBe('paused');
  change({ state: 'reconnecting' });
  expect(reception.status().reception).toBe('paused');
  change({ state: 'up' });
  pause(false);
  expect((await reception.reconsider()).reception).toBe('receiving');
});

test('a tunnel in trouble that still lets texts through is degraded', async () => {
  const { reception, change, pass } = standing();
  change({ state: 'degraded' });
  await pass(0);
  expect(reception.status().reception).toBe('degraded');
});

test('an answer that comes after the tunnel was lost does not make it receiving, though its address stayed', async () => {
  const { reception, change } = standing();
  const checking = reception.check();
  change({ state: 'reconnecting' });
  await checking;
  expect(reception.status().reception).toBe('not-reachable');
});
