import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventParser, readEvents } from '../../../renderer/event-stream.ts';

function parsed(...pieces: readonly string[]): string[] {
  const events: string[] = [];
  const parse = createEventParser((data) => events.push(data));
  for (const piece of pieces) parse(piece);
  return events;
}

test('each event is announced once it is whole', () => {
  expect(parsed('data: {"a":1}\n')).toEqual([]);
  expect(parsed('data: {"a":1}\n\n', 'data: {"b":2}\n\n')).toEqual(['{"a":1}', '{"b":2}']);
});

test('comments, other fields and empty events are passed over', () => {
  expect(parsed(': still here\n\n', 'retry: 100\nid: 7\ndata: x\n\n', '\n\n')).toEqual(['x']);
});

test('several data lines are one event, and Windows line ends do no harm', () => {
  expect(parsed('data: one\r\ndata: two\r\n\r\n')).toEqual(['one\ntwo']);
});

test('however the bytes are cut, the same events come out', () => {
  const text = 'data: {"kind":"patch"}\n\n: ping\n\ndata: ü\u{1F600}\n\n';
  fc.assert(
    fc.property(fc.array(fc.nat({ max: text.length }), { maxLength: 8 }), (cuts) => {
      const places = [0, ...cuts.sort((one, other) => one - other), text.length];
      const pieces = places.slice(1).map((end, index) => text.slice(places[index], end));
      expect(parsed(...pieces)).toEqual(['{"kind":"patch"}', 'ü\u{1F600}']);
    }),
  );
});

test('a character cut in two by the network is whole again', async () => {
  const bytes = new TextEncoder().encode('data: \u{1F600}\n\n');
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const events: string[] = [];
  await readEvents(body, (data) => events.push(data));
  expect(events).toEqual(['\u{1F600}']);
});
