/** ngrok's real native module against a stand-in for its service on this machine. Skipped where the module has no part for the system. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { TunnelSettings } from '../../../src/contract/tunnel.ts';
import type { NgrokTimings } from '../../../src/tunnel/ngrok/carrier.ts';
import { loadNgrok } from '../../../src/tunnel/ngrok/module.ts';
import { eventually } from '../../support/eventually.ts';
import { freePort } from '../../support/free-port.ts';
import { type NgrokServer, type NgrokServerOptions, startNgrokServer } from '../../support/tunnel/ngrok-server.ts';
import { digest, postThrough, type RecordingReceiver, startRecordingReceiver } from '../../support/tunnel/recording-receiver.ts';
import { type StartedTunnel, type StartedTunnelOptions, startTunnel } from '../../support/tunnel/started-tunnel.ts';

const hasModule = ((): boolean => {
  try {
    return loadNgrok() !== undefined;
  } catch {
    return false;
  }
})();

/** Short enough for a test; the real ones are checked beside the back-off. */
const hasty: NgrokTimings = { heartbeatSeconds: 1, toleranceSeconds: 1, openMs: 700 };

async function service(options: NgrokServerOptions = {}): Promise<NgrokServer> {
  const server = await startNgrokServer(options);
  onTestFinished(() => server.kill());
  return server;
}

type Server = { readonly address: string; readonly rootCertificate: string };

async function start(
  server: Server,
  ngrok: NonNullable<TunnelSettings['ngrok']> = { token: 'good' },
  options: Partial<StartedTunnelOptions> & { timings?: NgrokTimings } = {},
): Promise<StartedTunnel & { receiver: RecordingReceiver }> {
  const { timings = { ...hasty, openMs: 10_000 }, ...others } = options;
  const receiver = await startRecordingReceiver();
  onTestFinished(() => receiver.close());
  const { address, rootCertificate } = server;
  const world = { ngrok: { server: { address, rootCertificate }, timings } };
  const tunnel = await startTunnel({ receiverUrl: receiver.url, settings: { kind: 'ngrok', ngrok }, world, ...others });
  onTestFinished(() => tunnel.close());
  return { ...tunnel, receiver };
}

