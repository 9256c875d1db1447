import { expect, test } from 'vitest';
import { createUnmute } from '../../../../src/core/notify/unmute.ts';
import type { Conversation, ConversationFlags } from '../../../../src/domain/conversation.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { silentLogger } from '../../../support/silent-logger.ts';
import { aConversation } from '../../renderer/builders.ts';

const hour = 3_600_000;

/** Conversations in memory, in place of the log. */
function standing(...muted: readonly (readonly [id: string, hours: number | null])[]) {
  const clock = manualClock();
  const until = (hours: number | null) => (hours === null ? null : new Date(clock.now() + hours * hour).toISOString());
  const conversations = new Map<string, Conversation>(
    muted.map(([id, hours]) => [id, aConversation(id, 1, { muted: true, mutedUntil: until(hours) })]),
  );
  let fails = 0;
  const set = async (id: string, changes: Partial<ConversationFlags>) => {
    if (fails > 0) {
      fails -= 1;
      throw new Error('The disk is full.');
    }
    const conversation = { ...(conversations.get(id) ?? aConversation(id, 1)), ...changes };
    conversations.set(id, conversation);
    unmute.flagged(id, changes);
    return conversation;
  };
  const unmute = createUnmute({
    messages: { allConversations: () => conversations.values(), conversation: (id) => conversations.get(id) },
    setFlags: set,
    clock,
    logger: silentLogger,
  });
  const heard = () => [...conversations.values()].flatMap(({ id, muted: isMuted }) => (isMuted ? [] : [id]));
  return {
    clock,
    unmute,
    set,
    until,
    heard,
    failNext(count: number) {
      fails = count;
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('whoever is muted until a time is heard again then, each at theirs; whoever is muted for good is not', async () => {
  const { clock, unmute, heard } = standing(['short', 1], ['long', 30], ['always', null]);
  unmute.start();
  clock.advance(hour - 1);
  await settle();
  expect(heard()).toEqual([]);
  clock.advance(1);
  await settle();
  expect(heard()).toEqual(['short']);
  clock.advance(29 * hour);
  await settle();
  expect(heard()).toEqual(['short', 'long']);
  expect(clock.waiting()).toBe(0);
});

test('muting and unmuting in the meantime is followed', async () => {
  const { clock, unmute, set, until, heard } = standing(['one', 1]);
  unmute.start();
  await set('one', { muted: true, mutedUntil: until(8) });
  await set('two', { muted: true, mutedUntil: until(2) });
  clock.advance(2 * hour);
  await settle();
  expect(heard()).toEqual(['two']);
  await set('one', { muted: true, mutedUntil: null });
  clock.advance(100 * hour);
  await settle();
  expect(heard()).toEqual(['two']);
});

test('a time that passed while the computer slept or the app was closed counts', async () => {
  const closed = standing(['over', -5]);
  closed.unmute.start();
  await settle();
  expect(closed.heard()).toEqual(['over']);
});

test('what cannot be written is tried again', async () => {
  const { clock, unmute, heard, failNext } = standing(['one', 1]);
  unmute.start();
  failNext(2);
  clock.advance(hour);
  await settle();
  expect(heard()).toEqual([]);
  clock.advance(60_000);
  await settle();
  clock.advance(60_000);
  await settle();
  expect(heard()).toEqual(['one']);
});
