import { describe, expect, test } from 'vitest';
import { sending, sendingAt } from '../../support/sending.ts';

const cloudVno = () => sending('cloudvno', { authToken: 'token', apiKey: 'YOUR_API_KEY' });
const error = (code: string, more: object = {}) => ({
  error: { code, message: `About ${code}.`, param: 'to', doc_url: 'https://x', ...more },
});

describe('the request', () => {
  test('is the documented one', async () => {
    const { api, send } = await cloudVno();
    await send({ body: 'Hello! Your order has shipped.' });
    expect(api.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v1/messages',
      headers: { authorization: 'Bearer YOUR_API_KEY', 'content-type': 'application/json' },
      body: '{"from":"+14155551234","to":"+12125559876","body":"Hello! Your order has shipped."}',
    });
  });

  test('has attachments as a list, a status callback where there is a public URL, and no empty text beside attachments', async () => {
    const { api, send } = await cloudVno();
    const mediaUrls = ['https://example.com/receipt.png'];
    await send({ body: "Here's your receipt", mediaUrls, callbackUrl: 'https://public.example.test/hooks/x' });
    await send({ body: '', mediaUrls });
    expect(api.requests.map(({ body }) => body)).toEqual([
      '{"from":"+14155551234","to":"+12125559876","body":"Here\'s your receipt","media_url":["https://example.com/receipt.png"],"status_callback":"https://public.example.test/hooks/x"}',
      '{"from":"+14155551234","to":"+12125559876","media_url":["https://example.com/receipt.png"]}',
    ]);
  });

  test('goes to the same place however the API address ends', async () => {
    const { api, send } = await cloudVno();
    for (const end of ['/', '/v1', '/v1/']) await send({}, { apiBaseUrl: api.url + end });
    await send({}, { apiBaseUrl: `${api.url}/proxy/` });
    expect(api.requests.map(({ path }) => path)).toEqual(['/v1/messages', '/v1/messages', '/v1/messages', '/proxy/v1/messages']);
  });

  test('is not made without an API key', async () => {
    const { api, send } = await cloudVno();
    expect(await send({}, { apiKey: ' ' })).toEqual({
      kind: 'refused',
      failure: { code: 'key-missing', message: expect.stringContaining('API key'), resolution: expect.any(String) },
    });
    expect(api.connections()).toBe(0);
  });
});

describe('an accepted text', () => {
  test('gets the id CloudVNO gave it', async () => {
    const { api, send } = await cloudVno();
    api.answer({ status: 201, body: { sid: 'SM1a2b', status: 'queued', direction: 'outbound-api', date_created: '2026-03-06T10:00:00Z' } });
    expect(await send()).toEqual({ kind: 'accepted', providerId: 'SM1a2b', status: 'sent' });
    api.answer({ status: 200, body: { sid: 'SM2', status: 'delivered' } });
    expect(await send()).toEqual({ kind: 'accepted', providerId: 'SM2', status: 'delivered' });
    api.answer({ status: 200, body: { sid: 'SM3', status: 7 } });
    expect(await send()).toEqual({ kind: 'accepted', providerId: 'SM3', status: 'sent' });
  });

  test.each(['', 'OK', '{}', '{"sid":7}', '[]'])('stays accepted when the answer is "%s"', async (body) => {
    const { api, send } = await cloudVno();
    api.answer({ status: 200, body });
    expect(await send()).toEqual({ kind: 'accepted', status: 'sent' });
  });
});

describe('a documented error', () => {
  test.each([
    [401, 'unauthorized', /Check the API key/],
    [401, 'api_key_revoked', /Generate a new API key/],
    [403, 'insufficient_permissions', /Add the required permission/],
    [400, 'invalid_phone_number', /\+ and the country code/],
    [422, 'number_not_sms_capable', /Use a voice call instead/],
    [422, 'message_too_long', /Split it into several messages/],
    [403, 'from_number_not_owned', /Check the number of this line/],
    [422, 'unsubscribed', /Do not send to them/],
    [422, 'carrier_blocked', /spam/],
  ])('%i %s is refused with what to do', async (status, code, resolution) => {
    const { api, send } = await cloudVno();
    api.answer({ status, body: error(code) });
    expect(await send()).toEqual({
      kind: 'refused',
      failure: { code, message: `About ${code}.`, resolution: expect.stringMatching(resolution) },
    });
    api.answer({ status, body: { error: { code } } });
    expect(await send()).toMatchObject({ kind: 'refused', failure: { code, message: expect.stringMatching(/\.$/) } });
  });

  test('429 waits as long as the body, or the window, asks for', async () => {
    const { api, send } = await cloudVno();
    api.answer({ status: 429, body: error('rate_limit_exceeded', { retry_after: 2 }) });
    expect(await send()).toMatchObject({
      kind: 'retry',
      afterMs: 2_000,
      failure: { code: 'rate_limit_exceeded', resolution: expect.any(String) },
    });
    api.answer({ status: 429, headers: { 'X-RateLimit-Reset': String(sendingAt / 1_000 + 30) }, body: '' });
    expect(await send()).toMatchObject({ kind: 'retry', afterMs: 30_000, failure: { code: 'rate_limit_exceeded' } });
    api.answer({ status: 429 });
    expect(await send()).not.toHaveProperty('afterMs');
  });

  test('503 with an error object was not taken and is tried again; one without may come from in between', async () => {
    const { api, send } = await cloudVno();
    api.answer({ status: 503, headers: { 'Retry-After': '5' }, body: error('service_unavailable') });
    expect(await send()).toMatchObject({ kind: 'retry', afterMs: 5_000, failure: { code: 'service_unavailable' } });
    api.answer({ status: 503, body: '<html>upstream reset</html>' });
    expect(await send()).toMatchObject({ kind: 'ambiguous', failure: { code: 'http-503' } });
  });

  test('500 is ambiguous, and keeps what CloudVNO said', async () => {
    const { api, send } = await cloudVno();
    api.answer({ status: 500, body: error('internal_error') });
    expect(await send()).toMatchObject({ kind: 'ambiguous', failure: { code: 'internal_error', message: 'About internal_error.' } });
  });

  test.each([
    [400, 'something_new'],
    [404, 'not_found'],
    [400, '__proto__'],
  ])("%i with the unknown code %s is refused in CloudVNO's words", async (status, code) => {
    const { api, send } = await cloudVno();
    api.answer({ status, body: error(code) });
    expect(await send()).toMatchObject({ kind: 'refused', failure: { code, message: `About ${code}.` } });
  });
});

describe('no answer', () => {
  test('is tried again when nothing was sent', async () => {
    const { api, send } = await cloudVno();
    await api.close();
    expect(await send()).toMatchObject({ kind: 'retry', failure: { code: 'not-reached' } });
  });

  test("is the user's decision when the request was written", async () => {
    const { api, send } = await cloudVno();
    api.breakOff();
    expect(await send()).toMatchObject({ kind: 'ambiguous', failure: { code: 'no-answer', resolution: expect.any(String) } });
    expect(api.requests).toHaveLength(1);
  });

  test('is what a redirect amounts to', async () => {
    const { api, send } = await cloudVno();
    api.answer({ status: 301, headers: { location: 'https://example.com' } });
    expect(await send()).toMatchObject({
      kind: 'refused',
      failure: { code: 'http-301', resolution: expect.stringContaining('API address') },
    });
  });
});
