import { describe, expect, test } from 'vitest';
import { contentsOf, readBody } from '../../../../../renderer/deliveries/body/contents.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('what a body is', () => {
  test('its type decides, with the type’s own suffix too', () => {
    expect(contentsOf('application/json', ' {"a":1}').kind).toBe('json');
    expect(contentsOf('application/cloudevents+json', '[]').kind).toBe('json');
    expect(contentsOf('application/x-www-form-urlencoded', '{"a":1}').kind).toBe('form');
    expect(contentsOf('text/plain', 'Hello').kind).toBe('other');
  });

  test('without a type, what it looks like', () => {
    expect(contentsOf('', '{"a":1}').kind).toBe('json');
    expect(contentsOf('', 'a=1&b=%20').kind).toBe('form');
    expect(contentsOf('', 'Hello there').kind).toBe('other');
    expect(contentsOf('text/plain', '{"a":1}').kind).toBe('json');
  });

  test('JSON that is none says where it stops being it', () => {
    expect(contentsOf('application/json', '{\n  "a": 1,\n  b\n}')).toEqual({ kind: 'broken-json', line: 3, column: 3 });
  });

  test('a form of 256 KiB with nothing in it is looked at in no time to speak of', () => {
    expect(contentsOf('', `${'a'.repeat(60_000)} `).kind).toBe('other');
    expect(contentsOf('', 'a=&'.repeat(20_000)).kind).toBe('other');
  });

  test('bytes that are no text are shown as such, all of them kept', () => {
    const bytes = Uint8Array.of(0xff, 0x00, 0x41);
    const read = readBody({ headers: [['Content-Type', 'application/json; charset=utf-8']], bodyText: null, bodyBase64: base64(bytes) });
    expect(read).toMatchObject({ isText: false, text: '\ufffd\u0000A', contents: { kind: 'other' } });
    expect([...read.bytes]).toEqual([...bytes]);
  });

  test('a byte order mark is kept', () => {
    const text = '\ufeff{}';
    const read = readBody({ headers: [], bodyText: text, bodyBase64: base64(new TextEncoder().encode(text)) });
    expect(read.text).toBe(text);
  });
});
