import { expect, test } from 'vitest';
import type { MethodOutput } from '../../../src/contract/methods.ts';
import { testApp } from '../../support/test-app.ts';

const secret = 'test_webhook_secret';

test('a composed sample is judged in a throwaway inbox, and nothing is kept of it', async () => {
  const app = await testApp();
  const line = await app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Ink',
    number: '+12025550100',
    credentials: { webhookSecret: secret },
  });
  const draft: MethodOutput<'deliveries.compose'> = await app.call('deliveries.compose', { lineId: line.id });
  const { results } = await app.call('deliveries.replay', { lineId: line.id, requests: draft.requests });
  expect(results).toMatchObject([{ status: 204, verdict: 'accepted' }]);
  expect((await app.call('deliveries.list', {})).items).toEqual([]);
  const real = await app.call('deliveries.replay', { lineId: line.id, requests: draft.requests, into: 'inbox' });
  expect(real.results).toMatchObject([{ status: 204, verdict: 'accepted', deliveryId: expect.stringMatching(/^d_/) }]);
});
