import { describe, expect, test } from 'vitest';
import { asking } from '../../support/asking.ts';

const url = 'https://public.example.test/hooks/abcdefghijklmnopqrstuv';
const byHand = 'copy this URL into Phone Numbers → your number → Messaging → Webhook URL.';

async function cloudVno() {
  const { api, provider, context } = await asking('cloudvno', '+14155551234', { authToken: 'token', apiKey: 'YOUR_API_KEY' });
  const { registration } = provider;
  if (registration?.read === undefined) throw new Error('CloudVNO cannot be registered with.');
  const { read, write } = registration;
  return { api, registration, read: (others = {}) => read(context(others)), write: (others = {}) => write(url, context(others)) };
}

test('the way is a guess, said to be one, and takes an API key', async () => {
  const { api, registration, read, write } = await cloudVno();
  expect(registration.documented).toBe(false);
  expect(registration.usable({ apiKey: 'x' })).toBe(true);
  expect(registration.usable({ authToken: 'x', apiKey: ' ' })).toBe(false);
  for (const ask of [read, write])
    expect(await ask({ apiKey: '' })).toEqual({ ok: false, error: expect.stringContaining('Enter the API key') });
  expect(api.connections()).toBe(0);
});

describe('reading where the number points', () => {
  test('asks for the number', async () => {
    const { api, read } = await cloudVno();
    api.answer({ status: 200, body: { phone_number: '+14155551234', sms_url: url, sms_method: 'POST' } });
    expect(await read()).toEqual({ ok: true, value: url });
    expect(api.requests).toMatchObject([
      { method: 'GET', path: '/v1/incoming_phone_numbers/%2B14155551234', headers: { authorization: 'Bearer YOUR_API_KEY' }, body: '' },
    ]);
  });

  test.each([
    [{ sms_url: ` ${url} ` }, url],
    [{ smsUrl: url }, url],
    [{ data: { sms_url: url } }, url],
    [{ incoming_phone_number: { sms_url: url } }, url],
    [{ phone_number: { SmsUrl: url } }, url],
    [{ sms_url: null }, null],
    [{ sms_url: '' }, null],
  ])('finds it in %j', async (body, value) => {
    const { api, read } = await cloudVno();
    api.answer({ status: 200, body });
    expect(await read()).toEqual({ ok: true, value });
  });

  test.each(['', 'OK', '<html>', '{}', '[]', 'null', '{"sms_url":7}', '{"url":"https://x"}', '{"data":[{"sms_url":"https://x"}]}'])(
    'says that %s does not tell, and what to do',
    async (body) => {
      const { api, read } = await cloudVno();
      api.answer({ status: 200, body });
      expect(await read()).toEqual({ ok: false, error: expect.stringMatching(/does not say where/) });
      expect(await read()).toEqual({ ok: false, error: expect.stringContaining(byHand) });
    },
  );
});

describe('pointing the number here', () => {
  test("writes what the SDK's update is given, and believes the number in the answer", async () => {
    const { api, write } = await cloudVno();
    api.answer({ status: 200, body: { phone_number: '+14155551234', sms_url: url, sms_method: 'POST' } });
    expect(await write()).toEqual({ ok: true, value: undefined });
    expect(api.requests).toHaveLength(1);
    expect(api.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v1/incoming_phone_numbers/%2B14155551234',
      headers: { authorization: 'Bearer YOUR_API_KEY', 'content-type': 'application/json' },
      body: `{"sms_url":"${url}","sms_method":"POST"}`,
    });
  });

  test('asks again where the answer does not name the URL', async () => {
    const { api, write } = await cloudVno();
    api.answerEach(({ method }) => (method === 'POST' ? { status: 204 } : { status: 200, body: { data: { sms_url: url } } }));
    expect(await write()).toEqual({ ok: true, value: undefined });
    expect(api.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  test.each([
    ['points elsewhere', { status: 200, body: { sms_url: 'https://other.example.test/' } }],
    ['points nowhere', { status: 200, body: { sms_url: null } }],
    ['cannot be read', { status: 200, body: '<html>Welcome</html>' }],
    ['cannot be asked', { status: 404 }],
  ])('is not believed when the number then %s', async (_, answer) => {
    const { api, write } = await cloudVno();
    api.answerEach(({ method }) => (method === 'POST' ? { status: 200, body: '<html>Welcome</html>' } : answer));
    expect(await write()).toEqual({ ok: false, error: expect.stringMatching(/^CloudVNO does not confirm/) });
  });
});

describe('a refusal', () => {
  const error = (code: string) => ({ error: { code, message: `About ${code}` } });

  test.each([
    [400, error('invalid_request'), /It says: About invalid_request\./],
    [401, error('unauthorized'), /Check the API key/],
    [401, error('api_key_revoked'), /Generate a new API key/],
    [403, error('from_number_not_owned'), /It says: About from_number_not_owned\./],
    [404, error('not_found'), /refused the request \(404\)\. It says: About not_found\./],
    [404, '<html>', /refused the request \(404\)\. How/],
    [422, error('number_not_sms_capable'), /It says: About number_not_sms_capable\./],
    [429, error('rate_limit_exceeded'), /less often/],
    [500, '', /error of its own \(500\)/],
    [503, error('service_unavailable'), /error of its own \(503\)/],
    [301, '', /redirect/],
  ])('%i %j is a sentence, and always says the way by hand', async (status, body, sentence) => {
    const { api, read, write } = await cloudVno();
    api.answer({ status, body });
    for (const ask of [read, write]) {
      expect(await ask()).toEqual({ ok: false, error: expect.stringMatching(sentence) });
      expect(await ask()).toEqual({ ok: false, error: expect.stringContaining(byHand) });
    }
  });

  test('names the permission that is missing', async () => {
    const { api, read, write } = await cloudVno();
    for (const body of [error('insufficient_permissions'), '']) {
      api.answer({ status: 403, body });
      expect(await read()).toEqual({ ok: false, error: expect.stringContaining('numbers:read') });
      expect(await write()).toEqual({ ok: false, error: expect.stringContaining('numbers:write') });
    }
  });

  test('or no answer at all is a sentence, too', async () => {
    const { api, read, write } = await cloudVno();
    api.breakOff();
    expect(await write()).toEqual({ ok: false, error: expect.stringMatching(/^CloudVNO did not answer/) });
    await api.close();
    expect(await read()).toEqual({ ok: false, error: expect.stringMatching(/^CloudVNO could not be reached/) });
  });
});
