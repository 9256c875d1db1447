import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { systemRandom } from '../../../src/app/system.ts';
import type { MediaStore } from '../../../src/core/ports.ts';
import { createMediaStore, type MediaStoreOptions } from '../../../src/media/media-store.ts';
import { eventually } from '../../support/eventually.ts';
import { type MediaServer, mediaServer } from '../../support/media/media-server.ts';
import { type PlayedInternet, playedInternet } from '../../support/media/played-internet.ts';
import { html, jpeg, pdf, svg, vcard } from '../../support/media/samples.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const megabyte = 1024 * 1024;

type Place = {
  readonly server: MediaServer;
  readonly internet: PlayedInternet;
  readonly base: string;
  readonly folder: string;
  readonly store: MediaStore;
  fetch(path: string, mostBytes?: number): ReturnType<MediaStore['fetch']>;
  /** Names of everything on the disk. */
  files(): Promise<string[]>;
};

async function place(options: Partial<MediaStoreOptions> = {}): Promise<Place> {
  const [server, folder] = [await mediaServer(), join(await temporaryFolder(), 'media')];
  const internet = playedInternet();
  const base = internet.publish(server.url);
  const store = createMediaStore({ folder, random: systemRandom, logger: silentLogger, network: internet, ...options });
  return {
    server,
    internet,
    base,
    folder,
    store,
    fetch: (path, mostBytes = 5 * megabyte) =>
      store.fetch(path.includes('://') ? path : `${base}${path}`, { mostBytes, signal: new AbortController().signal }),
    files: () => readdir(folder).catch(() => []),
  };
}

const refused = (reason: string, passing = false) => ({ ok: false, error: expect.objectContaining({ reason, passing }) });

