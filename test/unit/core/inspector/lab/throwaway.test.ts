import { expect, test } from 'vitest';
import { systemRandom } from '../../../../../src/app/system.ts';
import { createThrowaway } from '../../../../../src/core/inspector/lab/throwaway.ts';
import { createLabVisits } from '../../../../../src/core/inspector/lab/visits.ts';
import type { Endpoint } from '../../../../../src/core/line-book.ts';
import { outboundKey } from '../../../../../src/core/status-reports.ts';
import type { Message } from '../../../../../src/domain/message.ts';
import { manualClock } from '../../../../support/manual-clock.ts';
import { provider } from '../../../../support/providers.ts';
import { silentLogger } from '../../../../support/silent-logger.ts';
import { webhookRequest } from '../../../../support/webhook-request.ts';

const sent: Message = {
  id: 'm_1',
  sequence: 1,
  lineId: 'l_1',
  conversationId: 'c_1',
  peer: '+12025550188',
  direction: 'outbound',
  body: 'Hello',
  at: '2026-03-01T11:00:00.000Z',
  status: 'sent',
  providerId: 'known',
};

test('a report about a text of ours is understood, and leaves the text as it was', async () => {
  const practice = provider('practice');
  const path = '/hooks/abcdefghijklmnopqrstuv';
  const line: Endpoint['line'] = {
    id: 'l_1',
    provider: 'practice',
    label: 'Practice',
    number: '+12025550123',
    webhookPath: path,
    publicUrls: [],
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  const credentials = { secret: 'practice secret' };
  const visits = createLabVisits({ random: systemRandom });
  const bench = createThrowaway(
    { line, provider: practice, credentials, urls: [`http://127.0.0.1:7777${path}`] },
    {
      visits,
      // All there is: it can look, and nothing else.
      messages: { idOf: (key) => (key === outboundKey('l_1', 'known') ? sent.id : undefined), get: async () => sent },
      clock: manualClock(),
      logger: silentLogger,
    },
  );
  const report = async (id: string) => {
    const body = Buffer.from(JSON.stringify({ event: 'practice.status', id, status: 'delivered' }));
    const proof = practice.wire.sign({ body, url: '', credentials });
    const visit = visits.expect(path);
    const own = visits.admit({ ...webhookRequest(body), headers: [...(proof ? [proof] : []), visit.header] });
    if (own === undefined) throw new Error('It was not admitted.');
    const { status } = await bench.receive(own);
    return [status, visit.judgement()?.verdict, visit.judgement()?.reason];
  };
  expect(await report('known')).toEqual([204, 'accepted', undefined]);
  expect(await report('unknown')).toEqual([204, 'not-understood', 'message-unknown']);
  expect(sent.status).toBe('sent');
});
