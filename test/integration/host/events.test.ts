import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { InboxEvent, Patch } from '../../../src/contract/state.ts';
import { eventually } from '../../support/eventually.ts';
import { ask, authorized, type StartedUi, startUi } from './started-ui.ts';

const patch = (revision: number, padding = ''): Patch => ({
  kind: 'patch',
  revision,
  changes: [{ kind: 'conversation-removed', id: `c_${revision}\n\r\u2028${padding}` }],
});

type Stream = { text(): string; events(): InboxEvent[]; hasEnded(): boolean };

/** Opens a stream and reads it until it ends. */
async function openStream({ url }: StartedUi): Promise<Stream> {
  const response = await fetch(`${url}/events`, { headers: authorized });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  let text = '';
  let hasEnded = false;
  const read = async (): Promise<void> => {
    if (response.body === null) throw new Error('A stream has a body.');
    for await (const part of response.body.pipeThrough(new TextDecoderStream())) text += part;
  };
  void read()
    .catch(() => undefined)
    .then(() => {
      hasEnded = true;
    });
  const stream: Stream = {
    text: () => text,
    events: () =>
      text
        .split('\n\n')
        .slice(0, -1)
        .filter((frame) => frame.startsWith('data: '))
        .map((frame) => JSON.parse(frame.slice(6)) as InboxEvent),
    hasEnded: () => hasEnded,
  };
  await eventually('the stream is open', () => text.startsWith(': open\n\n'));
  return stream;
}

describe('the event stream', () => {
  it('carries every event once and in order, to every window', async () => {
    const ui = await startUi();
    const streams = [await openStream(ui), await openStream(ui)];
    const sent = Array.from({ length: 2_000 }, (_, index) => patch(index + 1));
    for (const event of sent) ui.announce(event);
    for (const stream of streams) {
      await eventually('all have come', () => stream.events().length >= sent.length);
      expect(stream.events()).toEqual(sent);
    }
  });

  it('misses nothing from the moment it is open', async () => {
    const ui = await startUi();
    let revision = 0;
    const announcing = setInterval(() => ui.announce(patch(++revision)), 1);
    try {
      const stream = await openStream(ui);
      await eventually('some have come', () => stream.events().length > 20);
      const revisions = stream.events().map((event) => (event.kind === 'patch' ? event.revision : 0));
      expect(revisions).toEqual(revisions.map((_, index) => (revisions[0] ?? 0) + index));
    } finally {
      clearInterval(announcing);
    }
  });

  it('is one line of data an event, whatever the event holds', async () => {
    const ui = await startUi();
    const stream = await openStream(ui);
    ui.announce(patch(1, 'data: {}\n\ndata: {}'));
    await eventually('it has come', () => stream.events().length > 0);
    expect(stream.text().match(/\n/g)).toHaveLength(4);
    expect(stream.events()).toEqual([patch(1, 'data: {}\n\ndata: {}')]);
  });

  it('is kept open with comments', async () => {
    const ui = await startUi({}, { pingMs: 10 });
    const stream = await openStream(ui);
    await eventually('two pings have come', () => stream.text().startsWith(': open\n\n: ping\n\n: ping\n\n'));
    expect(stream.events()).toEqual([]);
  });

  it('is not opened by HEAD, nor for another path', async () => {
    const ui = await startUi();
    expect((await ask(ui.port, { method: 'HEAD', path: '/events', headers: authorized })).status).toBe(404);
    expect((await ask(ui.port, { path: '/events/x', headers: authorized })).status).toBe(404);
  });

  it('ends when a reader is too slow, and others go on', async () => {
    const ui = await startUi({}, { waitingBytes: 100_000 });
    const slow = connect({ port: ui.port, host: '127.0.0.1' });
    let isDropped = false;
    slow.on('close', () => {
      isDropped = true;
    });
    slow.on('error', () => undefined);
    slow.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${ui.port}\r\nAuthorization: ${authorized.authorization}\r\n\r\n`);
    await new Promise<void>((resolve) => slow.once('data', () => resolve()));
    slow.pause();
    const quick = await openStream(ui);
    let sent = 0;
    // Written in turns, so that the quick reader can keep up.
    await eventually('the slow one is dropped', () => {
      for (let index = 0; index < 4; index += 1) ui.announce(patch(++sent, 'x'.repeat(10_000)));
      return ui.logged.includes('events.slow-reader-dropped');
    });
    slow.resume();
    await eventually('its connection is closed', () => isDropped);
    await eventually('the quick one has all', () => quick.events().length === sent);
    expect(quick.hasEnded()).toBe(false);
  });

  it('ends at once when the host closes, and leaves no listener behind', async () => {
    const ui = await startUi();
    const streams = await Promise.all(Array.from({ length: 10 }, () => openStream(ui)));
    ui.announce(patch(1));
    await ui.server.close();
    for (const stream of streams) {
      await eventually('it has ended', () => stream.hasEnded());
      expect(stream.events()).toEqual([patch(1)]);
    }
    expect(ui.listeners()).toBe(0);
  });
});
