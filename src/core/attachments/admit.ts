/**
 * Decides for the attachments of a new text whether they are fetched by themselves. It is decided before the text is
 * stored, so that it says from its first moment on what becomes of them.
 * @module
 */
import type { Media } from '../../domain/message.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Lists } from '../lists.ts';
import type { MessageLog } from '../ports.ts';

export type AdmitMedia = (lineId: string, peer: string, urls: readonly string[]) => Media[];

/** More than this in one text is no picture message; the rest is fetched when the user asks. */
const mostInOneText = 20;

type Dependencies = {
  readonly messages: Pick<MessageLog, 'conversation' | 'conversationId'>;
  readonly lists: Pick<Lists, 'contactOf'>;
  readonly settings: () => Settings;
};

export function createAdmitMedia({ messages, lists, settings }: Dependencies): AdmitMedia {
  const isWanted = (lineId: string, peer: string): boolean => {
    const { download } = settings().media;
    const conversation = messages.conversation(messages.conversationId(lineId, peer));
    if (download === 'never' || conversation?.blocked === true) return false;
    return download === 'always' || conversation?.known === true || lists.contactOf(peer) !== undefined;
  };
  return (lineId, peer, urls) => {
    const wanted = urls.length > 0 && isWanted(lineId, peer);
    return urls.map((url, index) =>
      wanted && index < mostInOneText ? { url, state: 'waiting' } : { url, state: 'failed', reason: 'not-wanted' },
    );
  };
}
