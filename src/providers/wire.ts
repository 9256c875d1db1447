/**
 * What providers that sign their webhooks have in common, seen from the sender's side.
 * @module
 */
import type { ProviderWire } from '../core/ports.ts';
import { credential } from './credentials.ts';
import { hmacSha256Hex } from './hmac.ts';

type HmacWire = Pick<ProviderWire, 'header' | 'credential' | 'prefix' | 'canonical'>;

/** Makes the header of a provider that signs with the literal credential. */
export function signHmac({ header, credential: key, prefix, canonical }: HmacWire): ProviderWire['sign'] {
  return ({ body, url, credentials }) => {
    const secret = credential(credentials, key);
    const signed = canonical(body, url);
    return secret === undefined || signed === undefined ? undefined : [header, `${prefix}${hmacSha256Hex(secret, signed)}`];
  };
}

/** JSON as every sender writes it by default: UTF-8, no blanks. */
export function jsonBody(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

type Bodies = Pick<ProviderWire, 'header' | 'credential' | 'sample' | 'unknownEvent'>;

/** Of a provider that posts JSON with the time in it, signed as `sha256=<hex>` over the raw body; when it comes again is not documented. */
export function signedJsonWire({ header, credential: key, sample, unknownEvent }: Bodies): ProviderWire {
  const signed = { header, credential: key, prefix: 'sha256=' as const, canonical: (body: Uint8Array) => body };
  return {
    ...signed,
    contentType: 'application/json',
    scheme: 'hmac-sha256-hex',
    coversUrl: false,
    retries: {},
    sign: signHmac(signed),
    sample,
    carriesTime: true,
    unknownEvent,
    mistakes: [],
  };
}
