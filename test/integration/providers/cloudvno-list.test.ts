import { describe, expect, test } from 'vitest';
import { asking, askingAt } from '../../support/asking.ts';

const number = '+12125559876';
const query = { from: '2026-03-06T10:00:00.400Z', to: '2026-03-06T12:00:00.400Z' };
const message = { sid: 'SM1', from: '+14155551234', to: number, body: 'Hello', direction: 'inbound', date_created: '2026-03-06T11:00:00Z' };
const text = {
  key: 'sid:SM1',
  providerId: 'SM1',
  from: '+14155551234',
  body: 'Hello',
  mediaUrls: [],
  providerAt: '2026-03-06T11:00:00.000Z',
};
const filtered = '/v1/messages?To=%2B12125559876&DateSent%3E=2026-03-06T10%3A00%3A00Z&DateSent%3C=2026-03-06T12%3A00%3A01Z&PageSize=100';

async function cloudVno() {
  const { api, provider, context } = await asking('cloudvno', number, { authToken: 'token', apiKey: 'YOUR_API_KEY' });
  const list = provider.list?.bind(provider);
  if (list === undefined) throw new Error('CloudVNO has no list.');
  return { api, list: (next?: string, others = {}) => list({ ...query, ...(next !== undefined && { next }) }, context(others)) };
}

const failure = (sentence: string | RegExp) => ({ kind: 'failed', message: expect.stringMatching(sentence) });

describe('the request', () => {
  test('asks for the texts to the line from that time, in whole seconds', async () => {
    const { api, list } = await cloudVno();
    api.answer({ status: 200, body: { messages: [message], next_page_uri: null } });
    expect(await list()).toEqual({ kind: 'page', texts: [text] });
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]?.raw.toString()).toBe(
      [
        `GET ${filtered} HTTP/1.1`,
        `Host: ${new URL(api.url).host}`,
        'User-Agent: Texttray',
        'Connection: close',
        'Authorization: Bearer YOUR_API_KEY',
        'Accept: application/json',
        '',
        '',
      ].join('\r\n'),
    );
  });

  test('is not made without an API key', async () => {
    const { api, list } = await cloudVno();
    expect(await list(undefined, { apiKey: ' ' })).toEqual(failure('Enter the API key'));
    expect(api.connections()).toBe(0);
  });

  test('is not made to an API address that is none', async () => {
    const { list } = await cloudVno();
    expect(await list(undefined, { apiBaseUrl: 'nowhere' })).toEqual(failure('not a whole address'));
  });

  test.each([400, 422])('is made once more without filters where they are not known (%i)', async (status) => {
    const { api, list } = await cloudVno();
    const another = { ...message, sid: 'SM2', to: '+12125550000' };
    const older = { ...message, sid: 'SM3', date_created: '2026-03-05T11:00:00Z' };
    const error = { error: { code: 'invalid_parameter', message: 'Unknown parameter.', param: 'DateSent>' } };
    api.answerEach(({ path }) =>
      path.includes('?') ? { status, body: error } : { status: 200, body: { data: [another, message, older], has_more: false } },
    );
    expect(await list()).toEqual({ kind: 'page', texts: [text] });
    expect(api.requests.map(({ path }) => path)).toEqual([filtered, '/v1/messages']);
    api.answer({ status, body: error });
    expect(await list()).toEqual(failure(/It says: Unknown parameter\. .*not documented/));
    expect(api.requests).toHaveLength(4);
  });
});

