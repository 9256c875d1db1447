/** Refused, looked at, put right, tried again by the provider: through the whole app. */
import { createHmac } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LineView } from '../../../src/contract/views.ts';
import { eventually } from '../../support/eventually.ts';
import { cloudSpire, cloudVno, mobileApiConnect, receiveSmsInk, type Signed } from '../../support/sign.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const publicUrl = 'https://texts.example.org';
const from = '+12025550143';

const token = 'auth-token-0123456789';
const apiKey = 'key_live_9876543210';

function cloudLine(app: TestApp, credentials: Record<string, string> = { authToken: token }): Promise<LineView> {
  const address = { apiBaseUrl: 'http://127.0.0.1:9' };
  return app.call('lines.create', {
    provider: 'cloudvno',
    label: 'Cloud',
    number: '+12025550100',
    credentials: { ...credentials, ...address },
  });
}

const parameters = (id: number) => ({ MessageSid: `SM${id}`, From: from, To: '+12025550100', Body: `Text ${id}` });

/** Delivers what is to be refused, and answers its id. */
async function refused(app: TestApp, line: LineView, signed: Signed): Promise<string> {
  const response = await app.deliver(line, signed);
  expect([response.status, await response.text()]).toEqual([401, '']);
  const { items } = await app.call('deliveries.list', { lineId: line.id, limit: 1 });
  expect(items[0]?.verdict).toBe('rejected');
  return items[0]?.id ?? '';
}

async function texts(app: TestApp, line: LineView): Promise<string[]> {
  const { items } = await app.call('conversations.list', { lineId: line.id, limit: 10 });
  const pages = await Promise.all(items.map(({ id }) => app.call('messages.list', { conversationId: id, limit: 10 })));
  return pages.flatMap((page) => page.items.map(({ body }) => body));
}

const lineNow = async (app: TestApp, { id }: LineView): Promise<LineView | undefined> =>
  (await app.call('lines.list', {})).items.find((line) => line.id === id);

