/**
 * Makes of a request as it was edited the one that is sent: masked values filled in, the proof made anew.
 * @module
 */
import { type Answered, refuse } from '../../../contract/errors.ts';
import type { LabRequest } from '../../../contract/lab.ts';
import type { Delivery } from '../../../domain/delivery.ts';
import { ok } from '../../../domain/result.ts';
import type { Endpoint } from '../../line-book.ts';
import type { DeliveryLog } from '../../ports.ts';
import { type Headers, objectionToHeader, unmasked, withHeader } from './headers.ts';

export type Prepared = { readonly headers: Headers; readonly body: Uint8Array /** From the question mark on. */; readonly query: string };

type Dependencies = { readonly endpoint: Endpoint; readonly deliveries: Pick<DeliveryLog, 'get'> };

/** @param place which of the run's requests it is, to say where something is wrong */
export async function prepareRequest(
  request: LabRequest,
  place: number,
  { endpoint, deliveries }: Dependencies,
): Promise<Answered<Prepared>> {
  if (request.body.kind === 'base64' && !/^[A-Za-z0-9+/]*={0,2}$/.test(request.body.base64.replace(/\s/g, ''))) {
    const message = 'This is no Base64.';
    return refuse('invalid-input', { message, fields: { [`requests.${place}.body`]: message } });
  }
  const body = request.body.kind === 'text' ? Buffer.from(request.body.text, 'utf8') : Buffer.from(request.body.base64, 'base64');
  const captured = request.deliveryId === undefined ? undefined : await deliveries.get(request.deliveryId);
  const proof = request.sign === 'line' ? signed(body, endpoint) : ok(undefined);
  if (!proof.ok) return proof;
  const made = proof.value;
  // At the same places: what is wrong with a header is said by its place.
  const given = request.headers.map(([name, value]) => [name, made?.[0].toLowerCase() === name.toLowerCase() ? made[1] : value] as const);
  const full = unmasked(given, captured?.headers ?? [], (name) => ownValueOf(name, captured, endpoint));
  if ('unknown' in full) {
    const message = 'The value of this header is not kept. Type it, or take the header out.';
    return refuse('invalid-input', { message, fields: { [`requests.${place}.headers.${full.unknown}`]: message } });
  }
  for (const [index, header] of full.headers.entries()) {
    const message = objectionToHeader(header);
    if (message !== undefined) return refuse('invalid-input', { message, fields: { [`requests.${place}.headers.${index}`]: message } });
  }
  const headers = made === undefined ? full.headers : withHeader(full.headers, made);
  return ok({ headers, body, query: captured?.query ?? '' });
}

/** The header that proves the body, as the provider would send it now; `undefined`: this line asks for none. */
function signed(body: Uint8Array, { provider, credentials, urls: [url] }: Endpoint): Answered<readonly [string, string] | undefined> {
  if (credentials === undefined) return refuse('vault-unavailable');
  const { wire } = provider;
  const header = wire.sign({ body, url: url ?? '', credentials });
  if (header !== undefined || wire.scheme === 'static') return ok(header);
  if (!credentials[wire.credential]?.trim()) return refuse('lab-no-secret');
  return refuse('lab-not-signable');
}

/**
 * A secret that is compared as it is was never written down. Where the delivery was taken it was the line's own, so it
 * can be filled in; where it was not, nobody knows what it was.
 */
function ownValueOf(name: string, captured: Delivery | undefined, { line, provider, credentials }: Endpoint): string | undefined {
  const { wire } = provider;
  if (captured === undefined || captured.lineId !== line.id || captured.verdict === 'rejected') return undefined;
  if (wire.scheme !== 'static' || wire.header.toLowerCase() !== name) return undefined;
  return credentials?.[wire.credential]?.trim() || undefined;
}
