import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/domain/message.ts';
import { writeSmsBackup } from '../../../src/exchange/sms-backup/write.ts';
import { backupOf, memoryFile, now } from '../../support/read-backup.ts';

const date = 1_700_000_000_000;
const sms = (attributes: string): string => `<sms address="+14155550100" date="${date}" type="1" ${attributes} />`;
const smses = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<smses count="1">\n${inside}\n</smses>\n`;
const codes = (problems: readonly { readonly code: string }[]): string[] => problems.map(({ code }) => code);
const mms = (attributes: string, inside: string): string => `<mms date="${date}" msg_box="1" m_type="132" ${attributes}>${inside}</mms>`;
const part = (bytes: Buffer, more = ''): string => `<part ct="image/png" text="null" ${more} data="${bytes.toString('base64')}" />`;

describe('a text', () => {
  test.each([
    ['a smiley as that app writes it', 'body="&#55357;&#56832;"', '😀'],
    ['a smiley as XML wants it', 'body="&#128512;"', '😀'],
    ['a smiley as it is', 'body="😀"', '😀'],
    ['names of signs', 'body="&lt;b&gt; &amp;amp; &quot;x&quot; &apos;y&apos;"', '<b> &amp; "x" \'y\''],
    ['line breaks', 'body="one&#10;two&#xA;three"', 'one\ntwo\nthree'],
    ['single quotes around double ones', `body='she said "no"'`, 'she said "no"'],
    ['half a smiley', 'body="a&#55357;b"', 'a\ufffdb'],
    ['nothing', 'body="null"', ''],
    ['signs of markup', 'body="a < b > c"', 'a < b > c'],
  ])('with %s', async (_what, attributes, body) => {
    const { messages } = await backupOf(smses(sms(attributes)));
    expect(messages.map((message) => message.body)).toEqual([body]);
  });

  test.each([
    ['1', '-1', 'inbound', 'received'],
    ['2', '-1', 'outbound', 'sent'],
    ['2', '0', 'outbound', 'delivered'],
    ['2', '64', 'outbound', 'undelivered'],
    ['4', '-1', 'outbound', 'failed'],
    ['5', '-1', 'outbound', 'failed'],
    ['6', '32', 'outbound', 'failed'],
  ])('of type %s and status %s is %s and %s', async (type, status, direction, expected) => {
    const { messages } = await backupOf(smses(`<sms address="1" date="${date}" type="${type}" status="${status}" body="x"/>`));
    expect(messages).toMatchObject([{ direction, status: expected, at: date }]);
  });

  test.each([
    ['without a number', `<sms date="${date}" type="1" body="x"/>`, 'no-address'],
    ['without a date', '<sms address="1" type="1" body="x"/>', 'no-date'],
    ['from a day that is none', '<sms address="1" date="soon" type="1" body="x"/>', 'no-date'],
    ['from long after now', '<sms address="1" date="9999999999999" type="1" body="x"/>', 'no-date'],
    ['that is a draft', `<sms address="1" date="${date}" type="3" body="x"/>`, 'draft'],
    ['of no type', `<sms address="1" date="${date}" type="9" body="x"/>`, 'unknown-type'],
  ])('%s is told by its line, and the others are read', async (_what, bad, code) => {
    const { messages, problems } = await backupOf(smses(`${sms('body="before"')}\n${bad}\n${sms('body="after"')}`));
    expect(messages.map(({ body }) => body)).toEqual(['before', 'after']);
    expect(problems).toMatchObject([{ code, line: 4, lost: true }]);
  });
});

describe('a message with attachments', () => {
  test('has its text and its pictures, byte for byte, however the file is cut', async () => {
    const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7) % 256));
    const inside = `<parts><part ct="application/smil" text="&lt;smil/&gt;"/>${part(bytes, 'cl="a.png"')}<part ct="text/plain" text="Look"/></parts><addrs><addr address="+14155550100" type="137"/><addr address="+12025550100" type="151"/></addrs>`;
    for (const size of [1, 3, 100, 100_000]) {
      const { messages, problems, kept } = await backupOf(smses(mms('address="+14155550100" m_id="x1"', inside)), size);
      expect(problems).toEqual([]);
      expect(messages).toMatchObject([
        { body: 'Look', address: '+14155550100', sourceId: 'x1', ownNumber: '+12025550100', media: [{ name: 'a.png', bytes: 5_000 }] },
      ]);
      expect([...kept.values()][0]?.equals(bytes)).toBe(true);
    }
  });

  test.each([
    ['named in its thread', 'address="+14155550100~+14155550101"', ''],
    [
      'named one by one',
      '',
      '<addrs><addr address="insert-address-token" type="137"/><addr address="+14155550100" type="151"/><addr address="+14155550101" type="151"/></addrs>',
    ],
  ])('to several people, %s, is left out and told, and keeps nothing', async (_what, attributes, addrs) => {
    const text = mms(attributes, `<parts>${part(Buffer.from('picture'))}</parts>${addrs}`).replace('msg_box="1"', 'msg_box="2"');
    const { messages, problems, kept, dropped } = await backupOf(smses(text));
    expect(messages).toEqual([]);
    expect(problems).toMatchObject([{ code: 'group-message', lost: true, detail: '2' }]);
    expect(dropped).toHaveLength(kept.size);
  });

  test('that the phone never fetched is left out and told', async () => {
    const text = mms('address="1"', '').replace('m_type="132"', 'm_type="130"');
    expect(codes((await backupOf(smses(text))).problems)).toEqual(['not-downloaded']);
  });

  test('with a damaged picture keeps what there is of it, and says so', async () => {
    const text = mms('address="1"', '<parts><part ct="image/png" data="AAAA!!!!????"/></parts>');
    const { messages, problems } = await backupOf(smses(text));
    expect(messages).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'attachment-damaged', lost: false }]);
  });
});

describe('a hostile file', () => {
  test('declares entities in vain: nothing is expanded', async () => {
    const bomb = `<!DOCTYPE smses [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const { messages, problems } = await backupOf(`${bomb}\n${smses(sms('body="&b;&x;"'))}`);
    expect(messages[0]?.body).toBe('&b;&x;');
    expect(codes(problems)).toEqual(['doctype', 'reference', 'reference']);
  });

  test('has a text of many megabytes: that one is left out, in little memory', async () => {
    const { messages, problems } = await backupOf(smses(`${sms(`body="${'x'.repeat(5_000_000)}"`)}${sms('body="small"')}`));
    expect(messages.map(({ body }) => body)).toEqual(['small']);
    expect(problems).toMatchObject([{ code: 'value-too-long', lost: true, detail: 'body' }]);
  });

  test.each([
    ['a quote that never ends', '<sms address="1" date="1" type="1" body="x />'],
    ['an attribute without a value', '<sms address body="x" />'],
    ['a tag in a tag', '<sms address="1" <b> />'],
    ['a name of a thousand letters', `<${'x'.repeat(1_000)} a="1"/>`],
    ['a lonely sign', '< < <<'],
    ['a message that is never closed', '<mms date="1" address="1"><parts>'],
  ])('has %s: what comes after it is read', async (_what, damage) => {
    const { messages, problems } = await backupOf(smses(`${damage}\n${sms('body="after"')}\n${sms('body="and after"')}`));
    expect(messages.map(({ body }) => body)).toContain('and after');
    expect(problems.length).toBeGreaterThan(0);
  });

  test('has ends without a beginning: they mean nothing', async () => {
    const { messages, problems } = await backupOf(smses(`</nothing></mms></sms>${sms('body="x"')}`));
    expect([messages.map(({ body }) => body), problems]).toEqual([['x'], []]);
  });

  test('has things that are not texts: each kind is told once', async () => {
    const { messages, problems } = await backupOf(smses(`${'<call number="1" duration="2"/>'.repeat(50)}${sms('body="x"')}`));
    expect(messages).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'unknown-element', detail: 'call' }]);
  });
});

