import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { tunnelFailure } from '../../../src/contract/tunnel-failures.ts';
import { createJournal } from '../../../src/tunnel/journal.ts';
import type { Machine } from '../../../src/tunnel/machine.ts';
import { createSupervisor } from '../../../src/tunnel/supervisor.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import { scriptedCarrier } from '../../support/tunnel/scripted-carrier.ts';

function supervised({ expectedUrl = null as string | null, fraction = 0.5 } = {}) {
  const clock = manualClock();
  const journal = createJournal(clock);
  const told: Machine[] = [];
  const supervisor = createSupervisor({
    clock,
    random: { token: () => 'token', fraction: () => fraction },
    logger: silentLogger,
    journal,
    receiverPort: () => 4_711,
    expectedUrl: () => expectedUrl,
    onChange: (machine) => told.push(machine),
  });
  const log = (): string[] => journal.entries().map(({ text }) => text);
  return { clock, supervisor, told, log, state: () => supervisor.machine().state };
}

test('a tunnel is opened to the receiver, told of when it is up, and closed when it is stopped', async () => {
  const { supervisor, told, state } = supervised();
  const carrier = scriptedCarrier();
  supervisor.start(carrier);
  expect(carrier.attempts[0]?.request.receiverPort).toBe(4_711);
  carrier.attempts[0]?.open();
  await turn();
  expect(told.map((machine) => machine.state)).toEqual(['connecting', 'up']);
  supervisor.stop();
  await turn();
  expect([state(), carrier.attempts[0]?.closes()]).toEqual(['off', 1]);
});

test('a failed attempt is repeated after its wait, and each wait is 50 to 100 % of its length', async () => {
  for (const [fraction, waitMs] of [
    [0, 250],
    [0.999_999, 500],
  ] as const) {
    const { supervisor, clock, state } = supervised({ fraction });
    const carrier = scriptedCarrier();
    supervisor.start(carrier);
    carrier.attempts[0]?.fail('refused');
    await turn();
    expect(state()).toBe('reconnecting');
    clock.advance(waitMs - 1);
    expect(carrier.attempts).toHaveLength(1);
    clock.advance(1);
    expect(carrier.attempts).toHaveLength(2);
  }
});

test('the next attempt waits until what is closed has let go of its port', async () => {
  const { supervisor, clock } = supervised();
  const carrier = scriptedCarrier({ slowToClose: true });
  supervisor.start(carrier);
  carrier.attempts[0]?.open();
  await turn();
  clock.advance(10_000);
  supervisor.disprove();
  await turn();
  expect(carrier.attempts).toHaveLength(1);
  carrier.attempts[0]?.closed();
  await turn();
  expect(carrier.attempts).toHaveLength(2);
});

test('an attempt that is not wanted any more is aborted, and closed should it come up all the same', async () => {
  const { supervisor, state } = supervised();
  const carrier = scriptedCarrier();
  supervisor.start(carrier);
  supervisor.stop();
  expect(carrier.attempts[0]?.request.signal.aborted).toBe(true);
  carrier.attempts[0]?.open();
  await turn();
  expect([state(), carrier.attempts[0]?.closes()]).toEqual(['off', 1]);
});

test('an end that comes in the very moment of opening is not lost', async () => {
  const { supervisor, state } = supervised();
  const carrier = scriptedCarrier();
  supervisor.start(carrier);
  carrier.attempts[0]?.open();
  carrier.attempts[0]?.events.ended(tunnelFailure('connection-lost'));
  await turn();
  expect(state()).toBe('reconnecting');
});

test('what an attempt of before still says is not believed', async () => {
  const { supervisor, clock, state } = supervised();
  const carrier = scriptedCarrier();
  supervisor.start(carrier);
  carrier.attempts[0]?.open();
  await turn();
  carrier.attempts[0]?.events.ended(tunnelFailure('connection-lost'));
  await turn();
  clock.advance(500);
  carrier.attempts[1]?.open();
  await turn();
  carrier.attempts[0]?.events.ended(tunnelFailure('token-wrong'));
  carrier.attempts[0]?.events.moved('https://evil.example.com');
  expect([state(), carrier.attempts.length]).toEqual(['up', 2]);
});

describe('a nudge', () => {
  test('ends a wait at once', async () => {
    const { supervisor, clock } = supervised();
    const carrier = scriptedCarrier();
    supervisor.start(carrier);
    carrier.attempts[0]?.fail('no-dns');
    await turn();
    supervisor.nudge();
    await turn();
    expect(carrier.attempts).toHaveLength(2);
    clock.advance(60_000);
    expect(carrier.attempts, 'the wait it ended does not count any more').toHaveLength(2);
  });
  test('asks an open tunnel to prove itself', async () => {
    const { supervisor } = supervised();
    const carrier = scriptedCarrier();
    supervisor.start(carrier);
    carrier.attempts[0]?.open();
    await turn();
    supervisor.nudge();
    expect(carrier.attempts[0]?.checks()).toBe(1);
  });
});

test('a tunnel that was disproved is started again, but not one that nothing could be started of', async () => {
  for (const restartable of [true, false]) {
    const { supervisor, clock } = supervised();
    const carrier = scriptedCarrier({ restartable });
    supervisor.start(carrier);
    carrier.attempts[0]?.open();
    await turn();
    clock.advance(10_000);
    supervisor.disprove();
    await turn();
    expect(carrier.attempts).toHaveLength(restartable ? 2 : 1);
  }
});

test('the log tells it all in sentences, newest last, and stays short', async () => {
  const { supervisor, clock, log } = supervised({ expectedUrl: 'https://old.example.com' });
  const carrier = scriptedCarrier();
  supervisor.start(carrier);
  carrier.attempts[0]?.fail('refused');
  await turn();
  clock.advance(500);
  carrier.attempts[1]?.events.note('A note.');
  carrier.attempts[1]?.open();
  await turn();
  carrier.attempts[1]?.events.degraded(tunnelFailure('receiver-silent'));
  carrier.attempts[1]?.events.recovered();
  supervisor.stop();
  expect(log()).toEqual([
    'Connecting to a stand-in.',
    'The tunnel server refuses connections.',
    'Trying again in 0.4 s.',
    'Connecting to a stand-in again.',
    'A note.',
    'Up at https://one.example.com.',
    'Requests arrive through the tunnel, but the receiver on this computer does not take them.',
    'Requests come through again.',
    'Switched off.',
  ]);
  for (let count = 0; count < 100; count += 1) supervisor.start(scriptedCarrier());
  expect(log()).toHaveLength(60);
});

test('a carrier that breaks does not stop the supervisor', async () => {
  const { supervisor, clock, state } = supervised();
  let opened = 0;
  supervisor.start({
    name: 'broken',
    restartable: true,
    open: () => {
      opened += 1;
      return Promise.reject(new Error('a bug'));
    },
  });
  await turn();
  expect(state()).toBe('reconnecting');
  clock.advance(500);
  expect(opened).toBe(2);
});

test('closing waits until nothing is left open', async () => {
  const { supervisor } = supervised();
  const carrier = scriptedCarrier({ slowToClose: true });
  supervisor.start(carrier);
  carrier.attempts[0]?.open();
  await turn();
  let closed = false;
  const closing = supervisor.close().then(() => {
    closed = true;
  });
  await turn();
  expect(closed).toBe(false);
  carrier.attempts[0]?.closed();
  await closing;
  expect(closed).toBe(true);
});
