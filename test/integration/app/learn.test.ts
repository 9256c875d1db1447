import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type ProviderName, providerNameSchema } from '../../../src/domain/line.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const secret = 'a-secret-of-22-letters';
const credentials: Readonly<Record<Exclude<ProviderName, 'practice'>, Record<string, string>>> = {
  cloudvno: { authToken: secret },
  'receivesms-ink': { webhookSecret: secret },
  'mobile-api-connect': { webhookSecret: secret },
  cloudspire: { authHeader: secret, secret: 's' },
};
const withKey = Object.keys(credentials) as (keyof typeof credentials)[];
const signing = withKey.filter((provider) => provider !== 'cloudspire');

function addLine(app: TestApp, provider: keyof typeof credentials) {
  return app.call('lines.create', { provider, label: 'Mine', number: '+12025550100', credentials: credentials[provider] });
}

describe('a lesson', () => {
  test.each(signing)("of %s signs its sample with the line's own secret, and tells it to nobody", async (provider) => {
    const app = await testApp();
    const line = await addLine(app, provider);
    const lesson = await app.call('deliveries.learn', { provider });
    expect(lesson).toMatchObject({ lineId: line.id, url: line.webhookUrl, method: 'POST', judged: { verdict: 'accepted', status: 204 } });
    const { canonical, digest, header, prefix, maskedSecret, coversUrl } = lesson.proof;
    expect(digest).toBe(
      createHmac('sha256', secret)
        .update(canonical ?? '')
        .digest('hex'),
    );
    expect(canonical).toBe(coversUrl ? `${line.webhookUrl}${lesson.payload}` : lesson.payload);
    expect(lesson.headers).toContainEqual([header, `${prefix}${digest}`]);
    expect(maskedSecret).toBe('a-••••••••rs');
    expect(JSON.stringify(lesson)).not.toContain(secret);
  });

  test.each(withKey)('of %s is what the receiver really says: its sample is accepted as it stands', async (provider) => {
    const app = await testApp();
    const line = await addLine(app, provider);
    const lesson = await app.call('deliveries.learn', { provider });
    // Where the secret itself is the header, the lesson shows dots.
    const headers = lesson.headers.map(([name, value]): [string, string] => [name, value.includes('•') ? secret : value]);
    const answer = await fetch(lesson.url, { method: lesson.method, headers, body: lesson.payload });
    expect(answer.status).toBe(lesson.judged.status);
    const { items } = await app.call('deliveries.list', { lineId: line.id });
    expect(items).toMatchObject([{ verdict: lesson.judged.verdict }]);
    const [conversation] = (await app.call('conversations.list', { lineId: line.id })).items;
    expect(conversation).toMatchObject({ peer: lesson.judged.text?.from, lastMessage: { body: lesson.judged.text?.body } });
  });

  test('of a provider with a static header shows no more of it than its ends', async () => {
    const app = await testApp();
    await addLine(app, 'cloudspire');
    const lesson = await app.call('deliveries.learn', { provider: 'cloudspire' });
    expect(lesson.headers).toContainEqual(['Authorization', 'a-••••••••rs']);
    expect(lesson.proof).toMatchObject({ scheme: 'static', canonical: null, digest: null, maskedSecret: 'a-••••••••rs' });
    expect(JSON.stringify(lesson)).not.toContain(secret);
  });

  test('shows nothing at all of a short secret', async () => {
    const app = await testApp();
    await app.call('lines.create', {
      provider: 'receivesms-ink',
      label: 'Mine',
      number: '+12025550100',
      credentials: { webhookSecret: 'short' },
    });
    const { proof } = await app.call('deliveries.learn', { provider: 'receivesms-ink' });
    expect(proof.maskedSecret).toBe('••••••••');
  });

  test.each(providerNameSchema.options.filter((name) => name !== 'practice'))('of %s needs no line', async (provider) => {
    const app = await testApp();
    const lesson = await app.call('deliveries.learn', { provider });
    expect(lesson).toMatchObject({ lineId: null, judged: { verdict: 'accepted' } });
    expect(lesson.judged.text).toMatchObject({ from: '+12025550143', media: 0 });
    const { items } = await app.call('deliveries.list', {});
    expect(items).toEqual([]);
  });

  test('of the practice line works with what that made for itself', async () => {
    const app = await testApp();
    const lesson = await app.call('deliveries.learn', { provider: 'practice' });
    expect(lesson.judged).toMatchObject({ verdict: 'accepted' });
  });

  test('is of the line that is named, and of none that was removed or is of another provider', async () => {
    const app = await testApp();
    await addLine(app, 'receivesms-ink');
    const second = await addLine(app, 'receivesms-ink');
    const other = await addLine(app, 'cloudvno');
    expect(await app.call('deliveries.learn', { provider: 'receivesms-ink', lineId: second.id })).toMatchObject({ lineId: second.id });
    expect(await app.refusal('deliveries.learn', { provider: 'receivesms-ink', lineId: other.id })).toMatchObject({
      code: 'line-not-found',
    });
    await app.call('lines.remove', { id: second.id });
    expect(await app.refusal('deliveries.learn', { provider: 'receivesms-ink', lineId: second.id })).toMatchObject({
      code: 'line-not-found',
    });
  });

  test('has no proof in it where the line has no secret', async () => {
    const app = await testApp();
    await app.call('lines.create', { provider: 'cloudspire', label: 'Open', number: '+12025550100', credentials: { secret: 's' } });
    const lesson = await app.call('deliveries.learn', { provider: 'cloudspire' });
    expect(lesson.proof.maskedSecret).toBeNull();
    expect(lesson.headers).toEqual([['Content-Type', 'application/json']]);
    expect(lesson.judged).toMatchObject({ verdict: 'accepted' });
  });
});
