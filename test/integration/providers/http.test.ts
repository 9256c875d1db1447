import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createHttpClient } from '../../../src/providers/http.ts';
import { recordingServer } from '../../support/recording-server.ts';

const http = createHttpClient({ timeoutMs: 5_000, maxAnswerBytes: 10_000 });
const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/providers/tls/${name}`, import.meta.url));

async function server() {
  const started = await recordingServer();
  onTestFinished(() => started.close());
  return started;
}

describe('a request', () => {
  test('is written as HTTP/1.1 on a connection of its own, with these bytes and no others', async () => {
    const api = await server();
    api.answer({ status: 201, body: 'fine' });
    const request = {
      method: 'POST',
      url: `${api.url}/v1/messages?a=1`,
      headers: { 'Content-Type': 'application/json' },
      body: '{"text":"ä"}',
    } as const;
    expect(await http(request)).toMatchObject({ kind: 'answer', status: 201, body: 'fine' });
    expect(api.requests[0]?.raw.toString()).toBe(
      `POST /v1/messages?a=1 HTTP/1.1\r\nHost: ${new URL(api.url).host}\r\nUser-Agent: Texttray\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{"text":"ä"}`,
    );
    await http(request);
    expect(api.connections()).toBe(2);
  });

  test('without a body says so where there could be one', async () => {
    const api = await server();
    await http({ method: 'GET', url: api.url });
    await http({ method: 'POST', url: api.url });
    expect(api.requests.map(({ path, headers }) => [path, headers['content-length']])).toEqual([
      ['/', undefined],
      ['/', '0'],
    ]);
  });

  test('gets the headers of the answer in lowercase, repeated ones joined', async () => {
    const api = await server();
    api.answerRaw('HTTP/1.1 429 Slow\r\nX-RateLimit-Reset: 17\r\nVia: a\r\nVIA: b\r\nContent-Length: 0\r\n\r\n');
    expect(await http({ method: 'GET', url: api.url })).toEqual({
      kind: 'answer',
      status: 429,
      headers: { 'x-ratelimit-reset': '17', via: 'a, b', 'content-length': '0' },
      body: '',
    });
  });

  test('never follows a redirect', async () => {
    const [api, elsewhere] = [await server(), await server()];
    api.answer({ status: 307, headers: { location: elsewhere.url } });
    expect(await http({ method: 'POST', url: api.url, body: 'secret' })).toMatchObject({ kind: 'answer', status: 307 });
    expect(elsewhere.connections()).toBe(0);
  });
});

describe('what was not sent', () => {
  test('includes every address nobody answers at', async () => {
    const api = await recordingServer();
    await api.close();
    expect(await http({ method: 'GET', url: api.url })).toEqual({ kind: 'not-sent', reason: 'The server refused the connection.' });
    const unknown = await http({ method: 'GET', url: 'http://nowhere.invalid' });
    expect(unknown).toMatchObject({ kind: 'not-sent', reason: expect.stringMatching(/name of the server/) });
  });

  test.each(['not an address', 'ftp://127.0.0.1', 'file:///etc/passwd'])('includes %s', async (url) => {
    expect(await http({ method: 'GET', url })).toMatchObject({ kind: 'not-sent' });
  });

  test('includes headers that cannot be written', async () => {
    const api = await server();
    expect(await http({ method: 'GET', url: api.url, headers: { Authorization: 'a\r\nX-Injected: b' } })).toMatchObject({
      kind: 'not-sent',
    });
    expect(api.requests).toEqual([]);
  });

  test('includes a certificate nobody vouches for, and no byte of the request was readable', async () => {
    const requests: unknown[] = [];
    const secure = createTlsServer(
      { cert: readFileSync(fixture('localhost-certificate.pem')), key: readFileSync(fixture('localhost-key.pem')) },
      (request) => requests.push(request),
    );
    await once(secure.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void secure.close());
    const { port } = secure.address() as AddressInfo;
    expect(await http({ method: 'POST', url: `https://127.0.0.1:${port}`, body: 'secret' })).toMatchObject({
      kind: 'not-sent',
      reason: expect.stringMatching(/^No secure connection/),
    });
    expect(requests).toEqual([]);
  });

  test('includes a server that does not speak TLS', async () => {
    const seen: Buffer[] = [];
    const tcp = createTcpServer((socket) => {
      socket
        .on('error', () => undefined)
        .on('data', (chunk) => {
          seen.push(chunk);
          socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
        });
    });
    await once(tcp.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void tcp.close());
    const { port } = tcp.address() as AddressInfo;
    const outcome = await http({ method: 'POST', url: `https://127.0.0.1:${port}/path`, body: 'secret' });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: expect.stringMatching(/^No secure connection/) });
    expect(Buffer.concat(seen).toString('latin1')).not.toMatch(/path|secret/);
  });
});

describe('what is ambiguous', () => {
  test('is a connection that is closed without an answer', async () => {
    const api = await server();
    api.breakOff();
    expect(await http({ method: 'POST', url: api.url, body: 'x' })).toEqual({ kind: 'ambiguous', reason: expect.stringMatching(/closed/) });
    expect(api.requests).toHaveLength(1);
  });

  test('is an answer that does not come in time', async () => {
    const api = await server();
    api.hold();
    expect(await http({ method: 'POST', url: api.url, body: 'x', timeoutMs: 1_000 })).toEqual({
      kind: 'ambiguous',
      reason: 'There was no answer for 1 s.',
    });
  });

  test('is an answer that is cut off, too long, or no HTTP', async () => {
    const api = await server();
    for (const bytes of [
      'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nha',
      `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(10_001)}`,
      `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
      'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
      'hello',
    ]) {
      api.answerRaw(bytes);
      expect(await http({ method: 'POST', url: api.url, body: 'x' })).toMatchObject({
        kind: 'ambiguous',
        reason: expect.stringMatching(/\.$/),
      });
    }
  });

  test('is no answer of just the longest length', async () => {
    const api = await server();
    api.answerRaw(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(10_000)}`);
    expect(await http({ method: 'POST', url: api.url, body: 'x' })).toMatchObject({
      kind: 'answer',
      body: expect.objectContaining({ length: 10_000 }),
    });
  });

  test('is a server that takes the connection and hangs up on the first byte', async () => {
    const tcp = createTcpServer((socket) => void socket.once('data', () => socket.resetAndDestroy()));
    await once(tcp.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void tcp.close());
    const { port } = tcp.address() as AddressInfo;
    expect(await http({ method: 'POST', url: `http://127.0.0.1:${port}`, body: 'x' })).toMatchObject({ kind: 'ambiguous' });
  });
});

test('a trusted certificate is enough for https', async () => {
  const secure = createTlsServer(
    { cert: readFileSync(fixture('localhost-certificate.pem')), key: readFileSync(fixture('localhost-key.pem')) },
    (request, response) => {
      request.pipe(response);
    },
  );
  await once(secure.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void secure.close());
  const { port } = secure.address() as AddressInfo;
  const script = `import { createHttpClient } from ${JSON.stringify(new URL('../../../src/providers/http.ts', import.meta.url).href)};
    console.log(JSON.stringify(await createHttpClient()({ method: 'POST', url: 'https://localhost:${port}/x', body: 'echo' })));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: fixture('localhost-certificate.pem') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = Buffer.concat(await child.stdout.toArray()).toString();
  expect(JSON.parse(output)).toMatchObject({ kind: 'answer', status: 200, body: 'echo' });
});
