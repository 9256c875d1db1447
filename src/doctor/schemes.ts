/**
 * How others sign webhooks: services whose examples people copy, and the other providers of this app.
 * @module
 */
import { createHash } from 'node:crypto';
import type { Evidence, ProviderRegistry } from '../core/ports.ts';
import { type About, bytesName, type Message, utf8 } from './way.ts';

/** Services by the header they sign in. Sources: their webhook documents. */
const services: Readonly<Record<string, string>> = {
  'x-twilio-signature': 'Twilio',
  'stripe-signature': 'Stripe',
  'x-slack-signature': 'Slack',
  'x-zm-signature': 'Zoom',
  'webhook-signature': 'Standard Webhooks',
  'svix-signature': 'Svix',
  'x-hub-signature-256': 'GitHub',
  'x-hub-signature': 'GitHub',
  'x-shopify-hmac-sha256': 'Shopify',
  'messagebird-signature': 'MessageBird',
  'x-plivo-signature-v2': 'Plivo',
  'x-plivo-signature-v3': 'Plivo',
  'x-sinch-webhook-signature': 'Sinch',
  'x-line-signature': 'LINE',
  'x-gitea-signature': 'Gitea',
  'x-wc-webhook-signature': 'WooCommerce',
  'linear-signature': 'Linear',
  'x-pagerduty-signature': 'PagerDuty',
};

/** Whose header this is, where that is known. */
export function ownerOf(header: string, { provider }: Evidence, providers: ProviderRegistry): About | undefined {
  const name = header.toLowerCase();
  const scheme = services[name];
  if (scheme !== undefined) return { scheme };
  const other = [...providers.values()].find((each) => each.name !== provider.name && each.wire.header.toLowerCase() === name);
  return other && other.wire.scheme !== 'static' ? { provider: other.name } : undefined;
}

/** A time further from the arrival than this is refused by those who sign one. */
const staleAfterSeconds = 5 * 60;
const mostStamps = 4;
const mostIds = 3;

/** What others would have signed of this request. */
export function* schemeMessages(evidence: Evidence, providers: ProviderRegistry, urls: readonly string[]): Generator<Message> {
  const { provider, request } = evidence;
  const { body } = request;
  for (const other of providers.values()) {
    if (other.name === provider.name || other.wire.scheme === 'static') continue;
    for (const url of urls) {
      const value = other.wire.canonical(body, url);
      const isRaw = value !== undefined && bytesName(value) === bytesName(body);
      // The body alone is what the line's own provider may have signed by mistake.
      if (value !== undefined && !(isRaw && provider.wire.scheme !== 'static'))
        yield { mistakes: ['scheme-other'], value, about: { provider: other.name } };
      if (!other.wire.coversUrl) break;
    }
  }
  for (const stamp of stampsOf(evidence)) yield* stamped(evidence, stamp, urls);
  yield* twilio(body, urls);
  for (const nonce of idsOf(evidence)) {
    for (const url of urls) {
      yield other('Plivo', Buffer.from(url + nonce));
      yield other('Plivo', Buffer.from(`${url}.${nonce}`));
      yield other('Plivo', Buffer.from(`${url}.${concatenated(body)}.${nonce}`));
    }
  }
}

function other(scheme: string, value: Uint8Array): Message {
  return { mistakes: ['scheme-other'], value, about: { scheme } };
}

/** HMAC-SHA1 of the URL and the sorted parameters, keys and values directly after one another. */
function* twilio(body: Uint8Array, urls: readonly string[]): Generator<Message> {
  for (const url of urls) {
    for (const value of new Set([url + concatenated(body), url])) yield { ...other('Twilio', Buffer.from(value)), algorithm: 'sha1' };
  }
}

function concatenated(body: Uint8Array): string {
  const text = utf8(body);
  if (text === undefined || !text.includes('=') || text.startsWith('{')) return '';
  const pairs = [...new URLSearchParams(text)].sort(([one], [another]) => (one < another ? -1 : one > another ? 1 : 0));
  return pairs.flat().join('');
}

type Stamp = { readonly written: string; readonly ageSeconds: number };

function* stamped({ request }: Evidence, { written, ageSeconds }: Stamp, urls: readonly string[]): Generator<Message> {
  const { body, method, path } = request;
  const around = (before: string, after = ''): Uint8Array => Buffer.concat([Buffer.from(before), body, Buffer.from(after)]);
  const isStale = Math.abs(ageSeconds) > staleAfterSeconds;
  const one = (scheme: string, value: Uint8Array): Message => ({
    mistakes: isStale ? ['scheme-other', 'time-stale'] : ['scheme-other'],
    value,
    about: { scheme, ageSeconds },
  });
  yield one('Stripe', around(`${written}.`));
  yield one('Slack', around(`v0:${written}:`));
  for (const id of idsOf({ request })) {
    yield one('Standard Webhooks', around(`${id}.${written}.`));
    yield one('Sinch', around('', `.${id}.${written}`));
  }
  yield one('timestamp and body', around(written));
  yield one('timestamp and body', around(`${written}:`));
  yield one('timestamp and body', around(`${written}\n`));
  yield one('body and timestamp', around('', written));
  yield one('body and timestamp', around('', `.${written}`));
  yield one('timestamp, method, path and body', around(`${written}${method}${path}`));
  const hash = createHash('sha256').update(body).digest();
  yield one('MessageBird', Buffer.concat([Buffer.from(`${written}\n${sortedQuery(request.query)}\n`), hash]));
  for (const url of urls.slice(0, 3)) {
    yield one('timestamp, URL and body', around(`${written}${url}`));
    yield one('timestamp, URL and body', around(`${written}.${url}.`));
  }
}

function sortedQuery(query = ''): string {
  const pairs = new URLSearchParams(query);
  pairs.sort();
  return pairs.toString();
}

/** Times that the headers name, as they were written there. */
function stampsOf({ request }: Evidence): Stamp[] {
  const written = request.headers.flatMap(([name, value]) => {
    const inside = [...value.matchAll(/(?:^|[,;\s])(?:t|ts|timestamp)=(\d{10,13})\b/g)].map(([, stamp]) => stamp ?? '');
    return /time|(?:^|-)ts$/i.test(name) && value.length <= 40 ? [...inside, value.trim()] : inside;
  });
  return [...new Set(written)].slice(0, mostStamps).flatMap((stamp) => {
    const at = millisecondsOf(stamp);
    return at === undefined ? [] : [{ written: stamp, ageSeconds: Math.round((Date.parse(request.arrivedAt) - at) / 1_000) }];
  });
}

function millisecondsOf(stamp: string): number | undefined {
  if (/^\d{10}$/.test(stamp)) return Number(stamp) * 1_000;
  if (/^\d{13}$/.test(stamp)) return Number(stamp);
  const parsed = /^\d{4}-\d\d-\d\dT/.test(stamp) || /GMT$/.test(stamp) ? Date.parse(stamp) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** Ids and nonces that are signed along. */
function idsOf({ request }: Pick<Evidence, 'request'>): string[] {
  return request.headers
    .filter(([name, value]) => /(?:^|-)(?:id|nonce)$/i.test(name) && value.length <= 200)
    .map(([, value]) => value.trim())
    .slice(0, mostIds);
}
