import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TakenDelivery } from '../../../../src/core/ports.ts';
import { besides } from '../../../../src/exchange/deliveries/masking/leaf.ts';
import { createMasking } from '../../../../src/exchange/deliveries/masking/masking.ts';
import { takenOf } from '../../../support/taken-delivery.ts';

const json: [string, string][] = [['Content-Type', 'application/json']];
const form: [string, string][] = [['Content-Type', 'application/x-www-form-urlencoded']];

function maskedAll(all: readonly TakenDelivery[], region = 'US') {
  const masking = createMasking();
  for (const taken of all) masking.learn(taken, region);
  return all.map((taken) => masking.mask(taken));
}

function textOf({ delivery }: TakenDelivery): string {
  return Buffer.from(delivery.body, 'base64').toString();
}

/** Masks bodies together. */
function bodies(texts: readonly string[], headers: [string, string][] = json, region = 'US'): readonly string[] {
  return maskedAll(
    texts.map((body, index) => takenOf({ id: `d_${index}`, body, headers })),
    region,
  ).map(({ taken }) => textOf(taken));
}

describe('what is masked', () => {
  test('JSON keeps every byte but those of the numbers and codes', () => {
    const [body] = bodies([
      '{ "event":"sms.received","data" : {"messageId":48213377,"from":"+14155551234","to": "+14155559876",\r\n "body":"Your code is 493817.","receivedAt":"2026-03-01T15:30:00.000Z"}}',
    ]);
    expect(body).toMatch(
      /^\{ "event":"sms\.received","data" : \{"messageId":48213377,"from":"\+12025550100","to": "\+12025550101",\r\n "body":"Your code is \d{6}\.","receivedAt":"2026-03-01T15:30:00\.000Z"\}\}$/,
    );
    expect(body).not.toContain('493817');
  });

  test('a number keeps the form it is written in', () => {
    const text = 'Call +14155551234, +1 (415) 555-1234, 0014155551234, (415) 555-1234 or 415.555.1234';
    expect(bodies([JSON.stringify({ text, from: '14155551234', number: 14155551234 })])).toEqual([
      JSON.stringify({
        text: 'Call +12025550100, +1 (202) 555-0100, 0012025550100, (202) 555-0100 or 202.555.0100',
        from: '12025550100',
        number: 12025550100,
      }),
    ]);
  });

  test('a form keeps its escapes', () => {
    const body =
      'Body=Ring+%2B1+415+555+1234&From=%2B14155551234&MessageSid=SM00000000000000000000014155551234&NumMedia=0&To=%2b33612345678';
    expect(bodies([body], form)).toEqual([
      'Body=Ring+%2B1+202+555+0100&From=%2B12025550100&MessageSid=SM00000000000000000000012025550100&NumMedia=0&To=%2b12025550101',
    ]);
  });

  test('escaped JSON is the same number', () => {
    const [body] = bodies(['{"from":"\\u002b1415\\u0035551234","text":"+14155551234 \\u00fc \\/"}']);
    expect(body).toBe('{"from":"\\u002b12025550100","text":"+12025550100 \\u00fc \\/"}');
  });

  test('the national form of a number is the same one where its country is known', () => {
    expect(bodies(['{"from":"+33612345678","text":"06 12 34 56 78 or 0033612345678"}'], json, 'FR')).toEqual([
      '{"from":"+12025550100","text":"20 25 55 01 00 or 0012025550100"}',
    ]);
  });

  test('what is no number or code stays: names, times, amounts, short codes, addresses, versions', () => {
    const body = JSON.stringify({
      from: 'GOOGLE',
      to: '72345',
      text: 'Anna, on 2026-03-01 or 01.03.2026 at 15:30 you pay 1,250.00 to 192.168.100.200. See https://example.com/v1.2.3',
      at: '2026-03-01T15:30:00+0000',
      timestamp: 1772379000000,
      messageId: '900000000001',
    });
    expect(bodies([body])).toEqual([body]);
  });

  test('text that is no JSON or form, and bytes that are no text', () => {
    expect(bodies(['<Message from="+14155551234">Your code: 493817</Message>'], [['Content-Type', 'text/xml']])[0]).toMatch(
      /^<Message from="\+12025550100">Your code: (?!493817)\d{6}<\/Message>$/,
    );
    const bytes = Buffer.concat([Buffer.from([0xff, 0x00, 0x80]), Buffer.from(' +14155551234 '), Buffer.from([0xfe])]);
    const [masked] = maskedAll([takenOf({ body: bytes })]);
    expect(Buffer.from(masked?.taken.delivery.body ?? '', 'base64')).toEqual(
      Buffer.concat([Buffer.from([0xff, 0x00, 0x80]), Buffer.from(' +12025550100 '), Buffer.from([0xfe])]),
    );
  });

  test('digits of other scripts', () => {
    const [body] = bodies([
      JSON.stringify({ from: '+14155551234', text: '\u0661\u0664\u0661\u0665\u0665\u0665\u0665\u0661\u0662\u0663\u0664' }),
    ]);
    expect(body).toBe(JSON.stringify({ from: '+12025550100', text: '\u0661\u0662\u0660\u0662\u0665\u0665\u0665\u0660\u0661\u0660\u0660' }));
  });

  test('the path, the query, headers, the answer and the key', () => {
    const [masked] = maskedAll([
      takenOf({
        body: '{"from":"+14155551234","callback":"https://texts.example.com/hooks/abcdefghijklmnopqrstuv?x=1"}',
        query: '?from=%2B14155551234&x=1',
        headers: [
          ['X-From', '+14155551234'],
          ['X-Original-Url', '/hooks/abcdefghijklmnopqrstuv'],
          ['X-Webhook-Signature', 'sha256=00'],
          ['Content-Length', '98'],
          ['User-Agent', 'Provider/1.0.20260301'],
        ],
        key: 'k-14155551234',
        answer: { contentType: 'application/json', body: '{"reply":"Thanks, +14155551234"}' },
      }),
    ]);
    expect(masked?.brokeSignature).toBe(true);
    expect(masked?.taken.url).toBe('https://texts.example.com/hooks/masked-path-of-line-01');
    expect(masked?.taken.delivery).toMatchObject({
      path: '/hooks/masked-path-of-line-01',
      query: '?from=%2B12025550100&x=1',
      headers: [
        ['X-From', '+12025550100'],
        ['X-Original-Url', '/hooks/masked-path-of-line-01'],
        ['Content-Length', String(masked?.taken.delivery.bytes)],
        ['User-Agent', 'Provider/1.0.20260301'],
      ],
      key: 'k-12025550100',
      answer: { body: '{"reply":"Thanks, +12025550100"}' },
    });
    expect(textOf(masked?.taken ?? takenOf())).toBe(
      '{"from":"+12025550100","callback":"https://texts.example.com/hooks/masked-path-of-line-01?x=1"}',
    );
  });

  test('JSON of any depth', () => {
    const deep = `${'{"a":['.repeat(10_000)}"+14155551234"${']}'.repeat(10_000)}`;
    expect(bodies([deep])).toEqual([deep.replace('14155551234', '12025550100')]);
  });
});

