/**
 * How others sign webhooks: services whose examples people copy, and the other providers of this app.
 * @module
 */
import { createHash } from 'node:crypto';
import type { MistakeCode } from '../contract/diagnosis.ts';
import type { Evidence, ProviderRegistry } from '../core/ports.ts';
import { rightForm } from './messages.ts';
import { type About, type Message, utf8, type Way } from './way.ts';

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

export type Schemes = {
  /** What others would have signed of this request, where that is not the URL. */
  withoutUrl(): Generator<Message>;
  withUrls(urls: readonly Way<string>[]): Generator<Message>;
};

export function createSchemes(evidence: Evidence, providers: ProviderRegistry): Schemes {
  const { provider, request } = evidence;
  const { body } = request;
  const signing = [...providers.values()].filter(({ name, wire }) => name !== provider.name && wire.scheme !== 'static');
  const forms = signing.map(({ name, wire }) => ({ about: { provider: name }, form: rightForm(wire) }));
  const stamps = stampsOf(evidence);
  const ids = idsOf(evidence);
  const joined = concatenated(body);

  return {
    *withoutUrl() {
      for (const { about, form } of forms) {
        const value = form.coversUrl ? undefined : form.of(body, '');
        // The body alone is what the line's own provider may have signed by mistake.
        const isOwn = provider.wire.scheme !== 'static' && value !== undefined && Buffer.compare(value, body) === 0;
        if (value !== undefined && !isOwn) yield { mistakes: ['scheme-other'], value, about };
      }
      for (const stamp of stamps) yield* stamped(evidence, stamp, ids);
    },
    *withUrls(urls) {
      for (const url of urls) {
        for (const message of signedWith(url.value)) {
          yield { ...message, mistakes: [...url.mistakes, ...message.mistakes], about: { ...url.about, ...message.about } };
        }
      }
    },
  };

  function* signedWith(url: string): Generator<Message> {
    const one = (scheme: string, text: string): Message => ({ mistakes: ['scheme-other'], value: Buffer.from(text), about: { scheme } });
    for (const { about, form } of forms) {
      const value = form.coversUrl ? form.of(body, url) : undefined;
      if (value !== undefined) yield { mistakes: ['scheme-other'], value, about };
    }
    // HMAC-SHA1 of the URL and the sorted parameters, keys and values directly after one another.
    for (const text of new Set([url + joined, url])) yield { ...one('Twilio', text), algorithm: 'sha1' };
    for (const nonce of ids) for (const text of [url + nonce, `${url}.${nonce}`, `${url}.${joined}.${nonce}`]) yield one('Plivo', text);
    for (const { written, ageSeconds } of stamps) {
      for (const before of [`${written}${url}`, `${written}.${url}.`]) {
        const value = Buffer.concat([Buffer.from(before), body]);
        yield { mistakes: ['scheme-other', ...lateness(ageSeconds)], value, about: aged(ageSeconds) };
      }
    }
  }
}

function concatenated(body: Uint8Array): string {
  const text = utf8(body);
  if (text === undefined || !text.includes('=') || text.startsWith('{')) return '';
  const pairs = [...new URLSearchParams(text)].sort(([one], [another]) => (one < another ? -1 : one > another ? 1 : 0));
  return pairs.flat().join('');
}

type Stamp = { readonly written: string; readonly ageSeconds: number };

/** Only a time that is too far away is told. */
function aged(ageSeconds: number): About {
  return lateness(ageSeconds).length > 0 ? { ageSeconds: Math.abs(ageSeconds) } : {};
}

function lateness(ageSeconds: number): readonly MistakeCode[] {
  return Math.abs(ageSeconds) > staleAfterSeconds ? ['time-stale'] : [];
}

function* stamped({ request }: Evidence, { written, ageSeconds }: Stamp, ids: readonly string[]): Generator<Message> {
  const { body, method, path } = request;
  const around = (before: string, after = ''): Uint8Array => Buffer.concat([Buffer.from(before), body, Buffer.from(after)]);
  const unnamed = (value: Uint8Array): Message => ({ mistakes: ['scheme-other', ...lateness(ageSeconds)], value, about: aged(ageSeconds) });
  const one = (scheme: string, value: Uint8Array): Message => ({ ...unnamed(value), about: { ...aged(ageSeconds), scheme } });
  yield one('Stripe', around(`${written}.`));
  yield one('Slack', around(`v0:${written}:`));
  for (const id of ids) {
    yield one('Standard Webhooks', around(`${id}.${written}.`));
    yield one('Sinch', around('', `.${id}.${written}`));
  }
  for (const before of [written, `${written}:`, `${written}\n`]) yield unnamed(around(before));
  for (const after of [written, `.${written}`]) yield unnamed(around('', after));
  yield unnamed(around(`${written}${method}${path}`));
  const hash = createHash('sha256').update(body).digest();
  yield one('MessageBird', Buffer.concat([Buffer.from(`${written}\n${sortedQuery(request.query)}\n`), hash]));
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
