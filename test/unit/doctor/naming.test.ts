/** What a finding names besides its mistakes. */
import { describe, expect, test } from 'vitest';
import { byKey, diagnose, evidenceOf, hmac, type Kind, kinds, parameters, path, url } from './cases.ts';

const [cloudVno, ink] = kinds as readonly [Kind, Kind];

const findingOf = async (evidence: Parameters<typeof diagnose>[0]) => (await diagnose(evidence)).findings[0];
const header = (name: string, value: string) => ({ signature: null, headers: [[name, value] as const] });
const seconds = Date.parse('2026-03-01T12:00:00.000Z') / 1_000;

describe('a finding names', () => {
  test('the URL that was signed', async () => {
    const signed = `https://gone.lhr.life${path}`;
    const evidence = evidenceOf(cloudVno, {
      formerBases: ['https://gone.lhr.life'],
      signature: hmac(cloudVno.secret, cloudVno.canonical(cloudVno.body, signed)).toString('hex'),
    });
    expect(await findingOf(evidence)).toEqual({
      mistakes: ['url-former'],
      side: 'here',
      url: signed,
      fix: { kind: 'accept-url', url: signed },
    });
  });

  test('the header that is missing, and no more', async () => {
    expect(await findingOf(evidenceOf(ink, { signature: null }))).toEqual({
      mistakes: ['header-missing'],
      side: 'provider',
      header: 'X-Webhook-Signature',
    });
  });

  test('the header in which the signature stood, as it was written', async () => {
    const evidence = evidenceOf(ink, header('x-SIGNATURE', `sha256=${hmac(ink.secret, ink.body).toString('hex')}`));
    expect(await findingOf(evidence)).toEqual({ mistakes: ['header-other'], side: 'provider', header: 'x-SIGNATURE' });
  });

  test('the service whose scheme it is', async () => {
    const github = evidenceOf(ink, header('X-Hub-Signature-256', `sha256=${hmac(ink.secret, ink.body).toString('hex')}`));
    expect(await findingOf(github)).toMatchObject({ scheme: 'GitHub', header: 'X-Hub-Signature-256' });
    const text = url + byKey(parameters).flat().join('');
    const twilio = evidenceOf(cloudVno, header('X-Twilio-Signature', hmac(cloudVno.secret, text, 'sha1').toString('base64')));
    expect(await findingOf(twilio)).toMatchObject({ scheme: 'Twilio', header: 'X-Twilio-Signature' });
  });

  test('the provider of this app whose scheme it is', async () => {
    const evidence = evidenceOf(ink, header('X-MAC-Signature', `sha256=${hmac(ink.secret, ink.body).toString('hex')}`));
    expect(await findingOf(evidence)).toMatchObject({
      mistakes: ['scheme-other'],
      provider: 'mobile-api-connect',
      header: 'X-MAC-Signature',
    });
  });

  test.each([
    ['in the past', -3_600, 3_600],
    ['in the future', 900, 900],
  ])('how far a time %s is away', async (_, offset, ageSeconds) => {
    const time = String(seconds + offset);
    const value = `t=${time},v1=${hmac(ink.secret, `${time}.${ink.body}`).toString('hex')}`;
    expect(await findingOf(evidenceOf(ink, header('Stripe-Signature', value)))).toEqual({
      mistakes: ['scheme-other', 'time-stale'],
      side: 'provider',
      scheme: 'Stripe',
      header: 'Stripe-Signature',
      ageSeconds,
    });
  });

  test('no age when the time is right', async () => {
    const time = String(seconds - 200);
    const value = `t=${time},v1=${hmac(ink.secret, `${time}.${ink.body}`).toString('hex')}`;
    const finding = await findingOf(evidenceOf(ink, header('Stripe-Signature', value)));
    expect(finding?.mistakes).toEqual(['scheme-other']);
    expect(finding).not.toHaveProperty('ageSeconds');
  });

  test('the likelier of two mistakes that sign the same bytes', async () => {
    // Unsorted and unescaped alike: nothing in these parameters is escaped, and there is one only.
    const body = Buffer.from('Body=hello');
    const evidence = evidenceOf(cloudVno, { body, signature: hmac(cloudVno.secret, 'Body=hello').toString('hex') });
    expect((await findingOf(evidence))?.mistakes).toEqual(['url-left-out']);
  });
});