describe('in another encoding', () => {
  const text = smses(sms('body="Grüße 你好 😀"'));
  const swapped = (buffer: Buffer): Buffer => Buffer.from(buffer).swap16();
  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 the other way round', swapped(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
  ])('%s, the text is the same, however the file is cut', async (_what, bytes) => {
    for (const size of [1, 5, 4_096]) {
      const { messages, problems } = await backupOf(bytes, size);
      expect([messages[0]?.body, problems]).toEqual(['Grüße 你好 😀', []]);
    }
  });

  test('that it declares, it is read in that', async () => {
    const latin = Buffer.from(smses(sms('body="Grüße"')).replace('UTF-8', 'ISO-8859-1'), 'latin1');
    expect((await backupOf(latin)).messages[0]?.body).toBe('Grüße');
  });

  test('that nobody knows, it is read as UTF-8, and that is told', async () => {
    const { messages, problems } = await backupOf(text.replace('UTF-8', 'KLINGON-8'));
    expect([messages[0]?.body, codes(problems)]).toEqual(['Grüße 你好 😀', ['encoding']]);
  });

  test('that it is not in after all, damaged letters are told', async () => {
    const broken = Buffer.concat([
      Buffer.from('<smses><sms address="1" date="1700000000000" type="1" body="a'),
      Buffer.from([0xff]),
      Buffer.from('"/></smses>'),
    ]);
    const { messages, problems } = await backupOf(broken);
    expect([messages[0]?.body, codes(problems)]).toEqual(['a\ufffd', ['characters']]);
  });
});

