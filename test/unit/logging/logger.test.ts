import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogFields } from '../../../src/core/ports.ts';
import { createLogger, type LogLevel } from '../../../src/logging/logger.ts';

function logging(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const logger = createLogger({ write: (line) => lines.push(line), level, now: () => Date.parse('2026-03-01T12:00:00.000Z') });
  return { logger, lines };
}

/** The line that is written for these fields. */
function written(fields: LogFields): string {
  const { logger, lines } = logging();
  logger.info('event', fields);
  return lines.join('');
}
const fieldsOf = (fields: LogFields): unknown => JSON.parse(written(fields)).fields;

describe('an entry', () => {
  test('is one line of JSON with time, level and event', () => {
    const { logger, lines } = logging();
    logger.warn('store.slow', { lineId: 'line_1', text: undefined, milliseconds: 12.5, done: true });
    expect(lines).toEqual([
      '{"at":"2026-03-01T12:00:00.000Z","level":"warn","event":"store.slow","fields":{"lineId":"line_1","milliseconds":12.5,"done":true}}\n',
    ]);
  });

  test('is only written from its level on', () => {
    const { logger, lines } = logging('warn');
    logger.debug('a');
    logger.info('b');
    logger.warn('c');
    logger.error('d');
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(['c', 'd']);
  });

  test('never throws, not even when nothing can be written or read', () => {
    const failing = createLogger({
      write() {
        throw new Error('EPIPE');
      },
      level: 'info',
      now: () => 0,
    });
    expect(() => failing.info('x')).not.toThrow();
    const odd = {
      get broken(): string {
        throw new Error('no');
      },
      toJSON() {
        throw new Error('no');
      },
      proxy: new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
      nameless: Object.create(null),
      huge: 10n ** 40n,
      nan: Number.NaN,
      date: new Date(Number.NaN),
    };
    expect(fieldsOf({ odd })).toMatchObject({ odd: { broken: '[unreadable]', proxy: '[unreadable]', nan: 'NaN', date: '[no date]' } });
  });

  test('is one line of JSON whatever is logged', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.dictionary(
          fc.string(),
          fc.anything({
            withBigInt: true,
            withDate: true,
            withMap: true,
            withSet: true,
            withTypedArray: true,
            withObjectString: true,
            withNullPrototype: true,
          }),
        ),
        (event, fields) => {
          const { logger, lines } = logging();
          logger.error(event, fields);
          expect(lines).toHaveLength(1);
          expect(lines[0]?.indexOf('\n')).toBe((lines[0]?.length ?? 0) - 1);
          expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error' });
        },
      ),
    );
  });

  test('stays small for circles, depths, widths and lengths', () => {
    const circle: Record<string, unknown> = { name: 'circle' };
    circle.self = circle;
    const deep = JSON.parse(`${'{"in":'.repeat(5_000)}1${'}'.repeat(5_000)}`);
    const wide = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`field ${index % 7} ${'x'.repeat(index % 50)}${index}`, index]),
    );
    const bush = (depth: number): unknown => (depth === 0 ? 'leaf' : Array.from({ length: 60 }, () => bush(depth - 1)));
    expect(fieldsOf({ circle })).toEqual({ circle: { name: 'circle', self: '[circular]' } });
    for (const value of [deep, wide, bush(3), 'word '.repeat(100_000), new Error('word '.repeat(100_000)), Buffer.alloc(1e6)]) {
      expect(written({ value }).length).toBeLessThan(17_000);
    }
    expect(fieldsOf({ bytes: Buffer.alloc(1_000), list: [circle, circle] })).toMatchObject({ bytes: '[1000 bytes]', list: [{}, {}] });
  });
});

describe('phone numbers', () => {
  test.each([
    ['+14155551234', '***234'],
    ['+1 (415) 555-1234', '***234'],
    ['0044 20 7946 0958', '***958'],
    ['919876543210', '***210'],
    ['+49\u00a0170\u20111234567', '***567'],
    ['+١٤١٥٥٥٥١٢٣٤', '***٢٣٤'],
    ['from +14155551234 to +12025550100.', 'from ***234 to ***100.'],
  ])('%s is written as %s', (number, shown) => {
    expect(fieldsOf({ note: number, peer: number })).toEqual({ note: shown, peer: shown });
    expect(fieldsOf({ [number]: 1 })).toEqual({ [shown]: 1 });
    expect(fieldsOf({ id: number })).toEqual({ id: shown });
  });

  test('never appear whole, however they are written and whatever stands around them', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', ' (', ') ', '\u00a0', '/');
    const number = fc.tuple(fc.constantFrom('+', '00', ''), fc.array(fc.tuple(fc.nat(9), separator), { minLength: 9, maxLength: 15 }));
    fc.assert(
      fc.property(
        fc.string(),
        number,
        fc.string(),
        fc.constantFrom('note', 'conversationId', 'message', 'path'),
        (before, [prefix, digits], after, name) => {
          const plain = digits.map(([digit]) => digit).join('');
          const spelled = prefix + digits.map(([digit, between]) => `${digit}${between}`).join('');
          const line = written({ [name]: `${before}${spelled}${after}`, nested: [{ deep: new Error(`${before} ${spelled} ${after}`) }] });
          const fields = line.slice(line.indexOf('"fields"'));
          expect(fields.replace(/"frames":\[[^\]]*\]/g, '').replace(/\D/g, '')).not.toContain(plain);
        },
      ),
    );
  });
});