describe('a refused delivery is explained and put right', () => {
  test('the provider signs for the URL with a slash at its end', async () => {
    const app = await testApp({ publicUrl });
    const line = await cloudLine(app);
    const signed = cloudVno(token, `${line.webhookUrl}/`, parameters(1));
    const id = await refused(app, line, signed);

    const diagnosis = await app.call('deliveries.diagnose', { id });
    const fix = { kind: 'accept-url', url: `${line.webhookUrl}/` } as const;
    expect(diagnosis).toMatchObject({ outcome: 'explained', findings: [{ mistakes: ['url-trailing-slash'], side: 'here', fix }] });
    // Looking changes nothing.
    await refused(app, line, signed);

    expect(await app.call('deliveries.fix', { id, fix })).toMatchObject({ outcome: 'valid-now', findings: [] });
    expect((await app.deliver(line, signed)).status).toBe(204);
    expect(await texts(app, line)).toEqual(['Text 1']);
    const present = await lineNow(app, line);
    expect(present?.webhookUrl).toBe(line.webhookUrl);
    expect(present?.publicUrls.map(({ url }) => url)).toEqual([line.webhookUrl, `${line.webhookUrl}/`]);
    const told = JSON.stringify(present?.publicUrls);
    await eventually('the window is told', () =>
      app.events.some(
        (event) =>
          event.kind === 'patch' &&
          event.changes.some(
            (change) => change.kind === 'line' && change.line.id === line.id && JSON.stringify(change.line.publicUrls) === told,
          ),
      ),
    );
    // What was right before still is.
    expect((await app.deliver(line, cloudVno(token, line.webhookUrl, parameters(2)))).status).toBe(204);
  });

  test('it is still accepted after a restart', async () => {
    const first = await testApp({ publicUrl });
    const line = await cloudLine(first);
    const signed = cloudVno(token, line.webhookUrl.replace('.org', '.org:443'), parameters(1));
    const id = await refused(first, line, signed);
    const { findings } = await first.call('deliveries.diagnose', { id });
    expect(findings[0]?.mistakes).toEqual(['url-port']);
    if (findings[0]?.fix) await first.call('deliveries.fix', { id, fix: findings[0].fix });
    await first.close();
    const second = await testApp({ dataFolder: first.dataFolder, vault: first.vault });
    expect((await second.deliver(line, signed)).status).toBe(204);
  });

  test('a line whose secret works says so beside a fix that would change it', async () => {
    const app = await testApp({ publicUrl });
    const line = await cloudLine(app, { authToken: token, apiKey });
    const id = await refused(app, line, cloudVno(apiKey, line.webhookUrl, parameters(1)));
    const diagnosis = await app.call('deliveries.diagnose', { id });
    expect(diagnosis).toMatchObject({ findings: [{ fix: { kind: 'swap-fields' } }] });
    expect(diagnosis).not.toHaveProperty('provenAt');
    expect((await app.deliver(line, cloudVno(token, line.webhookUrl, parameters(2)))).status).toBe(204);
    const [accepted] = await eventually('it is listed', async () => {
      const { items } = await app.call('deliveries.list', { verdicts: ['accepted'] });
      return items.length > 0 && items;
    });
    expect(await app.call('deliveries.diagnose', { id })).toMatchObject({ provenAt: accepted?.receivedAt });
    // Once it was exchanged, what the former secret proved says nothing about the new one.
    await app.call('deliveries.fix', { id, fix: { kind: 'swap-fields', field: 'apiKey' } });
    const other = await refused(app, line, cloudVno(token, line.webhookUrl, parameters(3)));
    expect(await app.call('deliveries.diagnose', { id: other })).not.toHaveProperty('provenAt');
  });

  test('auth token and API key were entered in each other’s field', async () => {
    const app = await testApp({ publicUrl });
    const line = await cloudLine(app, { authToken: apiKey, apiKey: token });
    const signed = cloudVno(token, line.webhookUrl, parameters(1));
    const id = await refused(app, line, signed);
    const fix = { kind: 'swap-fields', field: 'apiKey' } as const;
    expect(await app.call('deliveries.diagnose', { id })).toMatchObject({
      findings: [{ mistakes: ['secret-of-field'], field: 'apiKey', fix }],
    });
    expect(await app.call('deliveries.fix', { id, fix })).toMatchObject({ outcome: 'valid-now' });
    expect((await app.deliver(line, signed)).status).toBe(204);
    const kept: unknown = JSON.parse((await app.vault.get(`line:${line.id}`)) ?? '{}');
    expect(kept).toMatchObject({ authToken: token, apiKey });
  });

  test('the secret of another line is the right one', async () => {
    const app = await testApp();
    const ink = (label: string, number: string, webhookSecret: string) =>
      app.call('lines.create', { provider: 'receivesms-ink', label, number, credentials: { webhookSecret } });
    const [one, other] = [await ink('One', '+12025550100', 'secret-of-one-01'), await ink('Other', '+12025550101', 'secret-of-other-02')];
    const signed = receiveSmsInk('secret-of-other-02', { id: 1, from, text: 'Hello' });
    const id = await refused(app, one, signed);
    const fix = { kind: 'use-secret-of-line', lineId: other.id } as const;
    expect(await app.call('deliveries.diagnose', { id })).toMatchObject({
      findings: [{ mistakes: ['secret-of-line'], lineId: other.id, fix }],
    });
    await app.call('deliveries.fix', { id, fix });
    expect((await app.deliver(one, signed)).status).toBe(204);
    expect((await app.deliver(other, signed)).status).toBe(204);
  });

  test('the secret was copied with its quotation marks', async () => {
    const app = await testApp();
    const secret = 'whsec_c29tZS1sb25nLXNlY3JldC1rZXk';
    const line = await app.call('lines.create', {
      provider: 'mobile-api-connect',
      label: 'Phone',
      number: '+12025550100',
      credentials: { webhookSecret: `"${secret}"` },
    });
    const signed = mobileApiConnect(secret, { from: '12025550143', text: 'Hello' });
    const id = await refused(app, line, signed);
    const fix = { kind: 'correct-secret' } as const;
    expect(await app.call('deliveries.diagnose', { id })).toMatchObject({ findings: [{ mistakes: ['secret-quoted'], fix }] });
    await app.call('deliveries.fix', { id, fix });
    expect((await app.deliver(line, signed)).status).toBe(204);
  });

  test('an Auth Header without its first word; it is only known until the app is closed', async () => {
    const app = await testApp();
    const create = {
      provider: 'cloudspire',
      label: 'Office',
      number: '+12025550100',
      credentials: { authHeader: 'Bearer some-long-header-value' },
    } as const;
    const line = await app.call('lines.create', create);
    const signed = cloudSpire('some-long-header-value', { from, text: 'Hello' });
    const id = await refused(app, line, signed);
    expect(await app.call('deliveries.diagnose', { id })).toMatchObject({
      findings: [{ mistakes: ['form-prefix'], fix: { kind: 'correct-secret' } }],
    });
    await app.close();
    const again = await testApp({ dataFolder: app.dataFolder, vault: app.vault });
    expect(await again.call('deliveries.diagnose', { id })).toMatchObject({ outcome: 'not-kept', findings: [] });
    const anew = await refused(again, line, signed);
    await again.call('deliveries.diagnose', { id: anew });
    expect(await again.call('deliveries.fix', { id: anew, fix: { kind: 'correct-secret' } })).toMatchObject({ outcome: 'valid-now' });
    expect((await again.deliver(line, signed)).status).toBe(200);
  });

  test('a body that something changed on its way is known by the delivery it was before', async () => {
    const app = await testApp();
    const secret = 'the-secret-of-this-line';
    const line = await app.call('lines.create', {
      provider: 'receivesms-ink',
      label: 'Ink',
      number: '+12025550100',
      credentials: { webhookSecret: secret },
    });
    const signed = receiveSmsInk(secret, { id: 1, from, text: 'Pay to 1' });
    expect((await app.deliver(line, signed)).status).toBe(204);
    const { items } = await app.call('deliveries.list', { lineId: line.id, limit: 1 });
    const id = await refused(app, line, { ...signed, body: signed.body.replace('Pay to 1', 'Pay to 2') });
    const { findings } = await app.call('deliveries.diagnose', { id });
    expect(findings).toEqual([{ mistakes: ['body-altered'], side: 'between', deliveryId: items[0]?.id }]);
  });
});

