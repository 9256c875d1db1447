import { expect, test } from 'vitest';
import type { Notice } from '../../../../src/contract/state.ts';
import { usualSpeech } from '../../../../src/contract/texts/words.ts';
import { createDigest } from '../../../../src/core/notify/digest.ts';
import type { Conversation } from '../../../../src/domain/conversation.ts';
import { formatAddress } from '../../../../src/domain/peer.ts';
import { type NotificationContent, type Settings, settingsSchema } from '../../../../src/domain/settings.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { aConversation, aMessage } from '../../renderer/builders.ts';

const evening = new Date(2026, 2, 10, 23, 0).getTime();
const minute = 60_000;

function night(content: NotificationContent = 'name-and-text') {
  const clock = manualClock(evening);
  let settings: Settings = settingsSchema.parse({ quietHours: { enabled: true } });
  const conversations = new Map<string, Conversation>();
  const told: Notice[] = [];
  const digest = createDigest({
    clock,
    messages: { conversation: (id) => conversations.get(id) },
    settings: () => settings,
    nameOf: (address) => (address === '+12025550101' ? 'Anna' : formatAddress(address)),
    contentOf: () => content,
    words: () => usualSpeech.words.notices,
    announce: (notice) => told.push(notice),
  });
  let sequence = 0;
  return {
    clock,
    digest,
    told,
    /** A text that came at night. */
    text(peer: string) {
      const message = aMessage(sequence, { peer, conversationId: `c ${peer}` });
      sequence += 1;
      const known = conversations.get(message.conversationId) ?? aConversation(message.conversationId, message.sequence, { peer });
      conversations.set(known.id, { ...known, lastSequence: message.sequence, unread: known.unread + 1 });
      digest.add(message);
    },
    flag(peer: string, changes: Partial<Conversation>) {
      const known = conversations.get(`c ${peer}`);
      if (known) conversations.set(known.id, { ...known, ...changes });
    },
    set(changes: Partial<Settings>) {
      settings = { ...settings, ...changes };
      digest.reconsider();
    },
  };
}

const [anna, bob, carl, dora] = ['+12025550101', '+12025550102', '+12025550103', '+12025550104'];

test('when the night is over it is told how many texts came from how many people, once', () => {
  const { clock, text, told } = night();
  for (const peer of [anna, bob, anna, carl, anna]) text(peer);
  clock.advance(8 * 60 * minute - 1);
  expect(told).toEqual([]);
  clock.advance(1);
  expect(told).toMatchObject([
    {
      title: '5 texts from 3 people while it was quiet',
      body: '\u2068Anna\u2069, \u2068+1 202 555 0103\u2069, and \u2068+1 202 555 0102\u2069',
      conversationId: `c ${anna}`,
      canReply: false,
    },
  ]);
  clock.advance(24 * 60 * minute);
  expect(told).toHaveLength(1);
});

test('what was read in the meantime, and whoever was muted or blocked, is left out', () => {
  const { clock, text, flag, told } = night();
  for (const peer of [anna, bob, carl, dora, dora]) text(peer);
  flag(anna, { readUpTo: 0 });
  flag(bob, { muted: true });
  flag(carl, { blocked: true });
  flag(dora, { readUpTo: 3 });
  clock.advance(8 * 60 * minute);
  expect(told).toMatchObject([{ title: '1 text from 1 person while it was quiet', body: '\u2068+1 202 555 0104\u2069' }]);
});

test('nothing is told of what is all read', () => {
  const { clock, text, flag, told } = night();
  text(anna);
  flag(anna, { readUpTo: 9 });
  clock.advance(8 * 60 * minute);
  expect(told).toEqual([]);
});

test('names are not told where they are hidden, and of many only some', () => {
  const hidden = night('nothing');
  hidden.text(anna);
  hidden.clock.advance(8 * 60 * minute);
  expect(hidden.told[0]).toMatchObject({ title: '1 text from 1 person while it was quiet', body: 'They came in your quiet hours.' });
  const many = night();
  for (const peer of [anna, bob, carl, dora, '+12025550105']) many.text(peer);
  many.clock.advance(8 * 60 * minute);
  expect(many.told[0]?.body.endsWith(' and 2 others')).toBe(true);
});

test('quiet hours that are switched off, or end earlier, end at once', () => {
  const { clock, text, set, told } = night();
  text(anna);
  const { quietHours } = settingsSchema.parse({ quietHours: { enabled: true } });
  set({ quietHours: { ...quietHours, to: '23:30' } });
  clock.advance(30 * minute);
  expect(told).toHaveLength(1);
  text(bob);
  set({ quietHours: { ...quietHours, enabled: false } });
  expect(told).toHaveLength(2);
});