describe('codes', () => {
  test('of four to eight digits never appear in a message text or an error', () => {
    const code = fc.stringMatching(/^\d{4,8}$/);
    const around = fc.constantFrom('', ' ', 'G-', 'code:', 'Your code is ', '.', '\n', '"', '(', '=', '/', '_');
    fc.assert(
      fc.property(around, code, around, (before, digits, after) => {
        const sentence = `${before}${digits}${after}`;
        const fields = {
          note: sentence,
          body: sentence,
          error: new Error(sentence),
          list: [sentence],
          map: new Map([[sentence, sentence]]),
        };
        const line = written(fields);
        expect(line.slice(line.indexOf('"fields"')).replace(/"frames":\[[^\]]*\]/g, '')).not.toContain(digits);
      }),
    );
  });

  test.each(['482 913', '482-913', '4 8 2 9 1 3', '４８２９１３', '48\u200b29'])('do not appear grouped or in other digits: %s', (code) => {
    expect(fieldsOf({ note: `Your code: ${code}!`, code })).toEqual({ note: 'Your code: [digits]!', code: '[digits]' });
  });

  test('do not appear as a number either', () => {
    expect(fieldsOf({ code: 482913, status: 404, bytes: 262144 })).toEqual({ code: '[digits]', status: 404, bytes: 262144 });
  });

  test('do not slip in as a frame of a stack', () => {
    const posed = new Error('first\n    at code (482913:482:913)');
    const renamed = new Error('x\n    at code (482913:482:913)');
    renamed.message = '';
    for (const error of [posed, renamed]) expect(written({ error })).not.toMatch(/482913|"code \(/);
  });
});

describe('message texts', () => {
  test.each(['body', 'text', 'draft', 'reply', 'rawBody', 'bodyText', 'payload', 'query'])('under %s are only measured', (name) => {
    expect(fieldsOf({ [name]: 'Meet me at noon' })).toEqual({ [name]: '[15 characters]' });
    expect(written({ [name]: { inner: 'Meet me at noon' } })).not.toContain('noon');
    expect(written({ message: { deep: [{ [name]: ['Meet me at noon'] }] } })).not.toContain('noon');
  });
});

describe('secrets', () => {
  const secret = 'hunter two';
  test.each([
    'secret',
    'webhookSecret',
    'authToken',
    'apiKey',
    'api_key',
    'Authorization',
    'X-CloudVNO-Signature',
    'password',
    'credentials',
    'cookie',
    'key',
    'privateKey',
    'tokens',
  ])('under %s do not appear', (name) => {
    expect(written({ [name]: secret, in: { [name]: [secret], and: [[name, secret]] } })).not.toContain('hunter');
    expect(written({ [name]: { inner: secret } })).not.toContain('hunter');
  });

  test.each([
    'Authorization: Bearer hunter2',
    'Basic hunter2==',
    'whsec_hunter2',
    'sk_live_hunter2',
    'GET /hooks/hunter2hunter2hunter22 404',
    'https://user:hunter2@example.com/',
    'https://example.com/media?signature=hunter2',
    'password=hunter2&x=1',
    '{"apiKey":"hunter2","x":1}',
    "secret: 'hunter2'",
    'authToken = hunter2',
  ])('inside a text do not appear: %s', (text) => {
    expect(written({ note: text })).not.toContain('hunter2');
    expect(written({ error: new Error(text, { cause: new Error(text) }) })).not.toContain('hunter2');
    expect(written({ error: new AggregateError([new Error(text)], text) })).not.toContain('hunter2');
  });

  test('that are long hexadecimal or base64 do not appear, in any field and any text', () => {
    const digests = Array.from({ length: 1_000 }, (_, index) => createHash('sha256').update(`token ${index}`));
    for (const digest of digests) {
      const bytes = digest.digest();
      for (const token of [
        bytes.toString('hex'),
        bytes.toString('base64'),
        bytes.toString('base64url'),
        bytes.subarray(0, 16).toString('base64url'),
      ]) {
        expect(written({ note: `before ${token} after`, list: [token] })).not.toContain(token);
      }
    }
  });
});

describe('what a log is for', () => {
  test('stays readable: ids, paths, words, times, local addresses', () => {
    const readable = {
      lineId: 'V1StGXR8_Z5jdHi6B-myTA',
      messageId: 'msg_01HZX3K9',
      path: '/home/anna/.config/Texttray/store/segments/segment-12.json',
      reason: 'no_active_device_for_tenant',
      at: '2026-03-01T15:30:00.123Z',
      receiver: 'http://127.0.0.1:45123',
      event: 'webhook.bug',
    };
    expect(fieldsOf(readable)).toEqual(readable);
  });

  test('an id that is a key or a number is no id', () => {
    expect(fieldsOf({ id: '14155551234', messageId: 'sk_live_abc', lineId: 'whsec_abc' })).toEqual({
      id: '***234',
      messageId: '[secret]',
      lineId: '[secret]',
    });
  });

  test('an error keeps name, code, message, cause and where it happened, without the folders of this computer', () => {
    const error = Object.assign(new TypeError('It broke', { cause: 'a word' }), { code: 'EPIPE' });
    expect(fieldsOf({ error })).toEqual({
      error: {
        name: 'TypeError',
        message: 'It broke',
        code: 'EPIPE',
        frames: expect.arrayContaining([expect.stringMatching(/^logger\.test\.ts:\d+:\d+$|\(logger\.test\.ts:\d+:\d+\)$/)]),
        cause: 'a word',
      },
    });
    expect(written({ error })).not.toContain(import.meta.dirname);
  });
});
