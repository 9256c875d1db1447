/** The doctor against JSON that was written and signed by Python itself. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDoctor } from '../../../src/doctor/doctor.ts';
import { createProviderRegistry } from '../../../src/providers/registry.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { pythonInstalled, runPython } from '../../support/python.ts';
import { webhookRequest } from '../../support/webhook-request.ts';

const secret = 'a-secret-that-only-two-know';
const bodies = [
  {
    event: 'sms.received',
    version: '1',
    data: { messageId: 17, from: '+14155551234', to: '+12025550100', body: 'Grüße 😀 "x" \\ / <b>\n', receivedAt: 'now' },
  },
  { b: [1, 2.5, null, true, [], {}], a: { z: '', y: 'é' } },
].map((body) => JSON.stringify(body));

const expected: Readonly<Record<string, readonly string[]>> = {
  usual: ['json-escapes', 'json-spacing'],
  letters: ['json-spacing'],
  compact: ['json-escapes'],
  sorted: ['json-escapes', 'json-key-order', 'json-spacing'],
  indented: ['json-spacing'],
  wide: ['json-escapes', 'json-key-order', 'json-spacing'],
  'plain-sorted': ['json-key-order'],
};

const answerSchema = z.array(z.object({ body: z.string(), style: z.string(), text: z.string(), digest: z.string() }));

describe.skipIf(!pythonInstalled)('JSON that Python wrote and signed, and something else wrote anew', () => {
  const script = fileURLToPath(new URL('../../fixtures/doctor/json_dumps.py', import.meta.url));
  const signed = pythonInstalled ? answerSchema.parse(JSON.parse(runPython(script, JSON.stringify({ secret, bodies })))) : [];
  const providers = createProviderRegistry({ clock: manualClock(), random: { token: (bytes) => 'r'.repeat(bytes), fraction: () => 0.5 } });
  const doctor = createDoctor({ clock: manualClock(), providers });

  test.each(signed)('$style: $text', async ({ body, style, digest }) => {
    const provider = providers.get('receivesms-ink');
    if (provider === undefined) throw new Error('There is no such provider.');
    const { diagnosis } = await doctor.diagnose({
      request: webhookRequest(body, { 'X-Webhook-Signature': `sha256=${digest}` }),
      provider,
      credentials: { webhookSecret: secret },
      number: '+12025550100',
      webhookPath: '/hooks/abcdefghijklmnopqrstuv',
      urls: [],
      formerBases: [],
      others: [],
      deliveries: [],
    });
    expect(diagnosis.outcome).toBe('explained');
    expect(diagnosis.findings[0]?.mistakes.toSorted()).toEqual(expected[style]);
  });
});