describe('the doctor is careful', () => {
  test('what was not proven is not done', async () => {
    const app = await testApp({ publicUrl });
    const line = await cloudLine(app);
    const id = await refused(app, line, cloudVno(token, `${line.webhookUrl}/`, parameters(1)));
    const fix = { kind: 'accept-url', url: `${line.webhookUrl}/` } as const;
    // Nobody has looked yet.
    expect(await app.refusal('deliveries.fix', { id, fix })).toMatchObject({ code: 'invalid-input' });
    await app.call('deliveries.diagnose', { id });
    for (const other of [
      { kind: 'accept-url', url: 'https://evil.example.com/hooks/x' },
      { kind: 'swap-fields', field: 'apiKey' },
      { kind: 'correct-secret' },
      { kind: 'use-secret-of-line', lineId: line.id },
    ] as const) {
      expect(await app.refusal('deliveries.fix', { id, fix: other })).toMatchObject({ code: 'invalid-input' });
    }
    // The secret was changed since: what was proven with the old one is not done with the new one.
    await app.call('lines.update', { id: line.id, credentials: { authToken: 'another-token' } });
    expect(await app.refusal('deliveries.fix', { id, fix })).toMatchObject({ code: 'invalid-input' });
    expect((await lineNow(app, line))?.publicUrls.map(({ url }) => url)).toEqual([line.webhookUrl]);
  });

  test('what was not refused for its proof is not looked at', async () => {
    const app = await testApp();
    const line = await cloudLine(app);
    await app.deliver(line, cloudVno(token, line.webhookUrl, parameters(1)));
    const { items } = await app.call('deliveries.list', { lineId: line.id, limit: 1 });
    expect(await app.call('deliveries.diagnose', { id: items[0]?.id ?? '' })).toMatchObject({ outcome: 'not-checked', tried: [] });
    expect(await app.refusal('deliveries.diagnose', { id: 'd_unknown' })).toMatchObject({ code: 'not-found' });
  });

  test('of a line that was removed the secret is gone', async () => {
    const app = await testApp();
    const line = await cloudLine(app);
    const id = await refused(app, line, cloudVno('wrong', line.webhookUrl, parameters(1)));
    await app.call('lines.remove', { id: line.id });
    expect(await app.call('deliveries.diagnose', { id })).toMatchObject({ outcome: 'no-secret' });
    expect(await app.refusal('deliveries.fix', { id, fix: { kind: 'correct-secret' } })).toMatchObject({ code: 'line-not-found' });
  });

  test('asked twice at once it looks once, and texts arrive meanwhile', async () => {
    const app = await testApp({ publicUrl });
    const line = await cloudLine(app);
    const id = await refused(app, line, cloudVno('wrong', line.webhookUrl, parameters(1)));
    const [one, other, accepted] = await Promise.all([
      app.call('deliveries.diagnose', { id }),
      app.call('deliveries.diagnose', { id }),
      app.deliver(line, cloudVno(token, line.webhookUrl, parameters(2))),
    ]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ outcome: 'unexplained', findings: [] });
    expect(accepted.status).toBe(204);
  });

  test('nothing it found is written down or logged, and no secret is told', async () => {
    const app = await testApp({ publicUrl });
    const line = await cloudLine(app, { authToken: `"${token}"`, apiKey });
    const id = await refused(app, line, cloudVno(token, `${line.webhookUrl}/`, parameters(1)));
    const diagnosis = await app.call('deliveries.diagnose', { id });
    expect(diagnosis.findings[0]?.mistakes.toSorted()).toEqual(['secret-quoted', 'url-trailing-slash']);
    for (const secret of [token, apiKey]) expect(JSON.stringify([diagnosis, app.events, app.logged])).not.toContain(secret);
    expect(JSON.stringify(app.logged)).not.toMatch(/diagnos|mistake|secret-quoted/);
    await app.close();
    const files = await readdir(app.dataFolder, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    );
    expect(contents.length).toBeGreaterThan(0);
    for (const content of contents) expect(content).not.toMatch(/secret-quoted|url-trailing-slash/);
  });

  test('a sender learns nothing: the answer is the same before and after, whatever was wrong', async () => {
    const app = await testApp({ publicUrl });
    const line = await cloudLine(app);
    const body = cloudVno(token, line.webhookUrl, parameters(1)).body;
    const wrong = (signature: string): Signed => ({
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-cloudvno-signature': signature },
    });
    const digest = createHmac('sha256', token)
      .update(line.webhookUrl + body)
      .digest();
    for (const signature of [
      digest.toString('base64'),
      digest.toString('hex').toUpperCase(),
      digest.toString('hex').slice(0, 60),
      '0'.repeat(64),
    ]) {
      const id = await refused(app, line, wrong(signature));
      await app.call('deliveries.diagnose', { id });
      await refused(app, line, wrong(signature));
    }
  });
});
