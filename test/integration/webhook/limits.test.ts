import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/ports.ts';
import { listen } from '../../../src/webhook/listen.ts';
import { eventually } from '../../support/eventually.ts';
import { rawSocket, statuses } from './raw-socket.ts';
import { bodyLimit, knownPath, otherPath, request, signedPost, startReceiver } from './started-receiver.ts';

const head = (path: string, framing: string): string => `POST ${path} HTTP/1.1\r\nHost: x\r\nx-signature: good\r\n${framing}\r\n\r\n`;

describe('a body that is too large', () => {
  it('is refused by its announced length, before any of it was read', async () => {
    const { port, accepted, refused } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(head(knownPath, `Content-Length: ${bodyLimit + 1}`));
    const answer = await socket.answered(/\r\n\r\n/);
    expect(statuses(answer)).toEqual([413]);
    expect(answer).toMatch(/\r\nConnection: close\r\n/);
    expect(accepted).toEqual([]);
    expect(refused).toMatchObject([{ reason: 'body-too-large', status: 413, request: { path: knownPath, method: 'POST' } }]);
  });

  it('is refused at the first byte too many when it comes in chunks without end', async () => {
    const { port, accepted, refused } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(head(knownPath, 'Transfer-Encoding: chunked'));
    const chunk = Buffer.alloc(64 * 1024, 'x');
    for (let index = 0; index < 5; index += 1) socket.send('10000\r\n', chunk, '\r\n');
    expect(statuses(await socket.answered(/\r\n\r\n/))).toEqual([413]);
    expect(accepted).toEqual([]);
    expect(refused.map(({ reason }) => reason)).toEqual(['body-too-large']);
  });

  it('gets its answer through to a sender that reads only after it has sent everything', async () => {
    const { port } = await startReceiver();
    const size = 2 * 1024 * 1024;
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.pause();
      socket.on('error', reject);
      socket.write(head(knownPath, `Content-Length: ${size}`));
      socket.write(Buffer.alloc(size), () => {
        let received = '';
        socket.on('data', (part) => {
          received += part.toString();
        });
        socket.on('end', () => resolve(received));
        socket.resume();
      });
    });
    expect(statuses(text)).toEqual([413]);
  });

  it('cannot keep the connection by sending on', async () => {
    const { port } = await startReceiver({ limits: { lingerBytes: 100_000, lingerMs: 60_000 } });
    const socket = await rawSocket(port);
    socket.send(head(knownPath, 'Content-Length: 1000000000'));
    await eventually('the connection is closed', () => {
      socket.send(Buffer.alloc(64 * 1024));
      return socket.isClosed();
    });
    expect(statuses(socket.received())).toEqual([413]);
  });

  it('cannot keep the connection by sending nothing', async () => {
    const { port } = await startReceiver({ limits: { lingerMs: 30 } });
    const socket = await rawSocket(port);
    socket.send(head(knownPath, 'Content-Length: 1000000000'));
    expect(statuses(await socket.ended())).toEqual([413]);
  });
});

describe('a body that does not come whole', () => {
  it.each([
    ['its announced length', 'Content-Length: 100', 'half'],
    ['its last chunk', 'Transfer-Encoding: chunked', '4\r\nhalf\r\n'],
  ])('is recorded when the sender closes before %s', async (_what, framing, part) => {
    const { port, accepted, refused } = await startReceiver();
    const socket = await rawSocket(port);
    // The answer to the first says that the receiver has read as far as the second.
    socket.send(signedPost(knownPath, 'whole'), head(knownPath, framing), part);
    await socket.answered(/204/);
    socket.destroy();
    await eventually('it is recorded', () => refused.length > 0);
    expect(refused).toMatchObject([{ reason: 'body-incomplete', status: 408, request: { path: knownPath } }]);
    expect(accepted).toHaveLength(1);
  });

  it('is recorded when its time is up, and the sender is told 408', async () => {
    const { port, refused } = await startReceiver({ listenerLimits: { headersMs: 1_500, requestMs: 1_500 } });
    const socket = await rawSocket(port);
    socket.send(head(knownPath, 'Content-Length: 100'), 'slow');
    expect(statuses(await socket.ended())).toEqual([408]);
    await eventually('it is recorded', () => refused.length > 0);
    expect(refused).toMatchObject([{ reason: 'body-incomplete', status: 408 }]);
  });

  it('is recorded when a chunk is malformed', async () => {
    const { port, refused, accepted } = await startReceiver();
    const socket = await rawSocket(port);
    socket.send(head(knownPath, 'Transfer-Encoding: chunked'), '4\r\nhalf\r\n', 'nonsense\r\n');
    expect(statuses(await socket.ended())).toEqual([400]);
    await eventually('it is recorded', () => refused.length > 0);
    expect([refused.map(({ reason }) => reason), accepted]).toEqual([['body-incomplete'], []]);
  });
});

