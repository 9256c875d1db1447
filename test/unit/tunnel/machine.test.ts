import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TunnelFailureCode, tunnelFailure, tunnelFailureCodes } from '../../../src/contract/tunnel-failures.ts';
import { type Effect, type Machine, type MachineEvent, step, switchedOff } from '../../../src/tunnel/machine.ts';
import { isHopeless } from '../../../src/tunnel/retry.ts';

const publicUrl = 'https://one.example.com';

/** Runs events one after the other; `attempt` and `now` are filled in where an event has none. */
function run(...events: Loose[]): { machine: Machine; effects: Effect[] } {
  let machine: Machine = switchedOff;
  let effects: readonly Effect[] = [];
  for (const event of events) {
    const whole = { attempt: machine.attempt, now: 0, expectedUrl: null, ...event } as MachineEvent;
    ({ next: machine, effects } = step(machine, whole));
  }
  return { machine, effects: [...effects] };
}
type Loose = { type: MachineEvent['type'] } & Record<string, unknown>;

const lost = (code: TunnelFailureCode, now = 0): Loose => ({ type: 'lost', failure: tunnelFailure(code), now });
const opened: Loose = { type: 'opened', publicUrl };

test('a tunnel that opens is up at its address and settles after a while', () => {
  const { machine, effects } = run({ type: 'start' }, opened);
  expect(machine).toMatchObject({ state: 'up', publicUrl, failures: 0, settled: false, notice: null });
  expect(effects).toEqual([{ do: 'settle', attempt: 1 }]);
});

