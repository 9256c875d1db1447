import { describe, expect, test } from 'vitest';
import { providerNameSchema } from '../../../src/domain/line.ts';
import { createProviderRegistry } from '../../../src/providers/registry.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { provider } from '../../support/providers.ts';

const enough = {
  cloudvno: { authToken: 'token' },
  'receivesms-ink': { webhookSecret: 'secret' },
  'mobile-api-connect': { webhookSecret: 'whsec_x' },
  cloudspire: {},
  practice: {},
} as const;

test('every provider name has its provider', () => {
  const registry = createProviderRegistry({ clock: manualClock(), random: { token: () => 't', fraction: () => 0 } });
  expect([...registry.keys()]).toEqual(providerNameSchema.options);
  for (const [name, { name: own, info }] of registry) expect([own, info.name]).toEqual([name, name]);
});

describe.each(providerNameSchema.options)('the form of %s', (name) => {
  const { checkCredentials, info, send } = provider(name);

  test('is complete with what it takes to receive', () => {
    expect(checkCredentials(enough[name])).toEqual({});
    const required = info.fields.filter((field) => field.required).map((field) => field.key);
    expect(required).toEqual(Object.keys(enough[name]));
    expect(Object.keys(checkCredentials({}))).toEqual(required);
    expect(Object.keys(checkCredentials(Object.fromEntries(required.map((key) => [key, ' ']))))).toEqual(required);
  });

  test('explains each field in whole sentences and shows no secret', () => {
    for (const field of info.fields) {
      expect(field.help).toMatch(/\.$/);
      expect(field.secret).toBe(field.key !== 'apiBaseUrl');
    }
    expect(info.webhookHelp).toMatch(/\.$/);
    expect(info.canSend).toBe(send !== undefined);
  });

  test.each([
    'https://api.example.test',
    'https://api.example.test:8443/base/',
    'http://127.0.0.1:8080',
    'http://localhost:1',
    'http://[::1]:1',
    '',
  ])('takes %s as API address', (apiBaseUrl) => {
    expect(checkCredentials({ ...enough[name], apiBaseUrl })).toEqual({});
  });

  test.each([
    'api.example.test',
    'http://api.example.test',
    'http://127.0.0.1.example.test',
    'http://192.168.1.5',
    'ftp://127.0.0.1',
    'https://user:password@api.example.test',
    'https://api.example.test?x',
    'https://api.example.test/#y',
    'https://',
    'javascript:alert(1)',
  ])('refuses %s as API address, beside the field', (apiBaseUrl) => {
    expect(checkCredentials({ ...enough[name], apiBaseUrl })).toEqual({ apiBaseUrl: expect.stringMatching(/\.$/) });
  });
});

test('a key that no header can hold is complained about', () => {
  for (const apiKey of ['a b', 'ä', 'a\nb']) {
    expect(provider('cloudvno').checkCredentials({ authToken: 't', apiKey })).toHaveProperty('apiKey');
    expect(provider('mobile-api-connect').checkCredentials({ webhookSecret: 't', apiKey })).toHaveProperty('apiKey');
  }
  expect(provider('cloudspire').checkCredentials({ authHeader: 'Bearer ä' })).toHaveProperty('authHeader');
});

describe('the number', () => {
  test.each([
    ['cloudvno', '+1 (415) 555-1234', '+14155551234'],
    ['cloudvno', '0044 20 7946 0000', '+442079460000'],
    ['cloudvno', '72345', '72345'],
    ['receivesms-ink', '+12025550100', '+12025550100'],
    ['mobile-api-connect', '911234500000', '+911234500000'],
    ['cloudspire', '14045559999', '+14045559999'],
    ['cloudspire', '+1-404-555-9999', '+14045559999'],
    ['practice', 'Practice 1', 'Practice 1'],
  ] as const)('%s takes %s as %s', (name, number, normalized) => {
    expect(provider(name).checkNumber(number)).toEqual({ ok: true, value: normalized });
  });

  test.each([
    ['cloudvno', '4155551234'],
    ['cloudvno', 'my number'],
    ['cloudvno', '+1234567890123456'],
    ['receivesms-ink', '+0123456789'],
    ['mobile-api-connect', 'phone'],
    ['cloudspire', '5559999'],
    ['practice', '  '],
  ] as const)('%s refuses %s with a sentence', (name, number) => {
    expect(provider(name).checkNumber(number)).toEqual({ ok: false, error: expect.stringMatching(/\.$/) });
  });
});
