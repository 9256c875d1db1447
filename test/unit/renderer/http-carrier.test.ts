import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createHttpCarrier, retryPause } from '../../../renderer/http-carrier.ts';
import type { InboxEvent } from '../../../src/contract/state.ts';
import { eventually } from '../../support/eventually.ts';

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void, port = 0) {
  const server = createServer(answer).listen(port, '127.0.0.1');
  await once(server, 'listening');
  running.push(server);
  return { server, port: (server.address() as AddressInfo).port };
}

function carrierFor(port: number, token = 'secret') {
  const pauses: number[] = [];
  const carrier = createHttpCarrier({
    token,
    fetch: (path, init) => fetch(`http://127.0.0.1:${port}${String(path)}`, init),
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
  });
  return { carrier, pauses };
}

function listen(carrier: ReturnType<typeof carrierFor>['carrier']) {
  const seen = { events: [] as InboxEvent[], states: [] as string[] };
  const stop = carrier.subscribe({ event: (event) => seen.events.push(event), connection: (state) => seen.states.push(state) });
  return { seen, stop };
}

test('a call goes out as POST with the token, and its answer comes back', async () => {
  let got = '';
  const { port } = await serve((request, response) => {
    got = `${request.method} ${request.url} ${request.headers.authorization}`;
    response.end(JSON.stringify({ ok: true, value: { items: [] } }));
  });
  const answer = await carrierFor(port).carrier.call('lines.list', {});
  expect(got).toBe('POST /rpc/lines.list Bearer secret');
  expect(answer).toEqual({ ok: true, value: { items: [] } });
});

test('a host that is gone is a failure with words, not an exception', async () => {
  const { server, port } = await serve((_request, response) => response.end());
  server.close();
  await once(server, 'close');
  const answer = await carrierFor(port).carrier.call('lines.list', {});
  expect(answer).toMatchObject({ ok: false, error: { code: 'host-unreachable' } });
});

test('an answer that is not one counts as a host that is gone', async () => {
  const { port } = await serve((_request, response) => response.end('<html>'));
  expect(await carrierFor(port).carrier.call('lines.list', {})).toMatchObject({ ok: false, error: { code: 'host-unreachable' } });
});

test('a wrong token is said to be one', async () => {
  const { port } = await serve((_request, response) => response.writeHead(401).end());
  expect(await carrierFor(port).carrier.call('lines.list', {})).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
});

test('events flow, and after the host came back they flow again', async () => {
  const streams: ServerResponse[] = [];
  const answer = (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`data: ${JSON.stringify({ kind: 'read', conversationId: String(streams.length) })}\n\n`);
    streams.push(response);
  };
  const { port } = await serve(answer);
  const { carrier, pauses } = carrierFor(port);
  const { seen, stop } = listen(carrier);
  await eventually('the first event is there', () => seen.events.length === 1);
  streams[0]?.destroy();
  await eventually('events flow again', () => seen.events.length === 2);
  stop();
  expect(seen.states.slice(0, 3)).toEqual(['live', 'lost', 'live']);
  expect(pauses[0]).toBe(retryPause(0));
});

test('a stream that is refused is not asked for again', async () => {
  let asked = 0;
  const { port } = await serve((_request, response) => {
    asked += 1;
    response.writeHead(401).end();
  });
  const { seen } = listen(carrierFor(port).carrier);
  await eventually('the refusal is told', () => seen.states.includes('refused'));
  expect(asked).toBe(1);
});

test('the pauses between attempts grow, and stay short enough to come back quickly', () => {
  const pauses = Array.from({ length: 12 }, (_, attempt) => retryPause(attempt));
  expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
  expect(pauses[0]).toBeLessThanOrEqual(500);
  expect(pauses.at(-1)).toBeLessThanOrEqual(10_000);
});
