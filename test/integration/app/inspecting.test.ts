/** What is kept of a delivery, how it is found again, and what of it is never told. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LineView } from '../../../src/contract/views.ts';
import { verdictSchema } from '../../../src/domain/delivery.ts';
import { eventually } from '../../support/eventually.ts';
import { bring, exported, imported } from '../../support/exchange.ts';
import { cloudSpire, cloudVno, receiveSmsInk } from '../../support/sign.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const secret = 'test_webhook_secret';
const from = '+14155551234';

function inkLine(app: TestApp, label = 'Ink'): Promise<LineView> {
  return app.call('lines.create', { provider: 'receivesms-ink', label, number: '+12025550100', credentials: { webhookSecret: secret } });
}

function cloudLine(app: TestApp): Promise<LineView> {
  return app.call('lines.create', {
    provider: 'cloudvno',
    label: 'Cloud',
    number: '+12125559876',
    credentials: { authToken: 'token', apiKey: 'key', apiBaseUrl: 'http://127.0.0.1:9' },
  });
}

const text = (id: number, body = `Text ${id}`) => receiveSmsInk(secret, { id, from, text: body });

async function newest(app: TestApp) {
  const { items } = await app.call('deliveries.list', { limit: 1 });
  return app.call('deliveries.get', { id: items[0]?.id ?? '' });
}

describe('a delivery keeps', () => {
  test('the query it came with and what its text is known by, also when it repeats one', async () => {
    const app = await testApp();
    const line = await inkLine(app);
    const signed = text(7);
    for (const query of ['', '?retry=1&x=%20']) await app.deliver({ webhookPath: line.webhookPath + query }, signed);
    const { items } = await app.call('deliveries.list', {});
    expect(items.map(({ verdict, query }) => [verdict, query])).toEqual([
      ['duplicate', '?retry=1&x=%20'],
      ['accepted', undefined],
    ]);
    expect(items[0]?.key).toEqual(expect.any(String));
    expect(items[1]?.key).toBe(items[0]?.key);
    expect(items[1]?.path).toBe(line.webhookPath);
  });

  test('the answer that was given with it, and none where only a status was', async () => {
    const app = await testApp();
    const line = await cloudLine(app);
    await app.call('rules.save', { name: 'Away', enabled: true, condition: {}, actions: [{ do: 'answer', body: 'Back <soon>' }] });
    const signed = cloudVno('token', line.webhookUrl, { MessageSid: 'SM1', From: from, To: line.number, Body: 'Hello' });
    const response = await app.deliver(line, signed);
    const answer = { contentType: response.headers.get('content-type'), body: await response.text() };
    expect(answer.body).toContain('Back &lt;soon&gt;');
    expect((await newest(app)).answer).toEqual(answer);
    await app.deliver(line, signed);
    expect(await newest(app)).not.toHaveProperty('answer');
  });

  test('when its text was announced, which the window is told and which is there after a restart', async () => {
    const app = await testApp();
    const line = await inkLine(app);
    await app.deliver(line, text(1));
    const told = await eventually('the window is told', () =>
      app.events
        .flatMap((event) => (event.kind === 'patch' ? event.changes : []))
        .flatMap((change) => (change.kind === 'delivery' && change.delivery.timings.notified !== undefined ? [change.delivery] : []))
        .at(0),
    );
    const { verified, stored = 0, answered, notified = 0 } = told.timings;
    expect([0, verified, stored, answered, notified]).toEqual([0, verified, stored, answered, notified].sort((one, other) => one - other));
    const [listed] = (await app.call('deliveries.list', {})).items;
    expect(listed).toEqual(told);
    await app.close();
    const again = await testApp({ dataFolder: app.dataFolder, vault: app.vault });
    expect((await again.call('deliveries.list', {})).items).toEqual([told]);
  });

  test('no such moment when nothing was announced: a muted sender, a repetition, a forgery', async () => {
    const app = await testApp();
    const line = await inkLine(app);
    await app.deliver(line, text(1));
    const { items } = await app.call('conversations.list', {});
    await app.call('conversations.update', { id: items[0]?.id ?? '', muted: true });
    await app.deliver(line, text(2));
    await app.deliver(line, text(2));
    await app.deliver(line, { ...text(3), body: '{}' });
    await app.close();
    const again = await testApp({ dataFolder: app.dataFolder, vault: app.vault });
    const kept = (await again.call('deliveries.list', {})).items;
    expect(kept.map(({ verdict, timings }) => [verdict, timings.notified !== undefined])).toEqual([
      ['rejected', false],
      ['duplicate', false],
      ['accepted', false],
      ['accepted', true],
    ]);
  });

  test('everything, when the app is closed right after the answer', async () => {
    const app = await testApp();
    const line = await inkLine(app);
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, id) => app.deliver(line, text(id)).then(({ status }) => status)));
    await app.close();
    expect(new Set(statuses)).toEqual(new Set([204]));
    const again = await testApp({ dataFolder: app.dataFolder, vault: app.vault });
    expect((await again.call('deliveries.list', {})).items).toHaveLength(20);
    expect(app.logged.filter(({ event }) => event === 'delivery.not-kept')).toEqual([]);
  });
});

describe('deliveries are found', () => {
  test('by line, verdict, time and text, in any combination', async () => {
    const app = await testApp();
    const [ink, other] = [await inkLine(app), await inkLine(app, 'Other')];
    await app.deliver(ink, text(1, 'Grüße aus Köln'));
    await app.deliver(other, text(2, 'grüße zurück'));
    await app.deliver(ink, { ...text(3, 'GRÜSSE'), headers: {} });
    const found = async (filter: Parameters<typeof app.call<'deliveries.list'>>[1]) =>
      (await app.call('deliveries.list', filter)).items.map(({ lineId, verdict }) => `${lineId === ink.id ? 'ink' : 'other'} ${verdict}`);
    expect(await found({ text: 'GRÜßE' })).toEqual(['other accepted', 'ink accepted']);
    expect(await found({ text: 'grüsse' })).toEqual(['ink rejected']);
    expect(await found({ lineId: ink.id })).toEqual(['ink rejected', 'ink accepted']);
    expect(await found({ lineId: ink.id, verdicts: ['accepted', 'duplicate'] })).toEqual(['ink accepted']);
    expect(await found({ verdicts: [] })).toEqual([]);
    expect(await found({ text: 'x-webhook-signature' })).toEqual(['other accepted', 'ink accepted']);
    const [middle] = (await app.call('deliveries.list', { lineId: other.id })).items;
    const at = middle?.receivedAt ?? '';
    expect(await found({ from: at, lineId: other.id })).toEqual(['other accepted']);
    expect(await found({ to: at, lineId: other.id })).toEqual([]);
    expect(await found({ from: '2000-01-01T00:00:00Z', to: '2001-01-01T00:00:00Z' })).toEqual([]);
  });

  test('from a bubble: the one it came from and all that repeated it', async () => {
    const app = await testApp();
    const line = await inkLine(app);
    for (const id of [1, 2, 1, 1]) await app.deliver(line, text(id));
    const conversation = (await app.call('conversations.list', {})).items[0];
    const { items } = await app.call('messages.list', { conversationId: conversation?.id ?? '' });
    const message = items.find(({ body }) => body === 'Text 1');
    const found = (await app.call('deliveries.list', { messageId: message?.id ?? '' })).items;
    expect(found.map(({ verdict }) => verdict)).toEqual(['duplicate', 'duplicate', 'accepted']);
    expect(found.at(-1)?.id).toBe(message?.deliveryId);
    const paged = await app.call('deliveries.list', { messageId: message?.id ?? '', limit: 2 });
    const rest = await app.call('deliveries.list', { messageId: message?.id ?? '', before: paged.nextBefore ?? '' });
    expect([...paged.items, ...rest.items]).toEqual(found);
  });

  test('from a bubble that came with an archive, whose deliveries do not know it', async () => {
    const app = await testApp();
    const line = await inkLine(app);
    for (const id of [1, 2]) await app.deliver(line, text(id));
    const { content } = await exported(app, { format: 'archive' });
    const other = await testApp();
    await imported(other, { fileId: await bring(other, content, 'a.texttray.jsonl') });
    const conversation = (await other.call('conversations.list', {})).items[0];
    const { items } = await other.call('messages.list', { conversationId: conversation?.id ?? '' });
    expect(items.map(({ body }) => body).sort()).toEqual(['Text 1', 'Text 2']);
    for (const { id, deliveryId } of items) {
      const found = await other.call('deliveries.list', { messageId: id });
      expect(found.items.map((delivery) => delivery.id)).toEqual([deliveryId]);
    }
  });
});

describe('rates', () => {
  test('count each verdict in 48 steps, of which the last ends now', async () => {
    const app = await testApp();
    const line = await inkLine(app);
    const other = await inkLine(app, 'Other');
    for (const id of [1, 1, 2]) await app.deliver(line, text(id));
    await app.deliver(other, { ...text(3), headers: {} });
    const before = Date.now();
    const { stepMs, steps } = await app.call('deliveries.rates', {});
    expect(stepMs).toBe(1_800_000);
    expect(steps).toHaveLength(48);
    const none = { accepted: 0, duplicate: 0, rejected: 0, 'not-understood': 0 };
    for (const { at: _at, ...counts } of steps.slice(0, -1)) expect(counts).toEqual(none);
    expect(steps.at(-1)).toMatchObject({ ...none, accepted: 2, duplicate: 1, rejected: 1 });
    const starts = steps.map(({ at }) => Date.parse(at));
    expect(new Set(starts.slice(1).map((start, index) => start - (starts[index] ?? 0)))).toEqual(new Set([stepMs]));
    const end = (starts.at(-1) ?? 0) + stepMs;
    expect(end).toBeGreaterThan(before);
    expect(end).toBeLessThanOrEqual(Date.now() + 1);
    const { steps: ofOther } = await app.call('deliveries.rates', { lineId: other.id, hours: 1 });
    expect(verdictSchema.options.map((verdict) => ofOther.at(-1)?.[verdict])).toEqual([0, 0, 1, 0]);
  });
});

describe('a masked header', () => {
  test('is revealed by its place, one at a time', async () => {
    const app = await testApp();
    const line = await inkLine(app);
    const signed = text(1);
    await app.deliver(line, signed);
    const shown = await newest(app);
    const header = shown.headers.findIndex(([name]) => name.toLowerCase() === 'x-webhook-signature');
    expect(shown.headers[header]?.[1]).toMatch(/^•+$/);
    expect(await app.call('deliveries.reveal', { id: shown.id, header })).toEqual({ value: signed.headers['x-webhook-signature'] });
    expect(await app.refusal('deliveries.reveal', { id: shown.id, header: shown.headers.length })).toMatchObject({ code: 'not-found' });
    expect(await app.refusal('deliveries.reveal', { id: 'd_none', header: 0 })).toMatchObject({ code: 'not-found' });
  });

  test('that carries the secret of a line where none belongs is not kept either, and is known to the doctor for a while', async () => {
    const app = await testApp();
    const credentials = { authHeader: 'Bearer opensesame' };
    const line = await app.call('lines.create', { provider: 'cloudspire', label: 'Spire', number: '+14045559999', credentials });
    const ink = await inkLine(app);
    const { body } = cloudSpire(undefined, { from, text: 'Hi' });
    const headers = { 'content-type': 'application/json', 'x-auth': 'opensesame', 'x-webhook-signature': secret, 'x-other': 'opensesam' };
    expect((await app.deliver(line, { body, headers })).status).toBe(401);
    expect((await app.deliver(ink, { body, headers })).status).toBe(401);
    const { items } = await app.call('deliveries.list', {});
    for (const { id } of items) {
      const shown = await app.call('deliveries.get', { id });
      const places = ['x-auth', 'x-webhook-signature'].map((name) => shown.headers.findIndex(([each]) => each === name));
      for (const header of places) {
        expect(shown.headers[header]?.[1]).toMatch(/^•+$/);
        expect(await app.refusal('deliveries.reveal', { id, header })).toMatchObject({ code: 'never-kept' });
      }
      expect(shown.headers).toContainEqual(['x-other', 'opensesam']);
    }
    const { findings } = await app.call('deliveries.diagnose', { id: items.find(({ lineId }) => lineId === line.id)?.id ?? '' });
    expect(findings).toMatchObject([{ mistakes: expect.arrayContaining(['header-other']), header: 'x-auth' }]);
  });

  test('that is compared as it is was never kept: not for a reveal, a search, a file, a log or the window', async () => {
    const app = await testApp();
    const credentials = { authHeader: 'Bearer opensesame' };
    const line = await app.call('lines.create', { provider: 'cloudspire', label: 'Spire', number: '+14045559999', credentials });
    for (const value of ['Bearer opensesame', 'Bearer 0pensesame', 'opensesame']) {
      const signed = cloudSpire(value, { from, text: 'Hi' });
      await app.deliver(line, { ...signed, headers: { ...signed.headers, cookie: 'session=opensesame', 'proxy-authorization': value } });
    }
    const { items } = await app.call('deliveries.list', {});
    expect(items.map(({ verdict }) => verdict)).toEqual(['rejected', 'rejected', 'accepted']);
    for (const { id } of items) {
      const { headers } = await app.call('deliveries.get', { id });
      const bare = headers.flatMap(([name], index) => (/authorization|cookie/i.test(name) ? [index] : []));
      expect(bare).toHaveLength(3);
      for (const header of bare) expect(await app.refusal('deliveries.reveal', { id, header })).toMatchObject({ code: 'never-kept' });
    }
    expect((await app.call('deliveries.list', { text: 'pensesame' })).items).toEqual([]);
    await app.close();
    const secretsIn = (where: string): boolean => /[o0]pensesame/.test(where);
    expect(secretsIn(JSON.stringify([app.events, app.logged]))).toBe(false);
    const store = join(app.dataFolder, 'store');
    for (const file of await readdir(store, { recursive: true, withFileTypes: true })) {
      if (file.isFile()) expect(secretsIn(await readFile(join(file.parentPath, file.name), 'utf8'))).toBe(false);
    }
  });
});
