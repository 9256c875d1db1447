/**
 * What may have been signed: a body, in the canonical form of the provider or a mistaken one, with one of the URLs.
 * @module
 */
import type { MistakeCode } from '../contract/diagnosis.ts';
import type { Evidence, ProviderWire } from '../core/ports.ts';
import type { UrlWay } from './urls.ts';
import type { Message, Way } from './way.ts';

/** What is made of body and URL before it is signed. */
export type Form = {
  readonly mistakes: readonly MistakeCode[];
  /** Whether the URL is a part of it. */
  readonly coversUrl: boolean;
  of(body: Uint8Array, url: string): Uint8Array | undefined;
};

/** What programs sign by mistake when they have no body at hand. */
const insteadOfBody = ['', '{}', '[object Object]', 'undefined', 'null'];

export function rightForm({ coversUrl, canonical }: ProviderWire): Form {
  return { mistakes: [], coversUrl, of: fastForUrls(canonical) };
}

/** Each with one mistake, the provider's own known ones first. */
export function mistakenForms({ coversUrl, mistakes }: ProviderWire): Form[] {
  const instead = insteadOfBody.map(
    (text): Form => ({
      mistakes: ['body-left-out'],
      coversUrl,
      of: (_, url) => Buffer.from((coversUrl ? url : '') + text),
    }),
  );
  const added: Form[] = ['', '\n', '.', '|', ':'].map((between) => ({
    mistakes: ['url-added'],
    coversUrl: true,
    of: (body, url) => Buffer.concat([Buffer.from(url + between), body]),
  }));
  const known = mistakes.map(({ code, canonical }): Form => ({ mistakes: [code], coversUrl, of: fastForUrls(canonical) }));
  return [...known, ...(coversUrl ? [] : added), ...instead];
}

/**
 * Where the canonical form is the URL and then what is made of the body, the body is read once for all URLs: reading takes
 * longer than hashing.
 */
function fastForUrls(canonical: ProviderWire['canonical']): Form['of'] {
  let startsWithUrl: boolean | undefined;
  const rests = new WeakMap<Uint8Array, Uint8Array | 'none'>();
  return (body, url) => {
    startsWithUrl ??= isUrlAndRest(canonical, body);
    if (startsWithUrl !== true) return canonical(body, url);
    const rest = rests.get(body) ?? canonical(body, '') ?? 'none';
    rests.set(body, rest);
    return rest === 'none' ? undefined : Buffer.concat([Buffer.from(url), rest]);
  };
}

/** `undefined`: this body does not tell. */
function isUrlAndRest(canonical: ProviderWire['canonical'], body: Uint8Array): boolean | undefined {
  const probe = 'https://probe/';
  const [rest, whole] = [canonical(body, ''), canonical(body, probe)];
  return rest && whole && Buffer.concat([Buffer.from(probe), rest]).equals(whole);
}

/** Every message of a form, a body and URLs; mistakes of all three come together. */
export function* messagesOf(form: Form, body: Way<Uint8Array>, urls: Iterable<UrlWay>): Generator<Message> {
  for (const url of urls) {
    const value = form.of(body.value, url.value);
    if (value === undefined) continue;
    const named = form.coversUrl ? url : { mistakes: [], about: {} };
    yield { mistakes: [...named.mistakes, ...form.mistakes, ...body.mistakes], value, about: { ...named.about, ...body.about } };
    if (!form.coversUrl) return;
  }
}

/** The bodies of other deliveries: when the signature is right for one of them, the body was exchanged. */
export function* otherBodies({ deliveries, request }: Evidence): Generator<Way<Uint8Array>> {
  for (const { id, body } of deliveries) {
    if (Buffer.compare(body, request.body) === 0) continue;
    yield { mistakes: ['body-altered'], value: body, about: { deliveryId: id } };
  }
}