describe('a good attachment', () => {
  test('is stored under a name of our own that only its owner can read', async () => {
    const { server, fetch, folder, files } = await place();
    server.put('/m/photo.jpg', jpeg, { 'content-type': 'text/html' });
    const fetched = await fetch('/m/photo.jpg');
    expect(fetched).toEqual({
      ok: true,
      value: {
        file: expect.stringMatching(/^[\w-]{22}\.jpg$/),
        type: 'image/jpeg',
        bytes: jpeg.length,
        width: 960,
        height: 640,
        name: 'photo.jpg',
      },
    });
    const [name = ''] = await files();
    expect(await files()).toHaveLength(1);
    expect(await readFile(join(folder, name))).toEqual(jpeg);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('is asked for with nothing that tells who asks', async () => {
    const { server, internet, base, fetch } = await place();
    server.put('/a', jpeg, { 'set-cookie': 'seen=1' });
    server.status('/from', 302, { location: `${base}/a`, 'set-cookie': 'seen=1' });
    await fetch(`http://someone:secret@${new URL(base).host}/from`);
    await fetch('/a');
    expect(server.requests.map(({ path }) => path)).toEqual(['/from', '/a', '/a']);
    for (const { headers } of server.requests) {
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
      expect(headers['accept-encoding']).toBe('identity');
    }
    expect(internet.connections).toHaveLength(3);
  });

  test('is found through redirects, also to another server', async () => {
    const { server, internet, base, fetch } = await place();
    const other = internet.publish(server.url);
    server.status('/1', 301, { location: '/2' });
    server.status('/2', 307, { location: `${other}/3` });
    server.status('/3', 308, { location: '//media0.example.com/4' });
    server.put('/4', pdf);
    expect(await fetch(`${base}/1`)).toMatchObject({ ok: true, value: { type: 'application/pdf' } });
  });

  test('comes without a length, in pieces and slowly', async () => {
    const { server, fetch } = await place();
    server.answer('/slow', (response) => {
      response.writeHead(200);
      for (let at = 0; at < jpeg.length; at += 1_000) setTimeout(() => response.write(jpeg.subarray(at, at + 1_000)), at / 100);
      setTimeout(() => response.end(), jpeg.length / 100 + 20);
    });
    expect(await fetch('/slow')).toMatchObject({ ok: true, value: { bytes: jpeg.length, type: 'image/jpeg' } });
  });

  test('is read again as it was, with the type its bytes have', async () => {
    const { server, fetch, store } = await place();
    server.put('/card', vcard);
    const fetched = await fetch('/card');
    const content = fetched.ok ? await store.open(fetched.value.file) : undefined;
    expect(content).toMatchObject({ type: 'text/vcard', bytes: vcard.length });
    expect(content && (await text(content.chunks))).toBe(vcard);
    expect(await store.open('../../secrets.json')).toBeUndefined();
    expect(await store.open('AAAAAAAAAAAAAAAAAAAAAA.jpg')).toBeUndefined();
  });
});

describe('what pretends to be a picture', () => {
  test.each([
    ['HTML', html],
    ['SVG', svg],
  ])('%s is a file that nothing shows', async (_what, body) => {
    const { server, fetch } = await place();
    server.put('/photo.jpg', body, { 'content-type': 'image/jpeg' });
    expect(await fetch('/photo.jpg')).toMatchObject({
      ok: true,
      value: { type: 'application/octet-stream', file: expect.stringMatching(/\.bin$/) },
    });
  });
});

describe('a place inside', () => {
  test.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://[::1]',
    'http://0.0.0.0',
    'http://127.1',
    'http://2130706433',
    'http://[::ffff:127.0.0.1]',
  ])('is not asked over the real network: %s', async (origin) => {
    const server = await mediaServer();
    server.put('/a', jpeg);
    const store = createMediaStore({ folder: await temporaryFolder(), random: systemRandom, logger: silentLogger });
    const url = `${origin}:${new URL(server.url).port}/a`;
    expect(await store.fetch(url, { mostBytes: megabyte, signal: new AbortController().signal })).toEqual(refused('address-refused'));
    expect(server.requests).toEqual([]);
  });

  test.each(['http://10.0.0.1/', 'http://169.254.169.254/latest/meta-data/', 'http://[fd00::1]/', 'http://192.168.0.1/'])(
    'is not reached by a redirect to %s',
    async (location) => {
      const { server, internet, fetch } = await place();
      server.status('/a', 302, { location });
      expect(await fetch('/a')).toEqual(refused('address-refused'));
      expect(internet.connections).toHaveLength(1);
    },
  );

  test('is not reached by a name that has such an address', async () => {
    const { internet, fetch } = await place();
    internet.resolve('intranet.example.com', ['10.0.0.1', '192.168.1.1']);
    expect(await fetch('http://intranet.example.com/')).toEqual(refused('address-refused'));
    expect(internet.connections).toEqual([]);
  });

  test('is not reached by the private one of several addresses', async () => {
    const { server, internet, fetch } = await place();
    server.put('/a', jpeg);
    internet.resolve('both.example.com', ['10.0.0.1', '93.184.216.1']);
    expect(await fetch('http://both.example.com/a')).toMatchObject({ ok: true });
    expect(internet.connections).toEqual(['93.184.216.1']);
  });

  test('is not reached by a name that is answered differently after it was checked', async () => {
    const { server, internet, base, fetch } = await place();
    server.put('/a', jpeg);
    internet.resolve(new URL(base).hostname, ['93.184.216.1'], ['127.0.0.1']);
    expect(await fetch('/a')).toMatchObject({ ok: true });
    expect(await fetch('/a')).toEqual(refused('address-refused'));
    expect(server.requests).toHaveLength(1);
  });

  test('is not spoken to when a connection ends there after all', async () => {
    const { server, internet, fetch } = await place();
    server.put('/a', jpeg);
    for (const end of ['127.0.0.1', '::ffff:10.0.0.1', 'fe80::1']) {
      internet.endsAt('93.184.216.1', end);
      expect(await fetch('/a')).toEqual(refused('address-refused'));
    }
    expect(server.requests).toEqual([]);
  });

  test('is not reached through an address of this computer', async () => {
    const { server, internet, folder, base } = await place();
    server.put('/a', jpeg);
    const network = { ...internet, ownAddresses: () => ['93.184.216.1'] };
    const store = createMediaStore({ folder, random: systemRandom, logger: silentLogger, network });
    expect(await store.fetch(`${base}/a`, { mostBytes: megabyte, signal: new AbortController().signal })).toEqual(
      refused('address-refused'),
    );
  });
});

