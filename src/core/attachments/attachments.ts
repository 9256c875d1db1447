/**
 * Attachments of inbound texts: fetched after a text was stored and acknowledged, kept beside it, gone with it. Whatever
 * happens to a download, the text is there and the receiver goes on.
 * @module
 */
import { type Answered, refuse } from '../../contract/errors.ts';
import type { Media, Message } from '../../domain/message.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Ground, Part } from '../ground.ts';
import { type ContactCards, type MediaFailure, type StoredMedia, StoreUnavailable } from '../ports.ts';
import { createTurns } from '../turns.ts';
import { readAttachedContacts } from './cards.ts';
import type { AttachmentsDocument } from './document.ts';
import { createDownloads, type Place } from './downloads.ts';
import { type OpenOutside, openAttachment } from './opening.ts';
import { createProgress } from './progress.ts';
import { saveAttachment } from './saving.ts';
import { sweep } from './sweep.ts';
import { isWaiting, newestSequence, waitingSince } from './waiting.ts';

const megabyte = 1024 * 1024;
/** What is fetched at most when the user asks for it, in bytes. */
const mostWhenAsked = 100 * megabyte;

type Dependencies = Pick<Ground, 'messages' | 'settings' | 'clock' | 'logger' | 'onChanged' | 'media' | 'files' | 'names'> & {
  readonly cards: ContactCards;
  readonly document: AttachmentsDocument;
  readonly openOutside: OpenOutside | undefined;
};

export type Attachments = Part<'media.retry' | 'media.contacts' | 'media.save' | 'media.open'> & {
  /** The message is not there any more: what it had goes too. */
  removed(message: Message): void;
};

export function createAttachments(dependencies: Dependencies): Attachments {
  const { messages, settings, clock, logger, onChanged, media, files, names, cards, document, openOutside } = dependencies;
  const turns = createTurns();
  const before = document.get();
  const progress = createProgress(document, before.upTo ?? newestSequence(messages));
  const closing = new AbortController();
  /** What the start has begun: nobody waits for it but the end. */
  let beginning: Promise<void> = Promise.resolve();
  let started = false;

  const onBug = (error: unknown): void => logger.error('attachments.bug', { error });

  /** Changes one attachment of a stored message; `undefined`: there is no such message or attachment any more. */
  const change = ({ messageId, index }: Place, make: (present: Media) => Media): Promise<Message | undefined> =>
    turns(messageId, async () => {
      const message = await messages.get(messageId);
      const present = message?.media?.[index];
      if (message?.media === undefined || present === undefined) return undefined;
      const changed = await messages.patch(messageId, { media: message.media.with(index, make(present)) });
      if (changed !== undefined) onChanged(changed);
      return changed;
    });

  const settle = async (place: Place, outcome: Result<StoredMedia, MediaFailure>): Promise<boolean> => {
    const file = outcome.ok ? outcome.value.file : undefined;
    try {
      const changed = await change(place, (present) => ({
        ...toldOf(present),
        ...(outcome.ok ? storedAs(outcome.value) : failedFor(outcome.error)),
      }));
      if (changed === undefined && file !== undefined) await media.remove(file);
      if (changed !== undefined) progress.changed(changed);
      return true;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      if (file !== undefined) await media.remove(file);
      return false;
    }
  };

  const downloads = createDownloads({ media, clock, settle, onBug });

  const enqueue = (message: Message, mostBytes = settings().media.mostMegabytes * megabyte): void => {
    for (const [index, { url, state }] of (message.media ?? []).entries()) {
      if (state === 'waiting' && url !== undefined) downloads.add({ messageId: message.id, index, url, mostBytes });
    }
  };
  /** By itself nothing is fetched of whom the user, or a rule, has blocked since the text was taken. */
  const fetchIfWanted = async (message: Message): Promise<void> => {
    if (messages.conversation(message.conversationId)?.blocked !== true) return enqueue(message);
    for (const [index, { state }] of (message.media ?? []).entries()) {
      if (state === 'waiting') await settle({ messageId: message.id, index }, failed({ reason: 'not-wanted', passing: false }));
    }
  };
  /** Before the start they only wait: what a crash left is looked through first. */
  const takeUp = async (message: Message): Promise<void> => {
    if (!started) return;
    progress.seen(message);
    await fetchIfWanted(message);
  };

  const attachmentAt = async ({ messageId, index }: Place): Promise<Media | undefined> => (await messages.get(messageId))?.media?.[index];

  const retry = async (place: Place): Promise<Answered<Message>> => {
    const message = await messages.get(place.messageId);
    const present = message?.media?.[place.index];
    if (message === undefined || present?.url === undefined) return refuse('not-found');
    const isHere = present.file !== undefined && (await media.open(present.file)) !== undefined;
    if (isHere || message.direction === 'outbound') return ok(message);
    const changed = await change(place, (attachment) => ({ ...toldOf(attachment), state: 'waiting' }));
    if (changed === undefined) return refuse('not-found');
    await progress.again(changed);
    enqueue(changed, mostWhenAsked);
    return ok(changed);
  };

  const goOn = async (): Promise<void> => {
    for (const id of before.again) {
      const message = await messages.get(id);
      if (message === undefined || !isWaiting(message)) progress.removed(id);
      else enqueue(message, mostWhenAsked);
    }
    const newest = newestSequence(messages);
    for await (const message of waitingSince(messages, before.upTo ?? newest)) {
      if (closing.signal.aborted) return;
      progress.found(message);
      await fetchIfWanted(message);
    }
    progress.complete(newest);
  };

  const begin = async (): Promise<void> => {
    const stored = await media.list().catch((error: unknown) => {
      logger.warn('attachments.folder-unreadable', { error });
      return [];
    });
    started = true;
    await goOn();
    if (closing.signal.aborted) return;
    await progress.remember(false);
    if (before.closed) return;
    const removed = await sweep(messages, media, stored, closing.signal);
    if (removed > 0) logger.info('attachments.swept', { removed });
  };

  return {
    handlers: {
      'media.retry': retry,
      'media.contacts': async (place) => {
        const { file } = (await attachmentAt(place)) ?? {};
        const content = file === undefined ? undefined : await media.open(file);
        if (content?.type !== 'text/vcard') return refuse('media-gone');
        return ok(await readAttachedContacts(content, cards, names.region()));
      },
      'media.save': async (place) => saveAttachment(await attachmentAt(place), { media, files, logger }),
      'media.open': async (place) => openAttachment(await attachmentAt(place), media, openOutside),
    },
    followUps: [{ name: 'attachments', run: takeUp }],
    start() {
      beginning = begin().catch(onBug);
    },
    resumed: () => downloads.hurry(),
    removed(message) {
      downloads.cancel(message.id);
      progress.removed(message.id);
      for (const { file } of message.media ?? []) {
        if (file !== undefined) media.remove(file).catch((error: unknown) => logger.warn('attachments.not-removed', { error }));
      }
    },
    async close() {
      closing.abort();
      await downloads.close();
      await beginning;
      if (started) await progress.remember(true);
    },
  };
}

/** What was told of an attachment before it was fetched. */
function toldOf({ url, name }: Media): Media {
  return { ...(url !== undefined && { url }), ...(name !== undefined && { name }) };
}

function storedAs(stored: StoredMedia): Media {
  return { ...stored, state: 'stored' };
}

function failedFor({ reason, bytes }: MediaFailure): Media {
  return { state: 'failed', reason, ...(bytes !== undefined && { bytes }) };
}
