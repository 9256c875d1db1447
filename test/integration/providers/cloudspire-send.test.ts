import { describe, expect, test } from 'vitest';
import { sending } from '../../support/sending.ts';

const cloudSpire = () => sending('cloudspire', { secret: 'your-webhook-secret' });
const numbers = { from: '+14045559999', to: '+17705551234' };

describe('the request', () => {
  test('is the documented one: digits only, the secret in the body, no Authorization', async () => {
    const { api, send } = await cloudSpire();
    await send({ ...numbers, body: 'Just following up - did you need anything else?' }, { authHeader: 'Bearer inbound' });
    expect(api.requests[0]).toMatchObject({
      method: 'POST',
      path: '/webhook-to-sms.php',
      headers: { 'content-type': 'application/json' },
      body: '{"from":"14045559999","to":"17705551234","text":"Just following up - did you need anything else?","secret":"your-webhook-secret"}',
    });
    expect(api.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  test('has one attachment, with or without a text', async () => {
    const { api, send } = await cloudSpire();
    await send({ ...numbers, body: 'Confirmed.', mediaUrls: ['https://example.com/confirmation.jpg'] });
    await send({ ...numbers, body: '', mediaUrls: ['https://example.com/confirmation.jpg'] });
    expect(api.requests.map(({ body }) => JSON.parse(body))).toEqual(
      ['Confirmed.', ''].map((text) => ({
        from: '14045559999',
        to: '17705551234',
        text,
        secret: 'your-webhook-secret',
        media_url: 'https://example.com/confirmation.jpg',
      })),
    );
  });

  test.each(['72345', 'GOOGLE', '+123456789', '+1234567890123456'])('is not made to %s', async (to) => {
    const { api, send } = await cloudSpire();
    expect(await send({ ...numbers, to })).toMatchObject({
      kind: 'refused',
      failure: { code: 'WH-2', resolution: expect.stringContaining('10–15 digit') },
    });
    expect(api.connections()).toBe(0);
  });

  test('is not made without the secret, nor with two attachments', async () => {
    const { api, send } = await cloudSpire();
    expect(await send(numbers, { secret: '' })).toMatchObject({
      kind: 'refused',
      failure: { message: expect.stringContaining('webhook secret') },
    });
    expect(await send({ ...numbers, mediaUrls: ['https://a.test/1', 'https://a.test/2'] })).toMatchObject({
      kind: 'refused',
      failure: { code: 'media' },
    });
    expect(api.connections()).toBe(0);
  });
});

describe('the answer', () => {
  test('gives the id behind ID:', async () => {
    const { api, send } = await cloudSpire();
    api.answer({
      status: 200,
      body: { status: 'success', message: 'SMS Queued | FROM: 14045559999 | TO: 17705551234 | ID: bw-msg-abc123' },
    });
    expect(await send(numbers)).toEqual({ kind: 'accepted', providerId: 'bw-msg-abc123', status: 'sent' });
  });

  test.each(['', 'queued', '{"status":"success","message":"SMS Queued"}', '{"status":"success"}'])(
    'stays accepted when it is %s',
    async (body) => {
      const { api, send } = await cloudSpire();
      api.answer({ status: 200, body });
      expect(await send(numbers)).toEqual({ kind: 'accepted', status: 'sent' });
    },
  );

  test.each([
    ['WH-AUTH', 'Verify the secret value matches the Webhook Secret provided to you by your onCloud administrator'],
    ['WH-1', 'Ensure from, to, and either text or media_url are present in a valid JSON body'],
    ['WH-2', 'Use 10–15 digit format, digits only (e.g., 14045559999, not +1-404-555-9999)'],
    ['WH-3', 'The from number must be provisioned for webhook SMS by your onCloud administrator'],
    ['WH-23-2', 'Contact your onCloud administrator to verify the DID has an active SMS plan'],
    [
      'WH-23-3',
      "The plan's monthly message limit has been reached. Contact your administrator to increase the limit or wait for the next billing cycle.",
    ],
    ['WH-23-4', 'The SMS plan for this DID does not include outbound messages. Contact your administrator.'],
  ])('[%s] is refused with the documented resolution', async (code, resolution) => {
    const { api, send } = await cloudSpire();
    api.answer({ status: 400, body: { status: 'error', message: `Authentication failed: invalid secret. Error: [${code}]` } });
    expect(await send(numbers)).toEqual({
      kind: 'refused',
      failure: { code, message: 'Authentication failed: invalid secret.', resolution },
    });
    api.answer({ status: 400, body: { status: 'error', message: `Error: [${code}]` } });
    expect(await send(numbers)).toMatchObject({ kind: 'refused', failure: { code, message: expect.stringMatching(/\w{4}/), resolution } });
  });

  test('that is an error without a known code is refused in its own words, whatever the status', async () => {
    const { api, send } = await cloudSpire();
    for (const status of [200, 400, 403]) {
      api.answer({ status, body: { status: 'error', message: 'Something else.' } });
      expect(await send(numbers)).toMatchObject({ kind: 'refused', failure: { message: 'Something else.' } });
    }
    api.answer({ status: 400, body: { status: 'error', message: 'New. Error: [WH-99]' } });
    expect(await send(numbers)).toEqual({ kind: 'refused', failure: { code: 'WH-99', message: 'New.' } });
    api.answer({ status: 502, body: { status: 'error', message: 'Bad gateway' } });
    expect(await send(numbers)).toMatchObject({ kind: 'ambiguous' });
    api.answer({ status: 404, body: 'not here' });
    expect(await send(numbers)).toMatchObject({ kind: 'refused', failure: { code: 'http-404' } });
  });
});
