import type { InboundText } from '../../core/ports.ts';
import { normalizeAddress } from '../../domain/peer.ts';
import type { Instant } from '../../domain/time.ts';

type Fields = {
  readonly sid: string | undefined;
  readonly from: string | undefined;
  readonly body: string;
  readonly mediaUrls: readonly string[];
  readonly providerAt?: Instant | undefined;
};

/**
 * A text to the line, delivered by webhook or found in the list: built in one place, because its key must be the same
 * both times, or it would be shown twice. `undefined` without an id or a sender.
 */
export function inboundText({ sid, from, body, mediaUrls, providerAt }: Fields): InboundText | undefined {
  const providerId = sid?.trim();
  const address = normalizeAddress(from ?? '');
  if (!providerId || address === '') return undefined;
  return { key: `sid:${providerId}`, providerId, from: address, body, mediaUrls, ...(providerAt !== undefined && { providerAt }) };
}
