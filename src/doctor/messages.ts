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

/** Remembers what follows the URL where that is all there is to it: reading a body again for each URL would take long. */
function fastForUrls(canonical: ProviderWire['canonical']): Form['of'] {
  const rests = new WeakMap<Uint8Array, Uint8Array | 'none' | 'mixed'>();
  const restOf = (body: Uint8Array): Uint8Array | 'none' | 'mixed' => {
    const rest = canonical(body, '');
    const probe = canonical(body, 'https://x/');
    if (rest === undefined || probe === undefined) return 'none';
    return Buffer.concat([Buffer.from('https://x/'), rest]).equals(probe) ? rest : 'mixed';
  };
  return (body, url) => {
    const rest = rests.get(body) ?? restOf(body);
    rests.set(body, rest);
    if (rest === 'none') return undefined;
    return rest === 'mixed' ? canonical(body, url) : Buffer.concat([Buffer.from(url), rest]);
  };
}

/** Every message of a form, a body and URLs; mistakes of all three come together. */
export function* messagesOf(form: Form, body: Way<Uint8Array>, urls: readonly UrlWay[]): Generator<Message> {
  for (const url of form.coversUrl ? urls : urls.slice(0, 1)) {
    const value = form.of(body.value, url.value);
    if (value === undefined) continue;
    const named = form.coversUrl ? url : { mistakes: [], about: {} };
    yield { mistakes: [...named.mistakes, ...form.mistakes, ...body.mistakes], value, about: { ...named.about, ...body.about } };
  }
}

/** The bodies of other deliveries: when the signature is right for one of them, the body was exchanged. */
export function* otherBodies({ deliveries, request }: Evidence): Generator<Way<Uint8Array>> {
  for (const { id, body } of deliveries) {
    if (Buffer.compare(body, request.body) === 0) continue;
    yield { mistakes: ['body-altered'], value: body, about: { deliveryId: id } };
  }
}
