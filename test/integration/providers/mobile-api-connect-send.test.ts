import { describe, expect, test } from 'vitest';
import { sending } from '../../support/sending.ts';

const mobileApiConnect = () => sending('mobile-api-connect', { webhookSecret: 'whsec_x', apiKey: 'sk_live_YOUR_KEY' });

describe('the request', () => {
  test('is the documented one, with our id as its reference', async () => {
    const { api, send } = await mobileApiConnect();
    await send({
      to: '+6581230000',
      body: 'Hello from Mobile API Connect',
      clientId: 'order-4821',
      callbackUrl: 'https://public.example.test/x',
    });
    expect(api.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v1/messages',
      headers: { authorization: 'Bearer sk_live_YOUR_KEY', 'content-type': 'application/json' },
      body: '{"to":"+6581230000","text":"Hello from Mobile API Connect","ref":"order-4821"}',
    });
  });

  test('never has a reference of more than 64 characters, nor one reference for two ids', async () => {
    const { api, send } = await mobileApiConnect();
    for (const clientId of ['a'.repeat(64), 'a'.repeat(65), 'a'.repeat(66)]) await send({ clientId });
    const references = api.requests.map(({ body }): string => JSON.parse(body).ref);
    expect(references[0]).toBe('a'.repeat(64));
    expect(references.map((reference) => reference.length)).toEqual([64, 64, 64]);
    expect(new Set(references).size).toBe(3);
  });

  test('is not made without an API key, nor with attachments', async () => {
    const { api, send } = await mobileApiConnect();
    expect(await send({}, { apiKey: '' })).toMatchObject({ kind: 'refused', failure: { code: 'key-missing' } });
    expect(await send({ mediaUrls: ['https://m.example.test/1'] })).toMatchObject({ kind: 'refused', failure: { code: 'media' } });
    expect(api.connections()).toBe(0);
  });
});

describe('the answer', () => {
  test('202 gives the id', async () => {
    const { api, send } = await mobileApiConnect();
    api.answer({ status: 202, body: { id: 'msg_8sK2x', status: 'queued', createdAt: '2026-06-12T14:32:00.000Z' } });
    expect(await send()).toEqual({ kind: 'accepted', providerId: 'msg_8sK2x', status: 'sent' });
    api.answer({ status: 202, body: 'queued' });
    expect(await send()).toEqual({ kind: 'accepted', status: 'sent' });
  });

  test.each([
    [400, 'validation_error', /1 to 1600/],
    [401, 'unauthorized', /sk_live_/],
    [401, 'invalid_api_key', /Pair the phone again/],
    [403, 'tenant_inactive', /Contact Mobile API Connect/],
    [404, 'not_found', /API address/],
    [404, 'no_webhook_config', /webhook URL/],
  ])('%i %s is refused with what to do', async (status, code, resolution) => {
    const { api, send } = await mobileApiConnect();
    api.answer({ status, body: { error: code } });
    expect(await send()).toEqual({
      kind: 'refused',
      failure: { code, message: expect.stringMatching(/\.$/), resolution: expect.stringMatching(resolution) },
    });
  });

  test('validation_error says which field', async () => {
    const { api, send } = await mobileApiConnect();
    api.answer({ status: 400, body: { error: 'validation_error', issues: [{ path: ['to'], message: 'Invalid phone number' }] } });
    expect(await send()).toMatchObject({ kind: 'refused', failure: { code: 'validation_error', message: 'to: Invalid phone number' } });
    for (const issues of ['x', [7], [{ path: 7 }], []]) {
      api.answer({ status: 400, body: { error: 'validation_error', issues } });
      expect(await send()).toMatchObject({
        kind: 'refused',
        failure: { code: 'validation_error', message: 'Something in the message is not valid.' },
      });
    }
  });

  test('503 no_active_device_for_tenant is tried again: the phone is offline', async () => {
    const { api, send } = await mobileApiConnect();
    api.answer({ status: 503, body: { error: 'no_active_device_for_tenant' } });
    expect(await send()).toMatchObject({
      kind: 'retry',
      failure: { message: 'The paired phone is offline.', resolution: expect.stringContaining('phone') },
    });
  });

  test('any other 5xx is ambiguous, any other 4xx refused in its own words', async () => {
    const { api, send } = await mobileApiConnect();
    api.answer({ status: 503, body: { error: 'overloaded' } });
    expect(await send()).toMatchObject({ kind: 'ambiguous' });
    api.answer({ status: 500, body: '' });
    expect(await send()).toMatchObject({ kind: 'ambiguous', failure: { code: 'http-500' } });
    api.answer({ status: 402, body: { error: 'no_credit' } });
    expect(await send()).toMatchObject({ kind: 'refused', failure: { code: 'no_credit' } });
    api.answer({ status: 429, body: { error: 'slow_down' } });
    expect(await send()).toMatchObject({ kind: 'retry' });
  });
});
