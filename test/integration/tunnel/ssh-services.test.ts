/** The SSH services, and servers that behave badly, played by an SSH server in pure JavaScript. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { TunnelSettings } from '../../../src/contract/tunnel.ts';
import type { SshTimings } from '../../../src/tunnel/ssh/timings.ts';
import { eventually } from '../../support/eventually.ts';
import { freePort } from '../../support/free-port.ts';
import { writeKey } from '../../support/ssh/keys.ts';
import { type Ssh2Server, type Ssh2ServerOptions, startSsh2Server } from '../../support/ssh/ssh2-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { digest, postThrough, startRecordingReceiver } from '../../support/tunnel/recording-receiver.ts';
import { type StartedTunnel, type StartedTunnelOptions, startTunnel } from '../../support/tunnel/started-tunnel.ts';

const localhostRun = [
  '===============================================================================\r\nWelcome to localhost.run!\r\n',
  'Follow your favourite reverse tunnel at [https://twitter.com/localhost_run].\r\n',
  'To set up and manage custom domains go to https://admin.localhost.run/\r\n',
  '\r\n** your connection id is 2f5c, please mention it if you send me a message about an issue. **\r\n',
  'authenticated as anonymous user\r\nda79.lhr.life tunneled with tls termi',
  'nation, https://da79.lhr.life\r\ncreate an account and add your key for a longer lasting domain name. ',
  'see https://localhost.run/docs/forever-free/ for more information.\r\n',
];
const pinggy = [
  'You are not authenticated.\nYour tunnel will expire in 60 minutes. Upgrade to Pinggy Pro to get unrestricted tunnels. https://dashboard.pinggy.io\n\n',
  'http://yqycl-198-51-100-7.a.free.pinggy.link\nhttps://yqycl-198-51-100-7.a.free.pinggy.link\n',
];

/** Short enough for a test; the real ones are checked beside the back-off. */
const hasty: SshTimings = { keepaliveMs: 100, keepaliveCount: 2, readyMs: 600, checkMs: 300 };

async function service(options: Ssh2ServerOptions): Promise<Ssh2Server> {
  const server = await startSsh2Server(options);
  onTestFinished(() => server.kill());
  return server;
}

async function start(ssh: NonNullable<TunnelSettings['ssh']>, options: Partial<StartedTunnelOptions> = {}): Promise<StartedTunnel> {
  const receiver = await startRecordingReceiver();
  onTestFinished(() => receiver.close());
  const tunnel = await startTunnel({ receiverUrl: receiver.url, settings: { kind: 'ssh', ssh }, world: { ssh: hasty }, ...options });
  onTestFinished(() => tunnel.close());
  return tunnel;
}

describe('localhost.run', () => {
  test('lets everybody in, is asked for port 80 of localhost, and its address is read from the one line that has it', async () => {
    const server = await service({ prints: localhostRun });
    const tunnel = await start({ preset: 'localhost.run', host: server.host, port: server.port });
    expect((await tunnel.until('up')).publicUrl).toBe('https://da79.lhr.life');
    expect(server.logins).toEqual([{ user: 'nokey', method: 'none' }]);
    expect([...server.forwarded.keys()]).toEqual(['localhost:80']);
    const body = new Uint8Array(randomBytes(70_000));
    expect(await postThrough(`http://127.0.0.1:${server.forwarded.get('localhost:80')}`, body)).toBe(digest(body));
  });

  test('is shown a key, and nothing else, when the user has an account', async () => {
    const key = await writeKey(await temporaryFolder(), 'account');
    const server = await service({ prints: localhostRun, authorized: [key.publicKey] });
    const tunnel = await start({ preset: 'localhost.run', host: server.host, port: server.port, keyPath: key.path });
    await tunnel.until('up');
    expect(new Set(server.logins.map(({ method }) => method))).toEqual(new Set(['publickey']));
  });

  test('may change the address while the connection lasts, which is pointed out', async () => {
    const server = await service({ prints: localhostRun });
    const tunnel = await start({ preset: 'localhost.run', host: server.host, port: server.port });
    await tunnel.until('up');
    server.print('e58b.lhr.life tunneled with tls termination, https://e58b.lhr.life\r\n');
    const report = await tunnel.untilFailure('address-changed');
    expect(report).toMatchObject({
      state: 'up',
      publicUrl: 'https://e58b.lhr.life',
      failure: { action: expect.stringContaining('providers') },
    });
    expect(tunnel.document.get().lastUrl).toBe('https://e58b.lhr.life');
  });

  test('that gives another address after a reconnection is pointed out as well, and after a restart of the app', async () => {
    const server = await service({ prints: localhostRun });
    const ssh = { preset: 'localhost.run', host: server.host, port: server.port } as const;
    const tunnel = await start(ssh);
    expect((await tunnel.until('up')).failure).toBeUndefined();
    await tunnel.document.set({ ...tunnel.document.get(), lastUrl: 'https://before.lhr.life' });
    await tunnel.close();
    const later = await startTunnel({ receiverUrl: 'http://127.0.0.1:9', document: tunnel.document });
    onTestFinished(() => later.close());
    expect(await later.untilFailure('address-changed')).toMatchObject({ state: 'up', publicUrl: 'https://da79.lhr.life' });
  });

  test('that ends the connection is connected to again', async () => {
    const server = await service({ prints: localhostRun });
    const tunnel = await start({ preset: 'localhost.run', host: server.host, port: server.port });
    await tunnel.until('up');
    server.hangUp();
    expect((await tunnel.until('reconnecting')).failure?.code).toBe('ended-by-service');
    await tunnel.until('up');
  });

  test('that prints no address in time is said to', async () => {
    const server = await service({ prints: localhostRun.slice(0, 4) });
    const tunnel = await start({ preset: 'localhost.run', host: server.host, port: server.port });
    await tunnel.untilFailure('no-address');
  });

  test('that lets nobody in any more is told apart from a wrong key', async () => {
    const server = await service({ authorized: [] });
    const tunnel = await start({ preset: 'localhost.run', host: server.host, port: server.port });
    await tunnel.untilFailure('service-refused');
    expect(server.logins.slice(0, 3).map(({ method }) => method)).toEqual(['none', 'password', 'keyboard-interactive']);
  });
});

