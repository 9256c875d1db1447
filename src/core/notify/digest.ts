/**
 * What came in quiet hours is told of in one notice when they are over: how many texts from how many people, of those
 * that nobody has read in the meantime.
 * @module
 */
import type { Notice } from '../../contract/state.ts';
import type { Words } from '../../contract/texts/words.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Message } from '../../domain/message.ts';
import { isolated, plainName } from '../../domain/plain.ts';
import { endOfQuiet } from '../../domain/quiet-hours.ts';
import type { NotificationContent, Settings } from '../../domain/settings.ts';
import type { Clock, MessageLog } from '../ports.ts';

export type Digest = {
  add(message: Message): void;
  /** The time to tell may have changed: the settings did, or the computer slept. */
  reconsider(): void;
  close(): void;
};

type Dependencies = {
  readonly clock: Clock;
  readonly messages: Pick<MessageLog, 'conversation'>;
  readonly settings: () => Settings;
  readonly nameOf: (address: string) => string;
  readonly contentOf: (conversation: Conversation) => NotificationContent;
  readonly words: () => Words['notices'];
  readonly announce: (notice: Notice) => void;
};

/** More are counted, but not told apart. */
const mostConversations = 1_000;
/** How many are named. */
const mostNames = 3;
/** Timers cannot be set for longer than about 24 days, and clocks are set anew. */
const longestWait = 12 * 3_600_000;

export function createDigest({ clock, messages, settings, nameOf, contentOf, words, announce }: Dependencies): Digest {
  /** The texts of each conversation, newest conversation last. */
  let quiet = new Map<string, Message[]>();
  let stop: (() => void) | undefined;

  const tell = (): void => {
    const told = quiet;
    quiet = new Map();
    if (!settings().notifications.enabled) return;
    const unread = [...told].flatMap(([id, texts]) => {
      const conversation = messages.conversation(id);
      if (conversation === undefined || conversation.blocked || conversation.muted) return [];
      const count = texts.filter(({ sequence }) => sequence > conversation.readUpTo).length;
      const newest = texts.at(-1);
      return count === 0 || newest === undefined ? [] : [{ conversation, count, newest }];
    });
    const last = unread.at(-1);
    if (last === undefined) return;
    const count = unread.reduce((sum, each) => sum + each.count, 0);
    const named = unread.filter(({ conversation }) => contentOf(conversation) !== 'nothing').toReversed();
    const names = named.slice(0, mostNames).map(({ conversation: { peer } }) => isolated(plainName(nameOf(peer), peer)));
    const { conversationId, id: messageId, lineId } = last.newest;
    announce({
      kind: 'notice',
      conversationId,
      messageId,
      lineId,
      title: words().quiet(count, unread.length),
      body: names.length === 0 ? words().quietHidden : words().quietNames(names, unread.length - names.length),
      canReply: false,
    });
  };

  const reconsider = (): void => {
    stop?.();
    stop = undefined;
    if (quiet.size === 0) return;
    const now = new Date(clock.now());
    const end = endOfQuiet(settings().quietHours, now);
    if (end !== undefined && end <= now) tell();
    else stop = clock.after(Math.min((end?.getTime() ?? Number.POSITIVE_INFINITY) - now.getTime(), longestWait), reconsider);
  };

  return {
    add(message) {
      const { conversationId } = message;
      if (!quiet.has(conversationId) && quiet.size >= mostConversations) return;
      const texts = quiet.get(conversationId) ?? [];
      quiet.delete(conversationId);
      quiet.set(conversationId, [...texts, message]);
      if (stop === undefined) reconsider();
    },
    reconsider,
    close: () => stop?.(),
  };
}
