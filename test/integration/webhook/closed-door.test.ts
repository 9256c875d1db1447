import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { rawSocket, statuses } from './raw-socket.ts';
import { knownPath, otherPath, probePath, request, signedPost, startReceiver } from './started-receiver.ts';

const silent404 =
  /^HTTP\/1\.1 404 Not Found\r\n(?:Date: [^\r\n]+\r\n)?(?:Connection: keep-alive\r\nKeep-Alive: [^\r\n]+\r\n)?Content-Length: 0\r\n\r\n$/;
const withoutDate = (text: string): string => text.replace(/Date: [^\r\n]+\r\n/, '');

describe('what is not a POST to a known webhook path', () => {
  const cases: readonly [what: string, wire: string][] = [
    ['a path that looks like a webhook path but is none', request('POST', '/hooks/CCCCCCCCCCCCCCCCCCCCCC', '')],
    ['the root', request('POST', '/', '')],
    ['a GET of a known path', request('GET', knownPath, '')],
    ['a PUT of a known path', request('PUT', knownPath, '')],
    ['a DELETE of a known path', request('DELETE', knownPath, '')],
    ['an OPTIONS of a known path', request('OPTIONS', knownPath, '')],
    ['an OPTIONS of everything', request('OPTIONS', '*', '')],
    ['a known path with a slash at its end', request('POST', `${knownPath}/`, '')],
    ['a known path with a percent-encoded letter', request('POST', knownPath.replace('A', '%41'), '')],
    ['a known path in other letters', request('POST', knownPath.toLowerCase(), '')],
    ['a known path behind another', request('POST', `/hooks/..${knownPath}`, '')],
    ['a path that cannot be decoded', request('POST', '/hooks/%zz%', '')],
    ['a path out of the folder', request('POST', '/hooks/../../../../etc/passwd', '')],
    ['a known path as a whole address', request('POST', `http://127.0.0.1${knownPath}`, '')],
    ['an address without a path', request('POST', 'a://h?x', '')],
    ['a name that objects have', request('POST', '/__proto__', '')],
    ['a probe at a known path of a line', request('GET', probePath, '', ['x-texttray-probe: nonce'])],
    ['a probe without a nonce', request('POST', probePath, '', ['x-texttray-probe:'])],
    ['a probe at an unknown path', request('POST', '/hooks/QQQQQQQQQQQQQQQQQQQQQQ', '', ['x-texttray-probe: nonce'])],
  ];

  it.each(cases)('is answered 404 with nothing in it: %s', async (_what, wire) => {
    const { port, accepted, recorded, refused, logged } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(wire);
    expect(await socket.answered(/\r\n\r\n/)).toMatch(silent404);
    expect([accepted, recorded, refused, logged]).toEqual([[], [], [], []]);
  });

  it('is answered the same bytes for HEAD', async () => {
    const { port } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(request('HEAD', knownPath, ''));
    expect(withoutDate(await socket.answered(/\r\n\r\n/))).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
    expect(socket.received()).not.toMatch(/allow|etag|powered|content-type|html/i);
  });

  it('cannot be told from an unknown path by a single byte when the path is known and the method is wrong', async () => {
    const { port } = await startReceiver();
    const answers: string[] = [];
    for (const path of [knownPath, otherPath, '/hooks/CCCCCCCCCCCCCCCCCCCCCC']) {
      for (const method of ['GET', 'PUT', 'PATCH', 'OPTIONS', 'PROPFIND']) {
        const socket = await rawSocket(port);
        socket.send(request(method, path, ''));
        answers.push(withoutDate(await socket.answered(/\r\n\r\n/)));
      }
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('is not read on when it has a large body: the answer comes at once and the connection ends', async () => {
    const { port } = await startReceiver({ limits: { lingerMs: 30 } });
    const socket = await rawSocket(port);
    socket.send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n', Buffer.alloc(64 * 1024));
    const answer = await socket.answered(/\r\n\r\n/);
    expect(statuses(answer)).toEqual([404]);
    expect(answer).toMatch(/\r\nConnection: close\r\n/);
    await socket.ended();
  });

  it('upgrades to nothing', async () => {
    const { port } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(request('GET', knownPath, '', ['Connection: Upgrade', 'Upgrade: websocket']));
    expect(statuses(await socket.answered(/\r\n\r\n/))).toEqual([404]);
  });

  it('is not tunnelled', async () => {
    const { port } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send('CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n');
    expect(statuses(await socket.ended())).not.toContain(200);
  });
});

describe('what is not HTTP', () => {
  const cases: readonly [what: string, wire: string, status: number][] = [
    ['noise', '\x00\x01\x02 hello\r\n\r\n', 400],
    ['a request without a Host', `POST ${knownPath} HTTP/1.1\r\nContent-Length: 0\r\n\r\n`, 400],
    ['two lengths that differ', `POST ${knownPath} HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`, 400],
    [
      'a length beside chunks',
      `POST ${knownPath} HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['a length that is no number', `POST ${knownPath} HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n`, 400],
    ['headers without an end', `POST ${knownPath} HTTP/1.1\r\nHost: x\r\n${`x-long: ${'a'.repeat(1_000)}\r\n`.repeat(20)}`, 431],
  ];

  it.each(cases)('is refused by the transport without a page: %s', async (_what, wire, status) => {
    const { port, accepted, recorded } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(wire);
    const answer = await socket.ended();
    expect(statuses(answer)).toEqual([status]);
    // Nothing, or the zero-length chunk that says so.
    expect(answer.split('\r\n\r\n')[1]).toMatch(/^0?$/);
    expect([accepted, recorded]).toEqual([[], []]);
  });

  it('leaves the receiver working', async () => {
    const { port, accepted } = await startReceiver();
    for (const [, wire] of cases) {
      const socket = await rawSocket(port);
      socket.send(wire);
      await socket.ended();
    }
    const socket = await rawSocket(port);
    socket.send(signedPost(knownPath, 'still here'));
    expect(statuses(await socket.answered(/\r\n\r\n/))).toEqual([204]);
    expect(accepted).toHaveLength(1);
  });
});

it('listens on loopback only', async () => {
  const { port } = await startReceiver();
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  const reached = await Promise.all(
    [...others.map(({ address }) => address), '::1'].map(
      (host) =>
        new Promise<boolean>((resolve) => {
          const socket = connect({ port, host, timeout: 2_000 });
          const settle = (isReached: boolean) => (): void => {
            socket.destroy();
            resolve(isReached);
          };
          socket.once('connect', settle(true)).once('error', settle(false)).once('timeout', settle(false));
        }),
    ),
  );
  expect(reached).not.toContain(true);
});