describe('a slow sender', () => {
  it('that never finishes its headers is told 408 and disconnected', async () => {
    const { port } = await startReceiver({ listenerLimits: { headersMs: 100, requestMs: 60_000 } });
    const socket = await rawSocket(port);
    socket.send(`POST ${knownPath} HTTP/1.1\r\nHost: x\r\nx-slow:`);
    expect(statuses(await socket.ended())).toEqual([408]);
  });

  it('that never begins is disconnected', async () => {
    const { port } = await startReceiver({ listenerLimits: { headersMs: 100, requestMs: 60_000 } });
    const socket = await rawSocket(port);
    await socket.ended();
  });

  it('that says no more after an answer is disconnected', async () => {
    const { port } = await startReceiver({ listenerLimits: { idleMs: 100 } });
    const socket = await rawSocket(port);
    socket.send(signedPost(knownPath, 'hi'));
    expect(statuses(await socket.ended())).toEqual([204]);
  });

  it('does not keep others from being answered', async () => {
    const { port, accepted } = await startReceiver();
    const slow = await Promise.all(Array.from({ length: 100 }, () => rawSocket(port)));
    for (const socket of slow) socket.send(head(knownPath, 'Content-Length: 200000'), 'x');
    const socket = await rawSocket(port);
    socket.send(signedPost(knownPath, 'quick'));
    expect(statuses(await socket.answered(/\r\n\r\n/))).toEqual([204]);
    expect(accepted).toHaveLength(1);
  });
});

describe('bodies that together are more than memory is set aside for', () => {
  it('are answered 503 with a time to come again, and are taken when others have gone', async () => {
    let store: () => void = () => undefined;
    const stored = new Promise<void>((resolve) => {
      store = resolve;
    });
    const answer = (): Promise<Answer> => stored.then(() => ({ status: 204 }));
    const { port, accepted, refused } = await startReceiver({ limits: { heldBytes: 300_000 }, answer });
    const holding = await rawSocket(port);
    holding.send(signedPost(knownPath, 'x'.repeat(200_000)));
    await eventually('the first one is being stored', () => accepted.length === 1);
    const second = await rawSocket(port);
    second.send(signedPost(knownPath, 'x'.repeat(200_000)));
    const busy = await second.answered(/\r\n\r\n/);
    expect(statuses(busy)).toEqual([503]);
    expect(busy).toMatch(/\r\nRetry-After: \d+\r\n/);
    store();
    expect(statuses(await holding.answered(/\r\n\r\n/))).toEqual([204]);
    const again = await rawSocket(port);
    again.send(signedPost(knownPath, 'x'.repeat(200_000)));
    expect(statuses(await again.answered(/\r\n\r\n/))).toEqual([204]);
    expect([accepted.length, refused.length]).toEqual([2, 0]);
  });

  it('leave room for a small one beside them when they only announce much', async () => {
    const { port } = await startReceiver({ limits: { heldBytes: 300_000 } });
    for (let index = 0; index < 20; index += 1) (await rawSocket(port)).send(head(knownPath, 'Content-Length: 200000'));
    const socket = await rawSocket(port);
    socket.send(signedPost(knownPath, 'small'));
    expect(statuses(await socket.answered(/\r\n\r\n/))).toEqual([204]);
  });
});

