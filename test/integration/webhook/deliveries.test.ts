import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/ports.ts';
import { rawSocket, statuses } from './raw-socket.ts';
import { bodyLimit, knownPath, otherPath, probePath, request, signedPost, startReceiver } from './started-receiver.ts';

const withoutDate = (text: string): string => text.replace(/Date: [^\r\n]+\r\n/, '');

describe('the bytes of a body', () => {
  it('reach the core as they were sent, whatever they are and however they are cut', async () => {
    const { port, accepted } = await startReceiver();
    const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 3_000 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(pieces, fc.boolean(), async (parts, isChunked) => {
        const body = Buffer.concat(parts);
        const socket = await rawSocket(port);
        const framing = isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`;
        socket.send(`POST ${knownPath} HTTP/1.1\r\nHost: x\r\nx-signature: good\r\n${framing}\r\n\r\n`);
        for (const part of parts) {
          if (isChunked) socket.send(`${part.length.toString(16)}\r\n`, part, '\r\n');
          else socket.send(part);
        }
        if (isChunked) socket.send('0\r\n\r\n');
        expect(statuses(await socket.answered(/\r\n\r\n/))).toEqual([204]);
        socket.destroy();
        expect(Buffer.from(accepted.at(-1)?.body ?? []).equals(body)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['no content type', []],
    ['a content type of another kind', ['Content-Type: image/png']],
    ['a content type that is broken', ['Content-Type: ;;=;charset=klingon']],
    ['a JSON content type and no JSON', ['Content-Type: application/json']],
  ])('do not depend on the content type: %s', async (_what, headers) => {
    const { port, accepted } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(signedPost(knownPath, '{"a": ', headers));
    expect(statuses(await socket.answered(/\r\n\r\n/))).toEqual([204]);
    expect(Buffer.from(accepted[0]?.body ?? []).toString()).toBe('{"a": ');
  });

  it('stay compressed when they were sent compressed: the signature is over what was sent', async () => {
    const { listener, accepted } = await startReceiver();
    const zipped = gzipSync(Buffer.alloc(10 * 1024 * 1024));
    const response = await fetch(`${listener.url}${knownPath}`, {
      method: 'POST',
      headers: { 'x-signature': 'good', 'content-encoding': 'gzip' },
      body: zipped,
    });
    expect(response.status).toBe(204);
    expect(Buffer.from(accepted[0]?.body ?? []).equals(zipped)).toBe(true);
  });

  it('may be none', async () => {
    const { port, accepted } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(`POST ${knownPath} HTTP/1.1\r\nHost: x\r\nx-signature: good\r\n\r\n`);
    expect(statuses(await socket.answered(/\r\n\r\n/))).toEqual([204]);
    expect(accepted[0]?.body).toHaveLength(0);
  });

  it('may be exactly as many as the limit', async () => {
    const { port, accepted } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(signedPost(knownPath, 'x'.repeat(bodyLimit)));
    expect(statuses(await socket.answered(/\r\n\r\n/))).toEqual([204]);
    expect(accepted[0]?.body).toHaveLength(bodyLimit);
  });
});

describe('a request', () => {
  it('reaches the core with its method, path, headers in order as written, source and time', async () => {
    const { port, accepted } = await startReceiver({ clock: { now: () => Date.UTC(2026, 2, 1, 15, 30), monotonic: () => 0 } });
    const socket = await rawSocket(port);
    socket.send(signedPost(`${knownPath}?sid=1`, 'hi', ['X-Twice: one', 'x-TWICE: two', 'X-Empty:', 'X-Bytes: \xe9']));
    await socket.answered(/\r\n\r\n/);
    expect(accepted[0]).toMatchObject({ method: 'POST', path: knownPath, source: '127.0.0.1', arrivedAt: '2026-03-01T15:30:00.000Z' });
    expect(accepted[0]?.headers.slice(0, 5)).toEqual([
      ['Host', '127.0.0.1'],
      ['x-signature', 'good'],
      ['X-Twice', 'one'],
      ['x-TWICE', 'two'],
      ['X-Empty', ''],
    ]);
  });

  it('may be HTTP/1.0 without a Host', async () => {
    const { port, accepted } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(`POST ${knownPath} HTTP/1.0\r\nx-signature: good\r\nContent-Length: 2\r\n\r\nhi`);
    expect(statuses(await socket.ended())).toEqual([204]);
    expect(accepted).toHaveLength(1);
  });

  it('may be followed by others before it is answered; answers come in order', async () => {
    const { port, accepted } = await startReceiver({
      answer: async ({ body }) => ({ status: 200, contentType: 'text/plain', body: `<${Buffer.from(body)}>` }),
    });
    const socket = await rawSocket(port);
    const wire = ['one', 'two', 'three', 'four'].map((body, index) => signedPost(index % 2 === 0 ? knownPath : otherPath, body));
    socket.send(wire.join('') + request('GET', '/', ''));
    const answer = await socket.answered(/404 Not Found/);
    expect(statuses(answer)).toEqual([200, 200, 200, 200, 404]);
    expect(answer.match(/<\w+>/g)).toEqual(['<one>', '<two>', '<three>', '<four>']);
    expect(accepted).toHaveLength(4);
  });

  it('that asks first whether to send its body is told to, and told 413 without sending when it is too large', async () => {
    const { port, accepted, refused } = await startReceiver();
    const small = await rawSocket(port);
    small.send(`POST ${knownPath} HTTP/1.1\r\nHost: x\r\nx-signature: good\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n`);
    await small.answered(/^HTTP\/1\.1 100 Continue\r\n\r\n$/);
    small.send('hi');
    expect(statuses(await small.answered(/204/))).toEqual([100, 204]);
    const large = await rawSocket(port);
    large.send(`POST ${knownPath} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n`);
    expect(statuses(await large.answered(/\r\n\r\n/))).toEqual([413]);
    expect([accepted.length, refused.length]).toEqual([1, 1]);
  });
});

describe('an answer', () => {
  const documented: readonly [what: string, answer: Answer, wire: RegExp][] = [
    ['an empty 204 has neither length nor type', { status: 204 }, /^HTTP\/1\.1 204 No Content\r\nConnection: close\r\n\r\n$/],
    [
      'an empty 200 has a length of 0 and no type',
      { status: 200 },
      /^HTTP\/1\.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n$/,
    ],
    [
      'a reply has its type and its length in bytes',
      { status: 200, contentType: 'text/xml', body: '<Response><Message>é€</Message></Response>' },
      /^HTTP\/1\.1 200 OK\r\nContent-Type: text\/xml\r\nConnection: close\r\nContent-Length: 45\r\n\r\n<Response>/,
    ],
    [
      'a 503 says when to come again',
      { status: 503, retryAfter: 30 },
      /^HTTP\/1\.1 503 Service Unavailable\r\nRetry-After: 30\r\nConnection: close\r\nContent-Length: 0\r\n\r\n$/,
    ],
  ];

  it.each(documented)('has these bytes and no others: %s', async (_what, answer, wire) => {
    const { port } = await startReceiver({ answer: () => answer });
    const socket = await rawSocket(port);
    socket.send(signedPost(knownPath, 'hi', ['Connection: close']));
    expect(withoutDate(await socket.ended())).toMatch(wire);
  });

  it('to a bug is an empty 500, and the bug is in the log', async () => {
    const { port, logged } = await startReceiver({
      answer: () => {
        throw new Error('a secret of the inside');
      },
    });
    const socket = await rawSocket(port);
    socket.send(signedPost(knownPath, 'hi', ['Connection: close']));
    expect(withoutDate(await socket.ended())).toBe('HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    expect(logged).toEqual(['webhook.bug']);
  });

  it('to a probe is its proof as plain text, whatever body the probe has', async () => {
    const { port, accepted } = await startReceiver();
    for (const body of ['', 'ignored']) {
      const socket = await rawSocket(port);
      socket.send(request('POST', probePath, body, ['x-texttray-probe: abc']));
      const answer = await socket.answered(/proof of abc$/);
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      expect(answer).toMatch(/\r\nContent-Type: text\/plain\r\n/);
    }
    expect(accepted).toEqual([]);
  });
});
