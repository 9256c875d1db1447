import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listed, listing, number, within } from '../../../support/cloudvno-list.ts';

/** Right nine times in ten, so that texts come about, else anything. */
const mostly = (...right: readonly unknown[]) => fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...right) }, fc.anything());
const almostItem = fc.oneof(
  fc.record(
    {
      sid: mostly('SM1', ' SM2 ', '\ud800'),
      from: mostly('+14155551234', 'GOOGLE', '\ud800'),
      to: mostly(number),
      body: mostly('Hello', '', '\ud83d', null),
      direction: mostly('inbound', 'outbound-api'),
      date_created: mostly(within, '2020-01-01T00:00:00Z', null, 1e300),
      media_urls: mostly(['https://m.example.test/0'], [null], []),
      num_media: fc.anything(),
    },
    { requiredKeys: ['sid', 'from', 'to'] },
  ),
  fc.dictionary(fc.string(), fc.anything()),
);
const link = fc.oneof(
  fc.webUrl(),
  fc.string(),
  fc.constantFrom(
    '/v1/messages?Page=1',
    '/v1/..//other.example.test',
    '//other.example.test/',
    '?a',
    'https:',
    'https://api.cloudvno.com@other.test',
  ),
  fc.constantFrom(
    'https://api.cloudvno.com/x',
    'http://api.cloudvno.com/x',
    'https://api.cloudvno.com:444/x',
    'https://api.cloudvno.com.test/',
  ),
);
const paging = fc.record(
  { next_page_uri: link, next: fc.oneof(link, fc.anything()), next_cursor: fc.string(), has_more: fc.boolean(), total: fc.anything() },
  { requiredKeys: [] },
);
const almost = fc
  .tuple(fc.constantFrom('messages', 'data', 'items', 'meta'), fc.array(fc.oneof(almostItem, fc.anything()), { maxLength: 5 }), paging)
  .map(([name, items, rest]) => ({ [name]: items, ...rest, meta: rest }));
const written = fc
  .oneof(almost, fc.array(almostItem))
  .map((value) => JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}` : each)));
const body = fc.oneof(fc.json({ maxDepth: 5 }), fc.string(), { weight: 4, arbitrary: written });
const noneOrBody = fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, body);

test('whatever comes back, nothing throws, and no text comes without a key and a sender', async () => {
  let texts = 0;
  await fc.assert(
    fc.asyncProperty(body, noneOrBody, fc.string(), async (answer, next, linkHeader) => {
      const outcome = await listed(answer, next === undefined ? {} : { next }, { link: linkHeader });
      if (outcome.kind === 'failed') expect(outcome.message).toMatch(/^[A-Z].*[.!?]$/s);
      for (const text of outcome.kind === 'page' ? outcome.texts : []) {
        texts += 1;
        expect(text.key).toBe(`sid:${text.providerId}`);
        expect(text.key.length).toBeGreaterThan(4);
        expect(text.from.trim()).not.toBe('');
        expect(text.body.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(texts).toBeGreaterThan(100);
});

test('whatever comes back, the API key goes nowhere but to the API address', async () => {
  let followed = 0;
  await fc.assert(
    fc.asyncProperty(body, link, async (answer, address) => {
      const bodies = [answer, JSON.stringify({ messages: [], next_page_uri: address })];
      for (const first of bodies) {
        const start = await listing([{ body: first }]);
        const next = start.outcome.kind === 'page' ? start.outcome.next : undefined;
        const then = next === undefined ? [] : (await listing([{ body: '[]' }], { next })).addresses;
        followed += then.length;
        for (const each of [...start.addresses, ...then]) expect(URL.parse(each)?.origin).toBe('https://api.cloudvno.com');
      }
    }),
    { numRuns: 1_000 },
  );
  expect(followed).toBeGreaterThan(50);
});

test('an answer that is nested without end is read like any other', async () => {
  const nested = (open: string, close: string) => `${open.repeat(100_000)}[]${close.repeat(100_000)}`;
  for (const open of ['{"data":', '{"meta":', '{"messages":']) {
    expect(await listed(nested(open, '}'))).toMatchObject({ kind: 'failed', message: expect.stringContaining('cannot read') });
  }
  expect(await listed(nested('[', ']'))).toMatchObject({ kind: 'failed', message: expect.stringContaining('cannot read') });
});