describe.runIf(hasModule)("ngrok's native module", () => {
  test('opens the account’s own domain, and 1,000 random binary bodies arrive identical', async () => {
    const server = await service({ token: 'good' });
    const tunnel = await start(server, { token: 'good', domain: 'mine.ngrok-free.app' });
    expect((await tunnel.until('up')).publicUrl).toBe('https://mine.ngrok-free.app');
    const publicSide = `http://127.0.0.1:${server.publicPort()}`;
    for (let batch = 0; batch < 50; batch += 1) {
      const bodies = Array.from({ length: 20 }, (_, index) => new Uint8Array(randomBytes((batch * 20 + index) ** 2 % 60_013)));
      expect(await Promise.all(bodies.map((body) => postThrough(publicSide, body)))).toEqual(bodies.map(digest));
    }
    expect(tunnel.receiver.bodies).toHaveLength(1_000);
  });

  test('tells the service neither the name of this computer nor where it forwards to, and keeps the token in the vault', async () => {
    const server = await service({ token: 'good' });
    const tunnel = await start(server);
    await tunnel.until('up');
    const told = JSON.stringify([server.logins, server.binds]);
    expect(told).not.toContain(hostname());
    expect(told).not.toContain(String(tunnel.receiver.port));
    expect(server.binds[0]).toMatchObject({ ForwardsTo: 'Texttray' });
    expect(JSON.stringify([tunnel.document.get(), tunnel.report()])).not.toContain('good');
    expect(await tunnel.vault.get('tunnel:ngrok-token')).toBe('good');
    expect(tunnel.report().settings.ngrok).toEqual({ hasToken: true });
  });

  test.each([
    [{ token: 'good' }, 'token-wrong', 'failed'],
    [{ refuseLogin: 'ERR_NGROK_107' }, 'token-wrong', 'failed'],
    [{ refuseLogin: 'ERR_NGROK_103' }, 'account-blocked', 'failed'],
    [{ refuseLogin: 'ERR_NGROK_108' }, 'too-many-sessions', 'reconnecting'],
    [{ refuseLogin: 'ERR_NGROK_9999' }, 'service-refused', 'reconnecting'],
    [{ refuseBind: 'ERR_NGROK_320' }, 'domain-not-yours', 'failed'],
    [{ refuseBind: 'ERR_NGROK_334' }, 'domain-taken', 'reconnecting'],
    [{ refuseBind: 'ERR_NGROK_727' }, 'quota-reached', 'reconnecting'],
  ] as const)('that meets %j says %s', async (options, code, state) => {
    const server = await service(options);
    const tunnel = await start(server, { token: 'a-wrong-token' });
    expect(await tunnel.untilFailure(code)).toMatchObject({ state });
    expect(JSON.stringify(tunnel.report())).not.toContain('a-wrong-token');
    expect(tunnel.log().join()).toContain('ERR_NGROK_');
  });

  test('is connected again soon after the service hung up, with the same domain', async () => {
    const server = await service();
    const tunnel = await start(server, { token: 'good', domain: 'mine.ngrok-free.app' });
    await tunnel.until('up');
    for (let times = 1; times <= 3; times += 1) {
      server.hangUp();
      await tunnel.until('reconnecting');
      await tunnel.until('up');
    }
    expect(server.logins).toHaveLength(4);
    const body = new Uint8Array(randomBytes(3_000));
    expect(await postThrough(`http://127.0.0.1:${server.publicPort()}`, body)).toBe(digest(body));
  });

  test('is connected again after the service was gone for a while', async () => {
    const server = await startNgrokServer();
    const tunnel = await start(server);
    await tunnel.until('up');
    await server.kill();
    await tunnel.untilFailure('refused');
    const again = await service({ port: server.port });
    await tunnel.until('up');
    expect(again.logins).toHaveLength(1);
  });

  test('notices by its heartbeat that the service answers nothing any more', async () => {
    const server = await service();
    const tunnel = await start(server);
    await tunnel.until('up');
    server.freeze();
    expect((await tunnel.until('reconnecting')).failure?.code).toBe('silent-server');
  });

  test('gives the domain back when the tunnel is stopped', async () => {
    const server = await service();
    const tunnel = await start(server);
    await tunnel.until('up');
    const publicSide = `http://127.0.0.1:${server.publicPort()}`;
    expect(await postThrough(publicSide, new Uint8Array(1))).toBe(digest(new Uint8Array(1)));
    await tunnel.stop();
    await eventually('nothing answers any more', () =>
      fetch(publicSide).then(
        () => false,
        () => true,
      ),
    );
  });

  test('that does not know the service’s certificate does not talk to it', async () => {
    const server = await service();
    const other = new URL('../../fixtures/ngrok/README.md', import.meta.url).pathname;
    const tunnel = await start({ address: server.address, rootCertificate: other });
    await tunnel.until('reconnecting');
    expect(server.logins).toEqual([]);
  });

  test('is not kept waiting for ever by an attempt that hangs', async () => {
    // Takes connections and says nothing at first, later it is the service: as a network that drops everything for a while.
    const server = await service();
    const sockets: Socket[] = [];
    let silent = true;
    const front = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      if (silent) return;
      const back = socket.pipe(new (socket.constructor as typeof Socket)().connect(server.port, '127.0.0.1'));
      back.on('error', () => socket.destroy());
      back.pipe(socket);
    }).listen(0, '127.0.0.1');
    await once(front, 'listening');
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      front.close();
    });
    const address = `localhost:${(front.address() as AddressInfo).port}`;
    const tunnel = await start({ address, rootCertificate: server.rootCertificate }, { token: 'good' }, { timings: hasty });
    await tunnel.untilFailure('silent-server');
    silent = false;
    await tunnel.until('up');
  });
});

test.each([
  ['localhost', 'refused'],
  ['nowhere.invalid', 'no-dns'],
])('a service at %s that cannot be reached says %s before the module is asked', async (host, code) => {
  let built = 0;
  class SessionBuilder {
    constructor() {
      built += 1;
    }
  }
  const world = {
    ngrok: { server: { address: `${host}:${await freePort()}`, rootCertificate: '' }, load: () => ({ SessionBuilder }) as never },
  };
  const tunnel = await startTunnel({ receiverUrl: 'http://127.0.0.1:9', settings: { kind: 'ngrok', ngrok: { token: 'x' } }, world });
  onTestFinished(() => tunnel.close());
  await tunnel.untilFailure(code);
  expect(built).toBe(0);
});

test('an installation without the module says so, and every other kind still works', async () => {
  const load = (): never => {
    throw new Error('Failed to load native binding');
  };
  const settings = { kind: 'ngrok', ngrok: { token: 'x' } } as const;
  const tunnel = await startTunnel({ receiverUrl: 'http://127.0.0.1:9', settings, world: { ngrok: { load } } });
  onTestFinished(() => tunnel.close());
  expect((await tunnel.until('failed')).failure?.code).toBe('module-missing');
  await tunnel.configure({ kind: 'own-url', publicUrl: 'https://texts.example.com' });
  expect(tunnel.report()).toMatchObject({ state: 'up', publicUrl: 'https://texts.example.com' });
});

test('a token is asked for beside its field', async () => {
  const tunnel = await startTunnel({ receiverUrl: 'http://127.0.0.1:9' });
  onTestFinished(() => tunnel.close());
  expect(await tunnel.configure({ kind: 'ngrok' })).toMatchObject({ ok: false, error: { fields: { 'ngrok.token': expect.any(String) } } });
  expect(tunnel.report()).toMatchObject({ kind: 'none', state: 'off' });
});
