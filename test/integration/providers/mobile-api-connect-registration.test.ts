import { expect, test } from 'vitest';
import { asking } from '../../support/asking.ts';

const url = 'https://public.example.test/hooks/abcdefghijklmnopqrstuv';
const secret = 'whsec_0123456789abcdefghij';

async function mobileApiConnect() {
  const { api, provider, context } = await asking('mobile-api-connect', '+6581230000', {
    webhookSecret: secret,
    apiKey: 'sk_live_YOUR_KEY',
  });
  const { registration } = provider;
  if (registration === undefined) throw new Error('Mobile API Connect cannot be registered with.');
  return { api, registration, write: (others = {}, to = url) => registration.write(to, context(others)) };
}

test('the request is the documented one', async () => {
  const { api, write } = await mobileApiConnect();
  expect(await write()).toEqual({ ok: true, value: undefined });
  expect(api.requests).toHaveLength(1);
  expect(api.requests[0]).toMatchObject({
    method: 'PUT',
    path: '/v1/webhooks',
    headers: { authorization: 'Bearer sk_live_YOUR_KEY', 'content-type': 'application/json' },
    body: `{"url":"${url}","enabled":true}`,
  });
});

test('the way is documented, and nothing reads the URL back', async () => {
  const { registration } = await mobileApiConnect();
  expect(registration.documented).toBe(true);
  expect(registration.read).toBeUndefined();
});

test('it takes an API key, and without one nothing is sent', async () => {
  const { api, registration, write } = await mobileApiConnect();
  expect(registration.usable({ apiKey: 'sk_live_x' })).toBe(true);
  for (const credentials of [{}, { apiKey: ' ' }, { webhookSecret: 'whsec_x' }]) expect(registration.usable(credentials)).toBe(false);
  expect(await write({ apiKey: '' })).toEqual({ ok: false, error: expect.stringContaining('Enter the API key') });
  expect(api.connections()).toBe(0);
});

test.each([
  [
    400,
    { error: 'validation_error', issues: [{ path: ['url'], message: 'Must be https' }] },
    /does not take this URL\. url: Must be https\.$/,
  ],
  [400, { error: 'validation_error' }, /does not take this URL\.$/],
  [401, { error: 'unauthorized' }, /sk_live_/],
  [401, { error: 'invalid_api_key' }, /Pair the phone again/],
  [403, { error: 'tenant_inactive' }, /suspended.*Contact Mobile API Connect/],
  [404, { error: 'not_found' }, /API address/],
  [404, { error: 'no_webhook_config' }, /Copy this URL once into the Mobile API Connect portal/],
  [503, { error: 'no_active_device_for_tenant' }, /phone is offline/],
  [402, { error: 'no_credit' }, /\(402\)\. It says: no_credit\.$/],
  [400, { error: '__proto__' }, /It says: __proto__\.$/],
  [401, '', /refused the API key \(401\)/],
  [404, '<html>', /refused the request \(404\)/],
  [429, { error: 7 }, /less often/],
  [500, '', /error of its own \(500\)/],
])('%i %j becomes a sentence that says what to do', async (status, body, sentence) => {
  const { api, write } = await mobileApiConnect();
  api.answer({ status, body });
  expect(await write()).toEqual({ ok: false, error: expect.stringMatching(sentence) });
});

test('a redirect is not followed', async () => {
  const { api, write } = await mobileApiConnect();
  api.answer({ status: 308, headers: { location: `${api.url}/elsewhere` } });
  expect(await write()).toEqual({ ok: false, error: expect.stringContaining('redirect') });
  expect(api.requests).toHaveLength(1);
});

test('no connection and no answer are told apart', async () => {
  const { api, write } = await mobileApiConnect();
  api.breakOff();
  expect(await write()).toEqual({ ok: false, error: expect.stringContaining('did not answer') });
  await api.close();
  expect(await write()).toEqual({ ok: false, error: expect.stringContaining('could not be reached') });
});

test.each([
  [{ url, enabled: true }, secret, true],
  [{ url, secret }, secret, true],
  [{ url, signingSecret: secret }, '0123456789abcdefghij', true],
  [{ url, secret: 'whsec_••••••••••••••••••••' }, secret, true],
  [{ url, secret: 'whsec_another-secret-of-theirs' }, secret, false],
  [{ url, secret: 'whsec_another-secret-of-theirs' }, '', false],
  [['whsec_another-secret-of-theirs'], secret, true],
  ['whatever', secret, true],
])('the answer %j to a line with the secret "%s": in order is %s', async (body, webhookSecret, inOrder) => {
  const { api, write } = await mobileApiConnect();
  api.answer({ status: 200, body });
  const outcome = await write({ webhookSecret });
  expect(outcome.ok).toBe(inOrder);
  if (!outcome.ok) {
    expect(outcome.error).toContain('another secret');
    expect(outcome.error).not.toContain('whsec_');
  }
});