describe('an address', () => {
  test.each([
    'file:///etc/passwd',
    'ftp://media.example.com/a',
    'data:image/png;base64,AA',
    'javascript:alert(1)',
    'gopher://x/',
    'not one',
    '',
  ])('that is no http(s) address is refused: %s', async (url) => {
    const { store } = await place();
    expect(await store.fetch(url, { mostBytes: megabyte, signal: new AbortController().signal })).toEqual(refused('address-refused'));
  });

  test.each(['file:///etc/passwd', 'data:text/html,x', 'http://'])('that a redirect leads to is held to the same: %s', async (location) => {
    const { server, fetch } = await place();
    server.status('/a', 302, { location });
    expect(await fetch('/a')).toEqual(refused('address-refused'));
  });

  test('that leads round in circles is given up', async () => {
    const { server, fetch } = await place();
    server.status('/a', 302, { location: '/b' });
    server.status('/b', 302, { location: '/a' });
    expect(await fetch('/a')).toEqual(refused('too-many-redirects'));
    expect(server.requests).toHaveLength(6);
  });
});

describe('a server', () => {
  test.each([
    [404, 'expired', false],
    [410, 'expired', false],
    [401, 'not-permitted', false],
    [403, 'not-permitted', false],
    [400, 'unreachable', false],
    [206, 'unreachable', false],
    [304, 'unreachable', false],
    [429, 'unreachable', true],
    [500, 'unreachable', true],
    [503, 'unreachable', true],
  ] as const)('that answers %d: %s', async (status, reason, passing) => {
    const { server, fetch, files } = await place();
    server.status('/a', status);
    expect(await fetch('/a')).toEqual(refused(reason, passing));
    expect(await files()).toEqual([]);
  });

  test('that is not there may be there later', async () => {
    const { server, fetch } = await place();
    await server.close();
    expect(await fetch('/a')).toEqual(refused('unreachable', true));
    expect(await fetch('http://nowhere.example.com/')).toEqual(refused('unreachable', true));
  });

  test('that says it will send too much is not listened to', async () => {
    const { server, fetch, files } = await place();
    server.answer('/a', (response) => response.writeHead(200, { 'content-length': 30 * megabyte }).write(jpeg));
    expect(await fetch('/a', 25 * megabyte)).toEqual({ ok: false, error: { reason: 'too-large', passing: false, bytes: 30 * megabyte } });
    expect(await files()).toEqual([]);
  });

  test('that sends 30 MB without saying so is cut off', async () => {
    const { server, fetch, files } = await place();
    server.answer('/a', (response) => {
      response.writeHead(200);
      for (let sent = 0; sent < 30; sent += 1) response.write(Buffer.alloc(megabyte, 65));
      response.end();
    });
    expect(await fetch('/a', 5 * megabyte)).toEqual(refused('too-large'));
    expect(await files()).toEqual([]);
  });

  test('that never ends is cut off', async () => {
    const { server, fetch, files } = await place();
    let closed = false;
    server.answer('/a', (response) => {
      response.writeHead(200);
      const pour = (): void => {
        while (!closed && response.write(Buffer.alloc(64 * 1024, 65)));
        if (!closed) response.once('drain', pour);
      };
      response.once('close', () => {
        closed = true;
      });
      pour();
    });
    expect(await fetch('/a', megabyte)).toEqual(refused('too-large'));
    expect(await files()).toEqual([]);
    await eventually('the server was left', () => closed);
  });

  test('that sends less than it said leaves nothing', async () => {
    const { server, fetch, files } = await place();
    server.answer('/a', (response) => {
      response.writeHead(200, { 'content-length': jpeg.length * 2 });
      response.write(jpeg, () => response.destroy());
    });
    expect(await fetch('/a')).toEqual(refused('incomplete', true));
    expect(await files()).toEqual([]);
  });

  test('that sends more than it said is believed as far as it said', async () => {
    const { server, fetch } = await place();
    server.answer('/a', (response) => response.socket?.end(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello${'x'.repeat(5_000)}`));
    const fetched = await fetch('/a');
    expect(fetched.ok ? fetched.value.bytes : fetched.error.reason).toBe(5);
  });

  test('that sends nothing sends no attachment', async () => {
    const { server, fetch, files } = await place();
    server.put('/a', '');
    expect(await fetch('/a')).toEqual(refused('incomplete'));
    expect(await files()).toEqual([]);
  });

  test('that compresses although it was asked not to is not unpacked', async () => {
    const { server, fetch } = await place();
    server.put('/a', Buffer.alloc(100), { 'content-encoding': 'gzip' });
    expect(await fetch('/a')).toEqual(refused('incomplete'));
  });

  test('that falls silent is given up, before its answer and in the middle of it', async () => {
    const { server, fetch, files } = await place({ times: { idleMs: 150 } });
    server.answer('/never', () => undefined);
    server.answer('/half', (response) => response.writeHead(200, { 'content-length': 100 }).write('half'));
    expect(await fetch('/never')).toEqual(refused('too-slow', true));
    expect(await fetch('/half')).toEqual(refused('too-slow', true));
    expect(await files()).toEqual([]);
  });

  test('that drips for ever is given up when the time for all of it is over', async () => {
    const { server, fetch, files } = await place({ times: { idleMs: 5_000, totalMs: 400 } });
    server.answer('/a', (response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.writeHead(200).once('close', () => clearInterval(drip));
    });
    expect(await fetch('/a')).toEqual(refused('too-slow', true));
    expect(await files()).toEqual([]);
  });

  test('that cannot be connected to in time is given up', async () => {
    const { internet, base } = await place();
    const network = { ...internet, connect: () => new Promise<never>(() => undefined) };
    const store = createMediaStore({
      folder: await temporaryFolder(),
      random: systemRandom,
      logger: silentLogger,
      network,
      times: { connectMs: 100 },
    });
    expect(await store.fetch(`${base}/a`, { mostBytes: megabyte, signal: new AbortController().signal })).toEqual(
      refused('too-slow', true),
    );
  });
});

describe('a download', () => {
  test('that is called off leaves nothing and no connection', async () => {
    const { server, base, store, files } = await place();
    let closed = false;
    server.answer('/a', (response) => {
      response.writeHead(200).write(jpeg);
      response.once('close', () => {
        closed = true;
      });
    });
    const off = new AbortController();
    const fetching = store.fetch(`${base}/a`, { mostBytes: megabyte, signal: off.signal });
    await eventually('a file was begun', async () => (await files()).length === 1);
    off.abort();
    expect(await fetching).toMatchObject({ ok: false });
    expect(await files()).toEqual([]);
    await eventually('the server was left', () => closed);
  });

  test('that a crash left half done is taken away, and nobody is shown it', async () => {
    const { store, folder, server, fetch, files } = await place();
    server.put('/a', jpeg);
    await fetch('/a');
    await writeFile(join(folder, 'AAAAAAAAAAAAAAAAAAAAAA.part'), jpeg.subarray(0, 100));
    expect(await store.open('AAAAAAAAAAAAAAAAAAAAAA.part')).toBeUndefined();
    expect(await store.list()).toHaveLength(1);
    expect(await files()).toHaveLength(1);
  });
});
