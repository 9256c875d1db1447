import { describe, expect, test } from 'vitest';
import { item, listed, number, query, text, within } from '../../../support/cloudvno-list.ts';
import { provider } from '../../../support/providers.ts';
import { webhookRequest } from '../../../support/webhook-request.ts';

/** The texts in an answer, or the sentence instead of them. */
async function textsIn(answer: unknown) {
  const outcome = await listed(answer);
  return outcome.kind === 'page' ? outcome.texts : outcome.message;
}

describe('a text', () => {
  test.each([
    ['snake_case', { message_sid: 'SM1', from: '+14155551234', to: number, body: 'Hello', direction: 'inbound', date_sent: within }],
    ["the webhook's spelling", { MessageSid: 'SM1', From: '+14155551234', To: number, Body: 'Hello', DateSent: within }],
    ['camelCase', { messageSid: 'SM1', from: '+1 (415) 555-1234', to: '12125559876', text: 'Hello', receivedAt: within }],
    ['unknown fields beside', item({ price: null, status: 'received', num_media: '0', uri: '/v1/messages/SM1' })],
    ['an unknown direction', item({ direction: 'mobile-originated' })],
  ])('is read in %s', async (_, message) => {
    expect(await textsIn([message])).toEqual([text]);
  });

  test('has the key, the sender, the text and the attachments that the webhook gives it', async () => {
    const params = {
      MessageSid: ' SM1a2b ',
      From: '+1 415 555-1234',
      To: number,
      Body: 'Grüße 😀',
      NumMedia: '2',
      MediaUrl0: 'https://m.example.test/0',
      MediaUrl1: 'javascript:alert(1)',
    };
    const parsed = provider('cloudvno').parse(webhookRequest(new URLSearchParams(params).toString()));
    const [found] = await textsIn([params]);
    expect(parsed).toEqual({ kind: 'text', text: found });
    expect(found).toMatchObject({ key: 'sid:SM1a2b' });
  });

  test.each([
    [{ media_urls: ['https://m.example.test/0'] }],
    [{ media_url: 'https://m.example.test/0' }],
    [{ media: [{ url: 'https://m.example.test/0', content_type: 'image/png' }] }],
    [{ MediaUrl0: 'https://m.example.test/0', media_url: ['https://m.example.test/0'] }],
  ])('has the attachments of %j', async (media) => {
    expect(await textsIn([item({ ...media, body: null })])).toEqual([{ ...text, body: '', mediaUrls: ['https://m.example.test/0'] }]);
  });

  test('may be empty where the list says so, and is not one where the list leaves it out', async () => {
    expect(await textsIn([item({ body: '' })])).toEqual([{ ...text, body: '' }]);
    expect(await textsIn([item({ body: null })])).toEqual([{ ...text, body: '' }]);
    expect(await textsIn([item({ body: undefined })])).toContain('cannot read');
  });

  test('never holds half a character', async () => {
    expect(await textsIn('[{"sid":"SM1","from":"+14155551234","to":"+12125559876","body":"\\ud800"}]')).toMatchObject([{ body: '\ufffd' }]);
  });

  test.each([
    ['without an id', { sid: undefined }],
    ['with an id of blanks', { sid: ' ' }],
    ['with only an id of another kind', { sid: undefined, id: 'SM1' }],
    ['without a sender', { from: null }],
    ['with an empty sender', { from: '' }],
    ['without a receiver', { to: undefined }],
  ])('%s is left out, and a list of nothing else is not an empty one', async (_, changes) => {
    expect(await textsIn([item({ ...changes }), item()])).toEqual([text]);
    expect(await textsIn([item({ ...changes }), 7, null])).toContain('cannot read');
  });

  test.each([
    ['was sent from here', { direction: 'outbound-api' }],
    ['was sent from here to itself', { direction: 'outbound-reply', from: number }],
    ['came to another number', { to: '+12125550000' }],
    ['came before', { date_created: '2026-03-06T09:59:59Z' }],
    ['came after', { date_created: '2026-03-06T12:00:01Z' }],
  ])('that %s is not one of the line’s', async (_, changes) => {
    expect(await listed([item(changes)])).toEqual({ kind: 'page', texts: [] });
  });
});

describe('the time of a text', () => {
  test.each([
    ['2026-03-06T11:00:00Z'],
    ['2026-03-06T12:00:00+01:00'],
    ['2026-03-06T11:00:00'],
    ['2026-03-06 11:00:00'],
    ['Fri, 06 Mar 2026 11:00:00 +0000'],
    ['Fri, 06 Mar 2026 11:00:00 GMT'],
    ['6 Mar 2026 06:00 -0500'],
    [1_772_794_800],
    [1_772_794_800_000],
  ])('is read from %s', async (date_sent) => {
    expect(await textsIn([item({ date_created: null, date_sent })])).toEqual([text]);
  });

  test.each([
    [null],
    [''],
    ['yesterday'],
    ['06/03/2026'],
    [0],
    [-1],
    [1e300],
    [{}],
    ['2026-13-45T99:99:99Z'],
    ['Fri, 99 Xyz 2026 11:00:00 GMT'],
  ])('that cannot be read (%j) keeps the text', async (date_created) => {
    const { providerAt: _, ...undated } = text;
    expect(await textsIn([item({ date_created })])).toEqual([undated]);
  });

  test('counts at both ends, and any of several is enough', async () => {
    const dates = [{ date_created: query.from }, { date_created: query.to }, { date_created: '2020-01-01T00:00:00Z', date_sent: within }];
    for (const changes of dates) expect(await textsIn([item(changes)])).toHaveLength(1);
  });
});
