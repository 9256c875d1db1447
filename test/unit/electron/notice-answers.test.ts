import { expect, test } from 'vitest';
import { createNoticeAnswers } from '../../../electron/notice-answers.ts';
import { refuse } from '../../../src/contract/errors.ts';
import type { Conversation } from '../../../src/domain/conversation.ts';
import type { Message } from '../../../src/domain/message.ts';
import { ok } from '../../../src/domain/result.ts';
import { eventually } from '../../support/eventually.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import { aConversation } from './builders.ts';

const message: Message = {
  id: 'm_1',
  sequence: 1,
  lineId: 'l_1',
  conversationId: 'c_1',
  peer: '+14155551234',
  direction: 'inbound',
  body: 'Hello?',
  at: '2026-03-01T12:00:00.000Z',
  status: 'received',
};

/** A conversation nobody can be answered in, with a draft. */
function scene(draft: string) {
  let conversation: Conversation = aConversation({ draft });
  const opened: (string | undefined)[] = [];
  const answers = createNoticeAnswers({
    handlers: {
      'messages.get': async () => ok(message),
      'messages.send': async () => refuse('opted-out'),
      'conversations.get': async () => ok(conversation),
      'conversations.update': async ({ draft: written = conversation.draft }) => {
        conversation = { ...conversation, draft: written };
        return ok(conversation);
      },
      'conversations.markRead': async () => ok(conversation),
    },
    open: (id) => opened.push(id),
    copyCode: () => undefined,
    logger: silentLogger,
  });
  return { answers, opened, draft: () => conversation.draft };
}

test('an answer that cannot be sent waits in the composer, after what was being written there', async () => {
  const { answers, opened, draft } = scene('Half a sent');
  answers.reply('m_1', 'On my way');
  await eventually('the conversation is shown', () => opened.length === 1);
  expect(draft()).toBe('Half a sent\nOn my way');
  answers.reply('m_1', 'On my way');
  await eventually('it is shown again', () => opened.length === 2);
  expect(draft()).toBe('Half a sent\nOn my way');
});

test('an answer that cannot be sent waits alone where nothing was being written', async () => {
  const { answers, opened, draft } = scene('');
  answers.reply('m_1', 'On my way');
  await eventually('the conversation is shown', () => opened.includes('c_1'));
  expect(draft()).toBe('On my way');
});