describe('forged deliveries', () => {
  const limits = { perLine: { burst: 3, perMinute: 6 }, perSource: { burst: 5, perMinute: 6 } };

  async function send(port: number, wire: string): Promise<string> {
    const socket = await rawSocket(port);
    socket.send(wire);
    return socket.answered(/\r\n\r\n/);
  }

  it('are recorded and answered 401 within the budget, and 429 without a record beyond it', async () => {
    const clock = { milliseconds: 0, now: () => 0, monotonic: () => clock.milliseconds };
    const { port, recorded, logged } = await startReceiver({ limits, clock });
    const answers: string[] = [];
    for (let index = 0; index < 5; index += 1) answers.push(await send(port, request('POST', knownPath, `forged ${index}`)));
    expect(answers.flatMap(statuses)).toEqual([401, 401, 401, 429, 429]);
    expect(answers[4]).toMatch(/\r\nRetry-After: 10\r\n/);
    expect(recorded).toHaveLength(3);
    expect(logged).toEqual(['webhook.refusals-not-recorded']);
    clock.milliseconds += 10_000;
    expect(statuses(await send(port, request('POST', knownPath, 'forged')))).toEqual([401]);
    expect(recorded).toHaveLength(4);
  });

  it('never keep a genuine one out, on the same line and from the same source', async () => {
    const { port, accepted } = await startReceiver({ limits });
    const wires = Array.from({ length: 200 }, (_, index) =>
      index % 4 === 3 ? signedPost(knownPath, `genuine ${index}`) : request('POST', knownPath, 'forged'),
    );
    const socket = await rawSocket(port);
    socket.send(wires.join(''));
    const codes = await eventually('all are answered', () => statuses(socket.received()).length === 200 && statuses(socket.received()));
    expect(codes.filter((_, index) => index % 4 === 3).every((code) => code === 204)).toBe(true);
    expect(accepted).toHaveLength(50);
  });

  it('of one line leave the budget of another alone', async () => {
    const { port, recorded } = await startReceiver({ limits });
    for (let index = 0; index < 10; index += 1) await send(port, request('POST', knownPath, 'forged'));
    expect(statuses(await send(port, request('POST', otherPath, 'wrong secret')))).toEqual([401]);
    expect(recorded.map(({ path }) => path)).toEqual([knownPath, knownPath, knownPath, otherPath]);
  });

  it('count together with bodies that are too large, which stay 413', async () => {
    const { port, refused } = await startReceiver({ limits });
    const codes: number[] = [];
    for (let index = 0; index < 5; index += 1) codes.push(...statuses(await send(port, head(knownPath, 'Content-Length: 999999999'))));
    expect(codes).toEqual([413, 413, 413, 413, 413]);
    expect(refused).toHaveLength(3);
  });

  it('cost genuine ones nothing: a thousand accepted leave the whole budget', async () => {
    const { port, accepted, recorded } = await startReceiver({ limits });
    const socket = await rawSocket(port);
    socket.send(Array.from({ length: 1_000 }, () => signedPost(knownPath, 'genuine')).join(''));
    await eventually('all are answered', () => statuses(socket.received()).length === 1_000);
    for (let index = 0; index < 3; index += 1) await send(port, request('POST', knownPath, 'forged'));
    expect([accepted.length, recorded.length]).toEqual([1_000, 3]);
  });

  it('are not hidden by trouble of our own: a 503 stays a 503 beyond the budget', async () => {
    const answer: Answer = { status: 503, retryAfter: 30 };
    const { port } = await startReceiver({ limits, answer: () => answer });
    const codes: number[] = [];
    for (let index = 0; index < 6; index += 1) codes.push(...statuses(await send(port, signedPost(knownPath, 'genuine'))));
    expect(codes).toEqual([503, 503, 503, 503, 503, 503]);
  });
});

describe('the listener', () => {
  it('closes beyond its number of connections, and takes new ones when others have gone', async () => {
    const { port } = await startReceiver({ listenerLimits: { connections: 2 } });
    const [first] = await Promise.all([rawSocket(port), rawSocket(port)]);
    await (await rawSocket(port)).ended();
    first.destroy();
    await eventually('there is a place again', async () => {
      const socket = await rawSocket(port);
      socket.send(request('GET', '/', ''));
      return statuses(await Promise.race([socket.answered(/\r\n\r\n/), socket.ended()])).includes(404);
    });
  });

  it('says that a port is taken', async () => {
    const { port } = await startReceiver();
    const second = await listen({ app: () => undefined, port });
    expect(second).toEqual({ ok: false, error: { code: 'port-in-use', message: `Port ${port} is used by another program.` } });
  });

  it('lets what is being answered finish when it closes, and takes nothing new', async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { port, listener, accepted } = await startReceiver({ answer: () => held.then((): Answer => ({ status: 204 })) });
    const idle = await rawSocket(port);
    const socket = await rawSocket(port);
    socket.send(signedPost(knownPath, 'hi'));
    await eventually('it is being answered', () => accepted.length === 1);
    const closed = listener.close();
    await expect(fetch(`${listener.url}${knownPath}`, { method: 'POST' })).rejects.toThrow();
    finish();
    expect(statuses(await socket.ended())).toEqual([204]);
    await idle.ended();
    await closed;
  });

  it('does not wait for ever for what does not finish', async () => {
    const { port, listener, accepted } = await startReceiver({
      answer: () => new Promise(() => undefined),
      listenerLimits: { closingMs: 50 },
    });
    const socket = await rawSocket(port);
    socket.send(signedPost(knownPath, 'hi'));
    await eventually('it is being answered', () => accepted.length === 1);
    await listener.close();
    await socket.ended();
  });
});
