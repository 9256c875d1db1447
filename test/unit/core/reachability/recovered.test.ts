import { expect, test } from 'vitest';
import { en } from '../../../../src/contract/texts/en.ts';
import { recoveredNotice } from '../../../../src/core/reachability/recovered.ts';
import { lineSchema } from '../../../../src/domain/line.ts';
import type { Message } from '../../../../src/domain/message.ts';

const at = '2026-03-01T15:30:00.000Z';
const line = lineSchema.parse({
  id: 'l1',
  provider: 'cloudvno',
  label: 'Secret project',
  number: '+12125559876',
  webhookPath: `/hooks/${'a'.repeat(22)}`,
  publicUrls: [],
  createdAt: at,
});
const message: Message = {
  id: 'm1',
  sequence: 1,
  lineId: 'l1',
  conversationId: 'c1',
  peer: '+14155551234',
  direction: 'inbound',
  body: 'Hello',
  at,
  status: 'received',
};

test('what was recovered is told with its line, unless nothing is to be shown', () => {
  const words = en.notices;
  expect(recoveredNotice(line, [message], words, 'name-only')?.body).toContain('Secret project');
  expect(JSON.stringify(recoveredNotice(line, [message], words, 'nothing'))).not.toContain('Secret project');
  expect(recoveredNotice(line, [], words, 'name-and-text')).toBeUndefined();
});