describe('page after page', () => {
  test('is followed to the end, below the path of a proxy too', async () => {
    for (const prefix of ['', '/proxy']) {
      const { api, list } = await cloudVno();
      api.answerEach(({ path }) => {
        const page = Number(/Page=(\d)/.exec(path)?.[1] ?? 0);
        const messages = [{ ...message, sid: `SM${page}` }];
        return { status: 200, body: { messages, next_page_uri: page < 2 ? `/v1/messages?Page=${page + 1}` : null } };
      });
      const keys: string[] = [];
      let next: string | undefined;
      do {
        const outcome = await list(next, { apiBaseUrl: api.url + prefix });
        if (outcome.kind === 'failed') throw new Error(outcome.message);
        keys.push(...outcome.texts.map(({ key }) => key));
        next = outcome.next;
      } while (next !== undefined);
      expect(keys).toEqual(['sid:SM0', 'sid:SM1', 'sid:SM2']);
      expect(api.requests.map(({ path }) => path)).toEqual(
        [filtered, '/v1/messages?Page=1', '/v1/messages?Page=2'].map((path) => prefix + path),
      );
      expect(new Set(api.requests.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer YOUR_API_KEY']));
    }
  });

  test('ends where the pages lead in a circle', async () => {
    const { api, list } = await cloudVno();
    const circle: Readonly<Record<string, string>> = { '/v1/messages?Page=1': '2', '/v1/messages?Page=2': '1' };
    api.answerEach(({ path }) => ({ status: 200, body: { messages: [], next_page_uri: `/v1/messages?Page=${circle[path] ?? '1'}` } }));
    let next: string | undefined;
    do {
      const outcome = await list(next);
      next = outcome.kind === 'page' ? outcome.next : undefined;
    } while (next !== undefined);
    expect(api.requests.map(({ path }) => path)).toEqual([filtered, '/v1/messages?Page=1', '/v1/messages?Page=2']);
  });

  test.each([
    ['another host', 'https://other.example.test/v1/messages?Page=1'],
    ['another port', 'http://127.0.0.1:1/v1/messages?Page=1'],
    ['another scheme', 'ftp://127.0.0.1/v1/messages'],
    ['the same scheme, another host', '//other.example.test/v1/messages'],
    ['a name in front of another host', 'https://api.cloudvno.com@other.example.test/'],
  ])('stays at the API address: %s is refused, and the key goes nowhere', async (_, next_page_uri) => {
    const { api, list } = await cloudVno();
    api.answer({ status: 200, body: { messages: [message], next_page_uri } });
    const outcome = await list();
    expect(outcome).toMatchObject({ kind: 'page', texts: [text], next: expect.any(String) });
    expect(await list(outcome.kind === 'page' ? outcome.next : undefined)).toEqual(failure('another address'));
    expect(api.requests).toHaveLength(1);
  });

  test('stays at the API address when that was changed in between', async () => {
    const { api, list } = await cloudVno();
    api.answer({ status: 200, body: { messages: [], next_page_uri: '/v1/messages?Page=1' } });
    const outcome = await list();
    expect(await list(outcome.kind === 'page' ? outcome.next : undefined, { apiBaseUrl: 'https://other.example.test' })).toEqual(
      failure('another address'),
    );
  });
});

describe('a refusal', () => {
  const error = (code: string, more: object = {}) => ({ error: { code, message: `About ${code}.`, doc_url: 'https://x', ...more } });

  test.each([
    [401, error('unauthorized'), /^The API key is missing or invalid\. Check the API key/],
    [401, '', /^The API key is missing or invalid\./],
    [401, error('api_key_revoked'), /^The API key was revoked\. Generate a new API key/],
    [403, error('insufficient_permissions'), /messages:read.*Settings → API Keys/],
    [403, '<html>', /messages:read/],
    [404, error('not_found'), /\(404\)\. It says: About not_found\. How CloudVNO lists texts is not documented/],
    [404, '', /\(404\)\. How CloudVNO lists texts is not documented/],
    [429, error('rate_limit_exceeded', { retry_after: 2 }), /Try again in 2 seconds\.$/],
    [429, error('rate_limit_exceeded', { retry_after: 1 }), /Try again in 1 second\.$/],
    [429, error('rate_limit_exceeded', { retry_after: 600 }), /Try again in 10 minutes\.$/],
    [429, '', /Try again in a few minutes\.$/],
    [500, error('internal_error'), /error of its own \(500\)\. Try again later\. It says: About internal_error\.$/],
    [503, '<html>upstream reset</html>', /error of its own \(503\)\. Try again later\.$/],
    [418, error('__proto__', { message: ' ' }), /\(418\)\. It says: __proto__\.$/],
    [418, error(' ', { message: ' ' }), /\(418\)\.$/],
  ])('%i %j is a sentence that says what to do', async (status, body, sentence) => {
    const { api, list } = await cloudVno();
    api.answer({ status, body });
    expect(await list()).toEqual(failure(sentence));
    expect(api.requests).toHaveLength(1);
  });

  test('429 says when, also by its headers', async () => {
    const { api, list } = await cloudVno();
    api.answer({ status: 429, headers: { 'Retry-After': '5' } });
    expect(await list()).toEqual(failure('in 5 seconds'));
    api.answer({ status: 429, headers: { 'X-RateLimit-Reset': String(askingAt / 1_000 + 30) } });
    expect(await list()).toEqual(failure('in 30 seconds'));
  });

  test('with a redirect is not followed', async () => {
    const { api, list } = await cloudVno();
    api.answer({ status: 302, headers: { location: `${api.url}/v1/messages` } });
    expect(await list()).toEqual(failure('redirect'));
    expect(api.requests).toHaveLength(1);
  });

  test.each(['', 'OK', '<html>', '{"messages":{}}'])('is what a success with "%s" amounts to', async (body) => {
    const { api, list } = await cloudVno();
    api.answer({ status: 200, body });
    expect(await list()).toEqual(failure('cannot read'));
    api.answer({ status: 204 });
    expect(await list()).toEqual(failure('cannot read'));
  });

  test('or no answer at all is a sentence, too', async () => {
    const { api, list } = await cloudVno();
    api.breakOff();
    expect(await list()).toEqual(failure('^CloudVNO did not answer'));
    await api.close();
    expect(await list()).toEqual(failure('^CloudVNO could not be reached'));
  });
});

test('a gap of half an hour is covered by the retries', async () => {
  const { provider } = await asking('cloudvno', number, {});
  expect(provider.retryWindowMs).toBe(1_800_000);
});
