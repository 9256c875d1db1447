import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpOutcome } from '../../../src/core/ports.ts';
import { providerNameSchema } from '../../../src/domain/line.ts';
import { provider } from '../../support/providers.ts';

const url = 'https://public.example.test/hooks/abcdefghijklmnopqrstuv';
const registered = providerNameSchema.options.filter((name) => provider(name).registration !== undefined);

const value = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>(url, null, '', 'whsec_0123456789abcdef0123', 'no_webhook_config', '__proto__'),
);
const fields = fc.dictionary(
  fc.oneof(fc.constantFrom('sms_url', 'data', 'error', 'code', 'message', 'issues', 'retry_after', 'secret'), fc.string()),
  fc.oneof(value, fc.dictionary(fc.constantFrom('sms_url', 'code', 'message', 'retry_after'), value)),
);
const body = fc.oneof(
  fc.string(),
  fc.json(),
  fields.map((each) => JSON.stringify(each, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}` : inner))),
);
const outcome: fc.Arbitrary<HttpOutcome> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('answer'), status: fc.integer({ min: 100, max: 599 }), headers: fc.constant({}), body }),
  },
  fc.record({ kind: fc.constantFrom('not-sent', 'ambiguous'), reason: fc.constant('The server refused the connection.') }),
);

test('the providers that can be told where to send texts are those with an API for it', () => {
  expect(registered).toEqual(['cloudvno', 'mobile-api-connect']);
});

describe.each(registered)('%s', (name) => {
  const { registration } = provider(name);

  test('whatever comes back, asking ends in a value or a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { minLength: 2, maxLength: 2 }), async (outcomes) => {
        const answers = [...outcomes];
        const http = () => Promise.resolve(answers.shift() ?? { kind: 'not-sent' as const, reason: 'No more answers.' });
        const context = { credentials: { apiKey: 'key', webhookSecret: 'whsec_x' }, http, number: '+14155551234' };
        const written = await registration?.write(url, context);
        const read = (await registration?.read?.(context)) ?? written;
        for (const result of [written, read]) if (result?.ok === false) expect(result.error).toMatch(/^[A-Z].*[.!?]$/s);
        if (read?.ok) expect(read.value === null || read.value === undefined || typeof read.value === 'string').toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