describe('masked together', () => {
  test('the same is the same, another is another, and nothing invented is real', () => {
    const texts = [
      '{"from":"+12025550100","to":"+14155551234","text":"Your code is 111222"}',
      '{"from":"+14155551234","to":"+12025550101","text":"Is 111222 right? Your code is 333444"}',
    ];
    const [first = '', second = ''] = bodies(texts);
    const [from, to, code] = [/"from":"\+(\d+)/.exec(first)?.[1], /"to":"\+(\d+)/.exec(first)?.[1], /is (\d{6})/.exec(first)?.[1]];
    expect(/"from":"\+(\d+)/.exec(second)?.[1]).toBe(to);
    expect(second).toContain(`Is ${code} right`);
    expect(new Set([from, to, /"to":"\+(\d+)/.exec(second)?.[1]]).size).toBe(3);
    for (const real of ['12025550100', '14155551234', '12025550101', '111222', '333444']) expect(first + second).not.toContain(real);
  });

  const subscriber = fc.integer({ min: 2_000_000, max: 9_999_999 }).map(String);
  /** Numbers of four countries, without those that would also be dates or parts of one another. */
  const number = fc.oneof(
    fc.tuple(fc.constantFrom('415', '212', '312'), subscriber).map(([area, rest]) => `1${area}${rest}`),
    fc.integer({ min: 610_000_000, max: 699_999_999 }).map((rest) => `33${rest}`),
    fc.integer({ min: 15_110_000_000, max: 15_119_999_999 }).map((rest) => `49${rest}`),
    fc.integer({ min: 7_400_000_000, max: 7_599_999_999 }).map((rest) => `44${rest}`),
  );
  const ways: readonly ((digits: string) => string)[] = [
    (digits) => `+${digits}`,
    (digits) => digits,
    (digits) => `00${digits}`,
    (digits) => `+${digits.slice(0, 2)} ${digits.slice(2, 5)} ${digits.slice(5)}`,
    (digits) => `+${digits.slice(0, 1)} (${digits.slice(1, 4)}) ${digits.slice(4, 7)}-${digits.slice(7)}`,
  ];
  const code = fc.integer({ min: 0, max: 999_999 }).map((digits) => String(digits).padStart(6, '0'));
  const delivery = fc.record({
    from: number,
    to: number,
    named: number,
    way: fc.constantFrom(...ways),
    fromWay: fc.constantFrom(...ways.slice(0, 2)),
    code,
    words: fc.constantFrom('Ring', 'Grüße,', '你好', 'Ask "Anna" \\ at', 'a\nb'),
    isForm: fc.boolean(),
    escaped: fc.boolean(),
  });

  function write({
    from,
    to,
    named,
    way,
    fromWay,
    code: digits,
    words,
    isForm,
    escaped,
  }: typeof delivery extends fc.Arbitrary<infer Each> ? Each : never) {
    const values = {
      From: fromWay(from),
      To: fromWay(to),
      Body: `${words} ${way(named)} now.\nYour verification code is ${digits}`,
      MessageSid: 'SMabc',
    };
    if (isForm) return { headers: form, body: String(new URLSearchParams(values)) };
    const body = JSON.stringify(values);
    return {
      headers: json,
      body: escaped ? body.replace(/[+é-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : body,
    };
  }

  test('no number or code of any delivery is left in any, and what is read in one is read alike in all', () => {
    fc.assert(
      fc.property(fc.array(delivery, { minLength: 1, maxLength: 8 }), (all) => {
        const written = all.map(write);
        const masked = maskedAll(written.map(({ headers, body }, index) => takenOf({ id: `d_${index}`, headers, body })));
        const values = masked.map(({ taken }, index) => {
          const text = textOf(taken);
          return (written[index]?.headers === form ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text)) as Record<
            string,
            string
          >;
        });
        const digitsOf = (text: string): string => text.replace(/\D/g, '');
        const everything = values.flatMap((each) => [each.From ?? '', each.To ?? '', each.Body ?? '']);
        for (const { from, to, named, code: digits } of all) {
          for (const real of [from, to, named]) for (const text of everything) expect(digitsOf(text)).not.toContain(real.slice(1));
          for (const text of everything) expect(text.split(/\D+/)).not.toContain(digits);
        }
        const forward = new Map<string, string>();
        const back = new Map<string, string>();
        const note = (real: string, invented: string): void => {
          expect(forward.get(real) ?? invented).toBe(invented);
          expect(back.get(invented) ?? real).toBe(real);
          forward.set(real, invented);
          back.set(invented, real);
        };
        for (const [index, { from, to, named, code: secret }] of all.entries()) {
          const each = values[index] ?? {};
          const [rest = '', last = ''] = (each.Body ?? '').split(' now.\n');
          note(from, digitsOf(each.From ?? ''));
          note(to, digitsOf(each.To ?? ''));
          note(named, digitsOf(rest).replace(/^00/, ''));
          note(`code ${secret}`, `code ${/is (\d+)$/.exec(last)?.[1]}`);
          expect(last).toMatch(/^Your verification code is \d{6}$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('a number that was seen elsewhere is masked within identifiers and words as well', () => {
  const body = '{"from":"+14155551234","id":"14155551234-20260301","sid":"SM2026030114155551234000017","text":"call4155551234now"}';
  expect(bodies([body])).toEqual([
    '{"from":"+12025550100","id":"12025550100-20260301","sid":"SM2026030112025550100000017","text":"call2025550100now"}',
  ]);
});

test('a form without its content type, and JSON that is called a form', () => {
  expect(bodies(['From=%2B14155551234&Body=Your+code+is+493817'], [])[0]).toMatch(
    /^From=%2B12025550100&Body=Your\+code\+is\+(?!493817)\d{6}$/,
  );
  expect(bodies(['{"from":"+14155551234"}'], form)).toEqual(['{"from":"+12025550100"}']);
});

test('a compressed body is left out: what is in it cannot be masked', () => {
  const [masked] = maskedAll([takenOf({ body: gzipSync('{"from":"+14155551234"}'), headers: [['Content-Encoding', 'gzip']] })]);
  expect(masked?.taken.delivery).toMatchObject({ body: '', bytes: 0 });
});

test('nothing is left that tells what was masked to whoever tries all numbers', () => {
  const [masked] = maskedAll([
    takenOf({
      body: '{"from":"+14155551234"}',
      key: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      headers: [
        ['Content-MD5', 'Q2hlY2sgSW50ZWdyaXR5IQ=='],
        ['Digest', 'SHA-256=abc'],
        ['ETag', '"abc"'],
      ],
    }),
  ]);
  expect(masked?.taken.delivery.headers).toEqual([]);
  expect(masked?.taken.delivery).not.toHaveProperty('key');
});

describe('what somebody sends on purpose', () => {
  test('every code of a text is masked, not only the best one', () => {
    const [body] = bodies([JSON.stringify({ text: 'Your code is 123456\nYour login code is 654321. Your backup code is 777888' })]);
    expect(body).not.toMatch(/123456|654321|777888/);
    expect(body).toMatch(/^\{"text":"Your code is \d{6}\\nYour login code is \d{6}\. Your backup code is \d{6}"\}$/);
  });

  test('invisible marks within a number do not hide it', () => {
    const [body] = bodies([JSON.stringify({ text: 'Ring 415\u200b555\u200b1234, 415\u2060-555-1234 or +1415\u00ad5551234' })]);
    expect(body?.replace(/\p{Cf}/gu, '')).not.toMatch(/415-?555-?1234/);
  });

  test('sums of the body in headers of any name are left out', () => {
    const headers: [string, string][] = [...json, ['X-Content-SHA256', 'f00'], ['X-Body-Hash', 'f00'], ['X-Kept', 'f00']];
    const [masked] = maskedAll([takenOf({ headers, body: '{"from":"+14155551234"}' })]);
    expect(masked?.taken.delivery.headers.map(([name]) => name)).toEqual(['Content-Type', 'X-Kept']);
  });

  test('who sends all numbers that can be invented does not hold the masking up', () => {
    const areas = Array.from({ length: 788 }, (_, index) => 202 + index).filter((area) => area % 100 !== 11);
    const all = areas.flatMap((area) => Array.from({ length: 100 }, (_, last) => `+1${area}55501${String(last).padStart(2, '0')}`));
    const masking = createMasking();
    masking.learn(takenOf({ id: 'd_all', body: all.join('\n'), headers: [] }), 'US');
    const { taken } = masking.mask(takenOf({ id: 'd_one', body: '+4915123456789', headers: [] }));
    expect(textOf(taken)).toMatch(/^\+1\d{3}55501\d\d$/);
  });

  test('ranges beside others are those that overlap none of them', () => {
    const ranges = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 })), { maxLength: 20 }).map((steps) => {
      let end = 0;
      return steps.map(([gap, length]) => {
        const start = end + gap;
        end = start + length;
        return { start, end };
      });
    });
    fc.assert(
      fc.property(ranges, ranges, (some, taken) => {
        expect(besides(some, taken)).toEqual(
          some.filter(({ start, end }) => taken.every((other) => end <= other.start || start >= other.end)),
        );
      }),
    );
  });
});
