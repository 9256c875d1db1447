import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createCredentialBook } from '../../../../src/core/credentials.ts';
import { createLineBook } from '../../../../src/core/line-book.ts';
import type { Provider } from '../../../../src/core/ports.ts';
import { createProblems } from '../../../../src/core/problems.ts';
import { createRegistrations, type RegistrationDocument } from '../../../../src/core/reachability/registration.ts';
import { createAnnouncer } from '../../../../src/core/state.ts';
import { failed, ok } from '../../../../src/domain/result.ts';
import { eventually } from '../../../support/eventually.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { memoryDocument } from '../../../support/memory-document.ts';
import { memoryVault } from '../../../support/memory-vault.ts';
import { provider } from '../../../support/providers.ts';
import { silentLogger } from '../../../support/silent-logger.ts';

const elsewhere = 'https://somebody-else.example.com/sms';

/** One line, and a provider that takes an address when the test lets it. */
async function standing({ documented }: { documented: boolean }) {
  const clock = manualClock();
  let base = 'https://a.example.com';
  let held: string | null = elsewhere;
  let isSlow = false;
  let isOffline = false;
  const arriving: (() => void)[] = [];
  const pointed: Provider = {
    ...provider('cloudvno'),
    registration: {
      documented,
      usable: () => true,
      read: async () => (isOffline ? failed('No connection.') : ok(held)),
      async write(url) {
        if (isSlow) await new Promise<void>((resolve) => arriving.push(resolve));
        held = url;
        return ok(undefined);
      },
    },
  };
  const problems = createProblems({ announcer: createAnnouncer({ clock, logger: silentLogger }), clock });
  const credentials = createCredentialBook({ vault: memoryVault(), logger: silentLogger, problems });
  const lines = createLineBook({
    document: memoryDocument({ lines: [] }),
    credentials,
    providers: new Map([['cloudvno', pointed]]),
    clock,
    random: { token: (bytes) => 'a'.repeat(Math.ceil((bytes * 4) / 3)), fraction: () => 0 },
    receiverUrl: () => 'http://127.0.0.1:1',
  });
  await lines.add({ provider: 'cloudvno', label: 'Cloud', number: '+12125559876' }, { authToken: 't', apiKey: 'k' });
  const registrations = createRegistrations({
    document: memoryDocument<RegistrationDocument>({ lines: {} }),
    lines,
    credentials,
    http: async () => ({ kind: 'not-sent', reason: 'Nothing is asked here.' }),
    clock,
    logger: silentLogger,
    publicUrl: (line) => `${base}${line.webhookPath}`,
    onChanged: () => undefined,
  });
  const line = () => {
    const [only] = lines.all();
    if (only === undefined) throw new Error('There is no line.');
    return only;
  };
  await lines.setPublicBase(base);
  return {
    registrations,
    line,
    clock,
    arriving,
    offline: (next: boolean) => {
      isOffline = next;
    },
    held: () => held,
    slow: (next: boolean) => {
      isSlow = next;
    },
    async move(next: string) {
      base = next;
      await lines.setPublicBase(next);
    },
  };
}

test('resuming while the provider is still being pointed back ends with it pointing here', async () => {
  const { registrations, line, arriving, held, slow } = await standing({ documented: true });
  await registrations.register(line());
  slow(true);
  const restoring = registrations.restore(line());
  await eventually('it is being pointed back', () => arriving.length === 1);
  slow(false);
  const following = registrations.follow();
  await nextTurn();
  arriving[0]?.();
  await Promise.all([restoring, following]);
  expect(held()).toBe(`https://a.example.com${line().webhookPath}`);
  expect(registrations.view(line())).toMatchObject({ state: 'here', previousUrl: elsewhere });
});

test('of two addresses in quick succession the provider ends with the later one', async () => {
  const { registrations, line, arriving, held, slow, move } = await standing({ documented: true });
  slow(true);
  const first = registrations.follow();
  await eventually('the first is on its way', () => arriving.length === 1);
  slow(false);
  await move('https://b.example.com');
  const second = registrations.follow();
  await nextTurn();
  arriving[0]?.();
  await Promise.all([first, second]);
  expect(held()).toBe(`https://b.example.com${line().webhookPath}`);
  expect(registrations.view(line()).state).toBe('here');
});

test('a guess that worked goes on following the address after the provider confirmed it', async () => {
  const { registrations, line, held, move } = await standing({ documented: false });
  await registrations.register(line());
  await registrations.checkAll();
  await move('https://b.example.com');
  await registrations.follow();
  expect(held()).toBe(`https://b.example.com${line().webhookPath}`);
});

test('a former address that the user put back is left alone until they point the provider here again', async () => {
  const { registrations, line, held, move } = await standing({ documented: true });
  await registrations.register(line());
  await registrations.leave(line());
  await move('https://b.example.com');
  await registrations.follow();
  expect(held()).toBe(elsewhere);
  await registrations.register(line());
  await move('https://c.example.com');
  await registrations.follow();
  expect(held()).toBe(`https://c.example.com${line().webhookPath}`);
});

test('a provider that cannot be asked right now is still told: only one that was asked for says why it failed', async () => {
  const { registrations, line, offline } = await standing({ documented: true });
  await registrations.register(line());
  offline(true);
  await registrations.checkAll();
  expect(registrations.view(line()).state).toBe('here');
  expect(await registrations.check(line())).toMatchObject({ state: 'failed', message: 'No connection.' });
});

test('a late repetition to the former address does not make the present one the old one, a later delivery does', async () => {
  const { registrations, line, clock, move } = await standing({ documented: true });
  await registrations.register(line());
  await move('https://b.example.com');
  await registrations.follow();
  const state = async () => {
    registrations.delivered(line(), 'a.example.com');
    await nextTurn();
    return registrations.view(line()).state;
  };
  clock.advance(29 * 60_000);
  expect(await state()).toBe('here');
  clock.advance(2 * 60_000);
  expect(await state()).toBe('old-address');
});
