import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../src/app/system.ts';
import type { RawRequest } from '../../../src/core/ports.ts';
import { createLabSender } from '../../../src/providers/lab-sender.ts';
import { freePort } from '../../support/free-port.ts';
import { recordingServer } from '../../support/recording-server.ts';

const send = createLabSender({ clock: systemClock, timeoutMs: 5_000, keptBytes: 20 });

async function server() {
  const started = await recordingServer();
  onTestFinished(() => started.close());
  return started;
}

function rawRequest(base: string, changes: Partial<RawRequest> = {}): RawRequest {
  const body = changes.body ?? Buffer.from('{}');
  return {
    base,
    path: '/hooks/abc',
    headers: [
      ['Host', new URL(base).host],
      ['Content-Length', String(body.byteLength)],
      ['Connection', 'close'],
    ],
    body,
    signal: new AbortController().signal,
    ...changes,
  };
}

test('a request is written with these bytes and no others: order, spelling and repetition of headers, path and body', async () => {
  const receiver = await server();
  const body = Buffer.from([0, 255, 13, 10, 128]);
  const headers = [
    ['x-first', 'Ünï'],
    ['HOST', 'elsewhere.example.com'],
    ['X-FIRST', ''],
    ['cOnTent-length', '5'],
    ['x-first', 'a, b'],
    ['Connection', 'keep-alive'],
  ] as const;
  const outcome = await send(rawRequest(`${receiver.url}/prefix`, { path: '/hooks/abc?b=%7e&a=+', headers, body }));
  expect(outcome).toMatchObject({ kind: 'answer', status: 204, body: '' });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const head = Buffer.from(`POST /prefix/hooks/abc?b=%7e&a=+ HTTP/1.1\r\n${lines}\r\n`, 'latin1');
  expect(receiver.requests[0]?.raw.equals(Buffer.concat([head, body]))).toBe(true);
});

test('of a long answer only the beginning is kept, and its type is told', async () => {
  const receiver = await server();
  receiver.answer({ status: 200, headers: { 'content-type': 'text/html' }, body: `<h1>${'x'.repeat(100_000)}` });
  const outcome = await send(rawRequest(receiver.url));
  expect(outcome).toMatchObject({ kind: 'answer', status: 200, contentType: 'text/html', body: `<h1>${'x'.repeat(16)}` });
});

test('an answer that leads elsewhere is an answer like any other', async () => {
  const [receiver, elsewhere] = [await server(), await server()];
  receiver.answer({ status: 307, headers: { location: `${elsewhere.url}/hooks/abc` } });
  expect(await send(rawRequest(receiver.url))).toMatchObject({ kind: 'answer', status: 307 });
  expect(elsewhere.requests).toEqual([]);
});

test('a large body that is turned away at its beginning still has its answer', async () => {
  const receiver = await server();
  receiver.answer({ status: 413 });
  expect(await send(rawRequest(receiver.url, { body: Buffer.alloc(1_048_576, 'x') }))).toMatchObject({ kind: 'answer', status: 413 });
});

test('what goes wrong is a sentence', async () => {
  const port = await freePort();
  expect(await send(rawRequest(`http://127.0.0.1:${port}`))).toMatchObject({
    kind: 'failed',
    reason: 'The server refused the connection.',
  });
  const receiver = await server();
  receiver.breakOff();
  expect(await send(rawRequest(receiver.url))).toMatchObject({
    kind: 'failed',
    reason: expect.stringMatching(/^The connection was closed/),
  });
  receiver.answerRaw('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf');
  expect(await send(rawRequest(receiver.url))).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/closed/) });
  receiver.answerRaw('this is not HTTP\r\n\r\n');
  expect(await send(rawRequest(receiver.url))).toMatchObject({ kind: 'failed' });
});

test('nobody is waited for longer than the time allows, nor after it was given up', async () => {
  const receiver = await server();
  receiver.hold();
  const hasty = createLabSender({ clock: systemClock, timeoutMs: 50 });
  const outcome = await hasty(rawRequest(receiver.url));
  expect(outcome).toMatchObject({ kind: 'failed', reason: 'There was no answer for 0.05 s.' });
  const stop = new AbortController();
  const running = send(rawRequest(receiver.url, { signal: stop.signal }));
  stop.abort(new Error('It was given up.'));
  expect(await running).toMatchObject({ kind: 'failed', reason: 'It was given up.' });
  expect(await send(rawRequest(receiver.url, { signal: stop.signal }))).toMatchObject({ kind: 'failed', reason: 'It was given up.' });
});