test('each failure in a row waits twice as long, from half a second to half a minute', () => {
  const waits: number[] = [];
  let machine = run({ type: 'start' }).machine;
  for (let count = 0; count < 9; count += 1) {
    const after = step(machine, { type: 'lost', attempt: machine.attempt, failure: tunnelFailure('refused'), now: 0 });
    waits.push(...after.effects.flatMap((effect) => (effect.do === 'wait' ? [effect.milliseconds] : [])));
    machine = step(after.next, { type: 'waited', attempt: after.next.attempt, now: 0 }).next;
  }
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test('a tunnel that was up for a while begins with the shortest wait again', () => {
  const troubled = [{ type: 'start' }, lost('refused'), { type: 'waited' }, lost('refused'), { type: 'waited' }, opened] as const;
  expect(run(...troubled, lost('connection-lost')).effects).toContainEqual({ do: 'wait', attempt: 3, milliseconds: 2_000 });
  expect(run(...troubled, { type: 'settled' }, lost('connection-lost')).effects).toContainEqual({
    do: 'wait',
    attempt: 3,
    milliseconds: 500,
  });
});

test.each(tunnelFailureCodes.filter(isHopeless))('%s stops the tunnel until the user does something', (code) => {
  const { machine, effects } = run({ type: 'start' }, lost(code));
  expect(machine).toMatchObject({ state: 'failed', failure: { code } });
  expect(effects).toEqual([{ do: 'close' }]);
  expect(step(machine, { type: 'nudged', now: 99_999 }).next).toBe(machine);
});

test('an end that comes while it is up keeps the address, since it may come back there', () => {
  expect(run({ type: 'start' }, opened, lost('connection-lost')).machine).toMatchObject({
    state: 'reconnecting',
    phase: 'waiting',
    publicUrl,
  });
});

test('waking up ends a wait at once and begins with the shortest one again', () => {
  const { machine, effects } = run({ type: 'start' }, lost('refused'), { type: 'waited' }, lost('refused'), { type: 'nudged', now: 5 });
  expect(machine).toMatchObject({ state: 'reconnecting', phase: 'opening', failures: 1, openedAt: 5 });
  expect(effects).toEqual([{ do: 'close' }, { do: 'open', attempt: 3 }]);
});

test('waking up gives up an attempt that began before, but not one that has just begun', () => {
  expect(run({ type: 'start', now: 0 }, { type: 'nudged', now: 1_999 }).effects).toEqual([]);
  expect(run({ type: 'start', now: 0 }, { type: 'nudged', now: 2_000 }).effects).toEqual([{ do: 'close' }, { do: 'open', attempt: 2 }]);
});

test('waking up asks an open tunnel to prove itself', () => {
  expect(run({ type: 'start' }, opened, { type: 'nudged' })).toMatchObject({ machine: { state: 'up' }, effects: [{ do: 'check' }] });
});

test('a settled tunnel that is disproved is started again at once; one that never worked waits longer each time', () => {
  const settled = run({ type: 'start' }, opened, { type: 'settled' }, { type: 'disproved' });
  expect(settled.machine).toMatchObject({ state: 'reconnecting', phase: 'opening', failure: { code: 'nothing-came-through' } });
  const fresh = run({ type: 'start' }, opened, { type: 'disproved' }, { type: 'waited' }, opened, { type: 'disproved' });
  expect(fresh.machine).toMatchObject({ state: 'reconnecting', phase: 'waiting', failures: 2 });
});

test('another address than the last time, or a new one while it is up, is pointed out', () => {
  expect(run({ type: 'start' }, { ...opened, expectedUrl: publicUrl }).machine).toMatchObject({ notice: null });
  expect(run({ type: 'start' }, { ...opened, expectedUrl: 'https://old.example.com' }).machine).toMatchObject({
    notice: { code: 'address-changed' },
  });
  const moved = run({ type: 'start' }, opened, { type: 'moved', publicUrl: 'https://two.example.com' }).machine;
  expect(moved).toMatchObject({ state: 'up', publicUrl: 'https://two.example.com', notice: { code: 'address-changed' } });
});

test('degraded goes back to up when requests come through again', () => {
  const degraded = [{ type: 'start' }, opened, { type: 'degraded', failure: tunnelFailure('receiver-silent') }] as const;
  expect(run(...degraded).machine).toMatchObject({ state: 'degraded', publicUrl, failure: { code: 'receiver-silent' } });
  expect(run(...degraded, { type: 'recovered' }).machine).toMatchObject({ state: 'up', publicUrl, notice: null });
});

/** What an outside that does as it is told has open, and which waits run. */
type Outside = { live: number | undefined; waiting: boolean; settling: boolean; newest: number };

function obey(outside: Outside, effects: readonly Effect[]): Outside {
  let { live, waiting, settling, newest } = outside;
  for (const effect of effects) {
    if (effect.do === 'close') [live, waiting, settling] = [undefined, false, false];
    if (effect.do === 'open') {
      expect(live, 'nothing else is open when an attempt begins').toBeUndefined();
      expect(effect.attempt, 'each attempt has a number of its own').toBeGreaterThan(newest);
      [live, newest] = [effect.attempt, effect.attempt];
    }
    if (effect.do === 'settle') settling = true;
    if (effect.do === 'wait') {
      waiting = true;
      expect(effect.milliseconds).toBeGreaterThanOrEqual(500);
      expect(effect.milliseconds).toBeLessThanOrEqual(5 * 60_000);
    }
  }
  return { live, waiting, settling, newest };
}

const failures = fc.constantFrom(...tunnelFailureCodes).map((code) => tunnelFailure(code));
const urls = fc.constantFrom('https://one.example.com', 'https://two.example.com');
/** 0 is the attempt of now, more is that much older. */
const age = fc.nat({ max: 2 });
const events = fc.oneof(
  fc.record({ type: fc.constant('start' as const) }),
  fc.record({ type: fc.constantFrom('stop' as const, 'nudged' as const, 'disproved' as const) }),
  fc.record({ type: fc.constant('opened' as const), age, publicUrl: urls, expectedUrl: fc.option(urls) }),
  fc.record({ type: fc.constantFrom('lost' as const, 'degraded' as const), age, failure: failures }),
  fc.record({ type: fc.constantFrom('recovered' as const, 'settled' as const, 'waited' as const), age }),
  fc.record({ type: fc.constant('moved' as const), age, publicUrl: urls }),
);

test('whatever happens in whatever order, one attempt at most is open and nothing is left hanging', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(events, fc.nat({ max: 40_000 })), { maxLength: 60 }), (happened) => {
      let machine: Machine = switchedOff;
      let outside: Outside = { live: undefined, waiting: false, settling: false, newest: 0 };
      let now = 0;
      for (const [event, passed] of happened) {
        now += passed;
        const old = 'age' in event && event.age > 0;
        // A timer only ever tells about itself while it runs.
        if (event.type === 'waited' && !old && !outside.waiting) continue;
        const before = machine;
        const attempt = machine.attempt - ('age' in event ? event.age : 0);
        const { next, effects } = step(machine, { ...event, attempt, now } as MachineEvent);
        machine = next;
        if (old) expect([machine, effects], 'what an earlier attempt says counts for nothing').toEqual([before, []]);
        if (event.type === 'waited' && !old) outside = { ...outside, waiting: false };
        outside = obey(outside, effects);
        expect(outside).toMatchObject(expectedOutside(machine));
        if (machine.state === 'failed') expect(isHopeless(machine.failure.code)).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});

function expectedOutside(machine: Machine): Partial<Outside> {
  switch (machine.state) {
    case 'off':
    case 'failed':
      return { live: undefined, waiting: false, settling: false };
    case 'connecting':
    case 'up':
    case 'degraded':
      return { live: machine.attempt, waiting: false };
    case 'reconnecting':
      return machine.phase === 'waiting' ? { live: undefined, waiting: true } : { live: machine.attempt, waiting: false };
  }
}
