/**
 * Tells which messages of a strand are stored already, or came before in the same strand. They come in the order of time,
 * so only what has the same second need be looked at.
 * @module
 */
import type { HistoricMessage } from '../../core/ports.ts';
import type { Message } from '../../domain/message.ts';
import { placeOf } from '../message-ids.ts';
import { isHistoric } from '../segment.ts';
import type { KnownLive } from './known-live.ts';
import { contentOf, isSameContent, isSameTime } from './same.ts';
import { momentOf } from './sequence.ts';
import type { HistoryView } from './view.ts';

export type Duplicates = {
  isKnown(message: HistoricMessage, moment: number): Promise<boolean>;
  /** From now on the message is known. */
  note(message: HistoricMessage, moment: number): void;
};

type Seen = { readonly moment: number; readonly providerId: string | undefined; readonly sourceId: string | undefined };
type Recent = Seen & { readonly message: Pick<Message, 'direction' | 'body' | 'media'> };

/** More messages of one second are looked up by what is in them, and only that is kept. */
const few = 8;

export function createDuplicates(conversationId: string, view: HistoryView, live: KnownLive): Duplicates {
  let second = Number.NaN;
  let seen: Recent[] = [];
  let byContent: Map<string, Seen[]> | undefined;
  let providerIds = new Set<string>();
  let sourceIds = new Set<string>();

  const remember = (entry: Recent): void => {
    if (entry.providerId !== undefined) providerIds.add(entry.providerId);
    if (entry.sourceId !== undefined) sourceIds.add(entry.sourceId);
    seen.push(entry);
    if (byContent === undefined && seen.length <= few) return;
    byContent ??= new Map();
    for (const { message, ...slim } of seen) {
      const content = contentOf(message);
      const others = byContent.get(content);
      if (others === undefined) byContent.set(content, [slim]);
      else others.push(slim);
    }
    seen = [];
  };
  const alike = (message: HistoricMessage): readonly Seen[] =>
    byContent?.get(contentOf(message)) ?? seen.filter((other) => isSameContent(other.message, message));
  const goTo = async (next: number): Promise<void> => {
    second = next;
    if (seen.length > 0) seen = [];
    byContent = undefined;
    if (providerIds.size > 0) providerIds = new Set();
    if (sourceIds.size > 0) sourceIds = new Set();
    for (const message of await view.inSecond(next)) {
      remember({ message, moment: momentOf(message.at), providerId: message.providerId, sourceId: undefined });
    }
  };
  const hasId = async (id: string): Promise<boolean> => {
    const place = placeOf(id);
    if (place?.conversationId !== conversationId) return false;
    return isHistoric(place.sequence) ? (await view.find(place.sequence)) !== undefined : live.hasId(id);
  };

  return {
    async isKnown(message, moment) {
      const { sourceId, providerId } = message;
      const own = Math.floor(moment / 1_000);
      if (own !== second) await goTo(own);
      if (sourceId !== undefined && (sourceIds.has(sourceId) || (await hasId(sourceId)))) return true;
      if (providerId !== undefined && providerIds.has(providerId)) return true;
      if (live.has(message, moment)) return true;
      return alike(message).some(
        (other) => isSameTime(other.moment, moment) && !differ(other.providerId, providerId) && !differ(other.sourceId, sourceId),
      );
    },
    note(message, moment) {
      remember({ message, moment, providerId: message.providerId, sourceId: message.sourceId });
    },
  };
}

/** Two that have keys of their own are two, however alike they are. */
function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