const text = fc.string({ unit: 'binary', maxLength: 40 });
const message: fc.Arbitrary<Message> = fc
  .record({
    body: text.map((body) =>
      body
        .replaceAll('\0', '')
        .toWellFormed()
        .replace(/[\ufffe\uffff]/g, ''),
    ),
    peer: fc.constantFrom('+14155550100', '72345', 'SHOP & "CO"'),
    inbound: fc.boolean(),
    at: fc.integer({ min: 1_000_000_000_000, max: now }),
    media: fc.option(fc.uint8Array({ minLength: 1, maxLength: 50 }), { nil: undefined }),
  })
  .map(({ body, peer, inbound, at, media }) => ({
    id: `m_${at}`,
    sequence: 1,
    lineId: 'l',
    conversationId: 'c',
    peer,
    direction: inbound ? ('inbound' as const) : ('outbound' as const),
    status: inbound ? ('received' as const) : ('sent' as const),
    body,
    at: new Date(at).toISOString(),
    ...(media && { media: [{ state: 'stored' as const, file: 'f', name: 'a b.png', type: 'image/png', bytes: media.length }] }),
  }));

async function written(messages: readonly Message[]): Promise<Buffer> {
  const { file, content } = memoryFile();
  async function* picture(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('pict');
    yield Buffer.from('ure');
  }
  const writer = writeSmsBackup(file, { count: messages.length, now, readMedia: async () => picture() });
  for (const each of messages) await writer.message(each, 'Ann <&>');
  await writer.end();
  return content();
}

describe('property', () => {
  test('whatever is written is read back, without a complaint', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 8 }), fc.integer({ min: 1, max: 3_000 }), async (messages, size) => {
        const { messages: read, problems, kept } = await backupOf(await written(messages), size);
        expect(problems).toEqual([]);
        expect(read.map(({ body, address, at, direction }) => [body, address, at, direction])).toEqual(
          messages.map(({ body, peer, at, direction }) => [body, peer, Date.parse(at), direction]),
        );
        for (const bytes of kept.values()) expect(bytes.toString()).toBe('picture');
      }),
      { numRuns: 150 },
    );
  });

  test('cut off anywhere it ends, gives whole texts only, and says that it is cut off', async () => {
    const messages = fc.sample(message, { numRuns: 4, seed: 7 });
    const whole = await written(messages);
    const all = (await backupOf(whole)).messages;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - '</smses>\n'.length - 1 }),
        fc.integer({ min: 1, max: 500 }),
        async (length, size) => {
          const { messages: read, problems } = await backupOf(whole.subarray(0, length), size);
          expect(read.map(({ body }) => body)).toEqual(all.slice(0, read.length).map(({ body }) => body));
          if (length > 200) expect(codes(problems)).toContain('truncated');
        },
      ),
      { numRuns: 300 },
    );
  });

  test('with bytes changed anywhere it ends without throwing', async () => {
    const whole = await written(fc.sample(message, { numRuns: 4, seed: 8 }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }), async (changes) => {
        const damaged = Buffer.from(whole);
        for (const [at, value] of changes) damaged[at] = value;
        await expect(backupOf(damaged, 64)).resolves.toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  test('anything at all ends without throwing', async () => {
    const noise = fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '=',
        '/',
        '&',
        ';',
        ' ',
        '!',
        '-',
        '[',
        ']',
        '?',
        'sms',
        'mms',
        'part',
        'data',
        '\n',
        'x',
        '#55357',
      ),
    });
    await fc.assert(
      fc.asyncProperty(noise, fc.integer({ min: 1, max: 9 }), async (content, size) => {
        await expect(backupOf(content, size)).resolves.toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});
