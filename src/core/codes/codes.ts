/**
 * The contract's `codes.*`: finding the latest one-time code, and copying one.
 * @module
 */
import { refuse } from '../../contract/errors.ts';
import type { LatestCode } from '../../contract/methods/codes.ts';
import { findCode } from '../../domain/code.ts';
import type { Message } from '../../domain/message.ts';
import { ok } from '../../domain/result.ts';
import { createSetFlags } from '../conversation-flags.ts';
import type { Ground, Part } from '../ground.ts';
import type { HostClipboard } from '../ports.ts';
import { createCodeClipboard } from './clipboard.ts';

type Dependencies = Pick<Ground, 'messages' | 'settings' | 'announcer' | 'clock' | 'logger'> & {
  /** `undefined`: the host has none. */
  readonly clipboard: HostClipboard | undefined;
};

/** How many conversations are looked through for the latest code, and how many texts of each. */
const mostConversations = 50;
const mostTexts = 20;

export function createCodes({
  messages,
  settings,
  announcer,
  clock,
  logger,
  clipboard,
}: Dependencies): Part<'codes.latest' | 'codes.copy' | 'codes.keep'> {
  const flag = createSetFlags({ messages, announcer });
  const held =
    clipboard && createCodeClipboard({ clipboard, clearAfterSeconds: () => settings().codes.clearClipboardSeconds, clock, logger });

  const latestOf = async (conversationId: string, since: number): Promise<LatestCode | undefined> => {
    const page = await messages.page({ conversationId, limit: mostTexts });
    for (const { id, peer, at, direction, body } of (page?.items ?? []).toReversed()) {
      if (Date.parse(at) < since) return undefined;
      const found = direction === 'inbound' ? findCode(body) : undefined;
      if (found === undefined) continue;
      return { messageId: id, conversationId, code: found.code, peer, at, ...(found.domain !== undefined && { domain: found.domain }) };
    }
    return undefined;
  };

  /** Conversations come newest first, so the first code is nearly always the latest; texts behind it may hide a later one. */
  const latest = async (): Promise<LatestCode | undefined> => {
    const since = clock.now() - settings().codes.keepHours * 3_600_000;
    let best: LatestCode | undefined;
    let looked = 0;
    for (const { id, blocked, lastMessage } of messages.allConversations()) {
      if (blocked || lastMessage === null) continue;
      looked += 1;
      const isOver = Date.parse(lastMessage.at) < since || (best !== undefined && lastMessage.at <= best.at);
      if (isOver || looked > mostConversations) break;
      const code = await latestOf(id, since);
      if (code !== undefined && (best === undefined || code.at > best.at)) best = code;
    }
    return best;
  };

  /** Whoever copied a code has seen its text, if it is the only one that was not read. */
  const markRead = async ({ id, conversationId }: Message): Promise<void> => {
    const conversation = messages.conversation(conversationId);
    if (conversation?.unread !== 1 || conversation.lastMessage?.id !== id) return;
    await flag(conversationId, { readUpTo: conversation.lastSequence });
  };

  return {
    handlers: {
      'codes.latest': async () => ok({ code: (await latest()) ?? null }),
      'codes.copy': async ({ messageId }) => {
        const message = await messages.get(messageId);
        const code = message?.direction === 'inbound' ? findCode(message.body)?.code : undefined;
        if (message === undefined || code === undefined) return refuse('not-found');
        const clearsAt = (await held?.copy(code)) ?? null;
        // The clipboard has it: a store that cannot write must not make that a failure.
        await markRead(message).catch((error: unknown) => logger.warn('codes.not-marked', { messageId, error }));
        return ok({ code, copied: held !== undefined, clearsAt: clearsAt === null ? null : new Date(clearsAt).toISOString() });
      },
      'codes.keep': async () => {
        held?.keep();
        return ok({});
      },
    },
    close: () => held?.close(),
  };
}
