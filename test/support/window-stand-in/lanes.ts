/**
 * Lanes of the made-up core: the same rules as the real one's, over what it holds.
 * @module
 */
import type { ConversationBefore } from '../../../src/contract/methods/conversations.ts';
import type { Handlers } from '../../../src/contract/methods.ts';
import type { Conversation } from '../../../src/domain/conversation.ts';
import { compareInLane, isInLane } from '../../../src/domain/lane.ts';
import { ok } from '../../../src/domain/result.ts';
import type { Standing } from './state.ts';

type LaneHandlers = Pick<Handlers, 'conversations.list' | 'conversations.updateMany' | 'conversations.restore'>;

export function createLaneHandlers(standing: Standing): LaneHandlers {
  const { state } = standing;
  return {
    'conversations.list': async ({ lane = { kind: 'inbox' }, limit }) => {
      const items = [...state.conversations.values()].filter((conversation) => isInLane(conversation, lane, standing.context()));
      return ok({ items: items.sort(compareInLane(lane)).slice(0, limit), nextCursor: null });
    },
    'conversations.updateMany': async ({ of, changes: { addTags = [], removeTags = [], read, ...rest } }) => {
      const lane = 'lane' in of ? of.lane : undefined;
      const ids = 'ids' in of ? of.ids : [];
      const chosen = [...state.conversations.values()].filter((conversation) =>
        lane === undefined ? ids.includes(conversation.id) : isInLane(conversation, lane, standing.context()),
      );
      const before = chosen.map((conversation): ConversationBefore => {
        const { archived, pinned, muted, mutedUntil, blocked, known, tags, readUpTo } = conversation;
        const given: Partial<Conversation> = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
        const readTo = read === true ? conversation.lastSequence : conversation.lastSequence - 1;
        standing.change(conversation.id, {
          ...given,
          tags: [...new Set([...tags, ...addTags])].filter((tag) => !removeTags.includes(tag)),
          ...(read !== undefined && { readUpTo: readTo }),
        });
        return { id: conversation.id, flags: { archived, pinned, muted, mutedUntil, blocked, known, tags, readUpTo } };
      });
      return ok({ before });
    },
    'conversations.restore': async ({ before }) => {
      for (const { id, flags } of before) {
        standing.change(id, Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)));
      }
      return ok({});
    },
  };
}
