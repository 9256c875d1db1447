/**
 * Why a text cannot be sent as it was composed, before anything is stored.
 * @module
 */
import { type Answered, refuse } from '../contract/errors.ts';
import { canBeAnswered, peerKind } from '../domain/peer.ts';
import type { Provider } from './ports.ts';

type Composed = {
  /** Normalized address. */
  readonly peer: string;
  /** There is a conversation with this peer already. */
  readonly isKnownPeer: boolean;
  readonly body: string;
  readonly mediaUrls?: readonly string[] | undefined;
};

/** The first objection; `undefined` when the text can be sent. */
export function objectionTo(provider: Provider, composed: Composed): Answered<never> | undefined {
  if (provider.send === undefined) return refuse('receive-only');
  return objectionToPeer(composed) ?? objectionToContent(provider, composed);
}

function objectionToPeer({ peer, isKnownPeer }: Composed): Answered<never> | undefined {
  if (!canBeAnswered(peer)) {
    if (isKnownPeer) return refuse('peer-cannot-be-answered');
    return refuse('invalid-input', { fields: { to: 'Enter a phone number with its country code, or a short code.' } });
  }
  if (peerKind(peer) === 'short-code' && peer.length > 6 && !isKnownPeer) {
    return refuse('invalid-input', { fields: { to: 'Start the number with + and its country code.' } });
  }
  return undefined;
}

function objectionToContent({ info }: Provider, { body, mediaUrls = [] }: Composed): Answered<never> | undefined {
  if (body === '' && mediaUrls.length === 0) return refuse('message-empty', { fields: { body: 'Type a text.' } });
  if (mediaUrls.length > 0 && info.maxMedia === 0) return refuse('media-not-supported');
  if (mediaUrls.length > info.maxMedia) return refuse('too-many-media');
  if (info.maxLength !== undefined && body.length > info.maxLength) {
    return refuse('message-too-long', { fields: { body: `At most ${info.maxLength} characters; this has ${body.length}.` } });
  }
  return undefined;
}