test('pinggy is asked for any port, and its https address is read', async () => {
  const server = await service({ prints: pinggy });
  const tunnel = await start({ preset: 'pinggy', host: server.host, port: server.port });
  expect((await tunnel.until('up')).publicUrl).toBe('https://yqycl-198-51-100-7.a.free.pinggy.link');
  expect([...server.forwarded.keys()]).toEqual(['localhost:0']);
  const body = new Uint8Array(randomBytes(5_000));
  expect(await postThrough(`http://127.0.0.1:${server.forwarded.get('localhost:0')}`, body)).toBe(digest(body));
});

describe('a server', () => {
  const own = async (server: { host: string; port: number }) => {
    const key = await writeKey(await temporaryFolder(), 'key');
    const remotePort = await freePort();
    const publicUrl = `http://127.0.0.1:${remotePort}`;
    const remote = { kind: 'port', port: remotePort } as const;
    return {
      preset: 'own-server',
      host: server.host,
      port: server.port,
      user: 'me',
      keyPath: key.path,
      remote,
      publicUrl,
    } as const;
  };

  test('that will not open the port is tried again, since an earlier session may still hold it', async () => {
    const server = await service({ forwards: 'no' });
    const tunnel = await start(await own(server));
    expect(await tunnel.untilFailure('port-busy')).toMatchObject({
      state: 'reconnecting',
      failure: { message: expect.stringContaining('port') },
    });
    const log = tunnel.log().filter((text) => text.startsWith('Trying again'));
    expect(log.length).toBeGreaterThan(0);
  });

  test('that never answers a request is given up after the time for it', async () => {
    const server = await service({ forwards: 'never-answers' });
    const tunnel = await start(await own(server));
    await tunnel.untilFailure('silent-server');
  });

  test('that takes connections and says nothing is given up after the time for it', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const tunnel = await start(await own({ host: '127.0.0.1', port: (silent.address() as AddressInfo).port }));
    await tunnel.untilFailure('silent-server');
  });

  test('that is no SSH server is said to be none', async () => {
    const sockets: Socket[] = [];
    const web = createServer((socket) => {
      sockets.push(socket);
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    }).listen(0, '127.0.0.1');
    await once(web, 'listening');
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      web.close();
    });
    const tunnel = await start(await own({ host: '127.0.0.1', port: (web.address() as AddressInfo).port }));
    await tunnel.untilFailure('not-understood');
  });

  test('that nobody runs is said to refuse', async () => {
    const tunnel = await start(await own({ host: '127.0.0.1', port: await freePort() }));
    expect(await tunnel.untilFailure('refused')).toMatchObject({ state: 'reconnecting' });
  });

  test('whose name does not exist is said not to be found', async () => {
    const tunnel = await start(await own({ host: 'nowhere.invalid', port: 22 }));
    await tunnel.untilFailure('no-dns');
  });

  test('that hands connections over for another address than was asked for is asked in another way', async () => {
    const server = await service({ forwards: 'mismatch' });
    const settings = await own(server);
    const tunnel = await start(settings);
    await tunnel.until('up');
    await expect(postThrough(settings.publicUrl, new Uint8Array(1))).rejects.toThrow();
    await tunnel.untilFailure('forward-unmatched');
    await tunnel.until('up');
    expect([...server.forwarded.keys()]).toEqual([`localhost:${settings.remote.port}`, `127.0.0.1:${settings.remote.port}`]);
    expect(await postThrough(settings.publicUrl, new Uint8Array(7))).toBe(digest(new Uint8Array(7)));
  });

  test('that stops answering in the middle is noticed by the keepalive, and at once by a check', async () => {
    for (const nudged of [false, true]) {
      const server = await service({});
      const timings = nudged ? { ...hasty, keepaliveMs: 60_000 } : hasty;
      const tunnel = await start(await own(server), { world: { ssh: timings } });
      await tunnel.until('up');
      server.fallSilent();
      if (nudged) tunnel.nudge();
      await tunnel.untilFailure('silent-server');
    }
  });

  test('with another host key after it was set up anew stops the tunnel', async () => {
    const server = await startSsh2Server();
    const tunnel = await start(await own(server));
    await tunnel.until('up');
    await server.kill();
    const impostor = await service({ port: server.port });
    expect((await tunnel.until('failed')).failure?.code).toBe('host-key-changed');
    expect(impostor.logins).toEqual([]);
  });

  test('is let go of when the tunnel is stopped, closed, or given another kind', async () => {
    const server = await service({});
    const settings = await own(server);
    const tunnel = await start(settings);
    for (const leave of [() => tunnel.stop(), () => tunnel.configure({ kind: 'none' })]) {
      await tunnel.configure({ kind: 'ssh', ssh: settings });
      await tunnel.until('up');
      expect(server.clients()).toBe(1);
      await leave();
      expect(await tunnel.until('off')).toMatchObject({ publicUrl: null });
      await eventually('the client is gone', () => server.clients() === 0);
    }
    await tunnel.configure({ kind: 'ssh', ssh: settings });
    await tunnel.until('up');
    await tunnel.close();
    await eventually('the client is gone', () => server.clients() === 0);
  });
});
