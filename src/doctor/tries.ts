/**
 * What is tried, the likeliest first: every mistake by itself, then those that go together.
 * @module
 */
import type { Evidence, ProviderRegistry } from '../core/ports.ts';
import { retouchedForms } from './form-bodies.ts';
import { rewrittenJson } from './json-bodies.ts';
import { type Form, messagesOf, mistakenForms, otherBodies, rightForm } from './messages.ts';
import { createSchemes } from './schemes.ts';
import { doublyMistakenKeys, type Key, otherKeys, ownKeys } from './secrets.ts';
import { retouchedBodies, touches } from './text-bodies.ts';
import { doublyMistakenUrls, mistakenUrls, type UrlWay } from './urls.ts';
import { bytesName, distinct, type Message, replayed, right, type Way } from './way.ts';

export type Try = { readonly key: Key; readonly message: Message };

/** Each is only gone through when none before it explains the delivery. */
export type Stage = {
  readonly tries: Iterable<Try>;
  /** With any algorithm whose digests look like what the headers have, not only with the provider's. */
  readonly anyAlgorithm: boolean;
};

type Body = Way<Uint8Array>;

/** What one attempt costs besides its bytes, in bytes. */
const attemptCost = 2_400;

/** How many bytes each kind of pair may take to hash: a few milliseconds. */
const share = 2 * 1024 * 1024;

/** What is larger, or has more parameters, is only looked at for what takes no writing anew of it. */
const handy = { bytes: 64 * 1024, parameters: 2_000 };

/** How many of the line's URLs pairs are made with: the newest, and this computer's own. */
const mostUrls = 3;

/** `rightKeys`: what the provider takes the line's secret for, itself first. */
export function* stagesOf(evidence: Evidence, providers: ProviderRegistry, rightKeys: readonly Key[]): Generator<Stage> {
  const { provider, request } = evidence;
  const { wire } = provider;
  const arrived: Body = right(request.body);
  const rightUrls = (evidence.urls.length === 0 ? [''] : evidence.urls).map((url): UrlWay => right(url));
  const fewUrls = [...new Set([...rightUrls.slice(0, mostUrls - 1), ...rightUrls.slice(-1)])];
  const wrongKeys = unlike(rightKeys, [...ownKeys(evidence), ...otherKeys(evidence)]);
  const single = (messages: Iterable<Message>, keys: readonly Key[] = rightKeys): Stage => ({
    anyAlgorithm: true,
    tries: tries(messages, keys),
  });
  const pair = (messages: Iterable<Message>, keys: readonly Key[] = rightKeys, cost = share): Stage => ({
    anyAlgorithm: false,
    tries: within(cost, tries(messages, keys)),
  });

  const schemes = createSchemes(evidence, providers);

  if (wire.scheme === 'static') {
    const raw: Form = { mistakes: ['scheme-other'], coversUrl: false, of: (body) => body };
    yield single(messagesOf(raw, arrived, rightUrls), [...rightKeys, ...wrongKeys]);
    yield single(schemes.withoutUrl(), [...rightKeys, ...wrongKeys]);
    yield single(schemes.withUrls(fewUrls), [...rightKeys, ...wrongKeys]);
    return;
  }

  const form = rightForm(wire);
  const wrongForms = mistakenForms(wire);
  const wrongUrls = mistakenUrls(evidence);
  const templates = [...evidence.deliveries.map(({ body }) => body), ...sampleOf(evidence)];
  const all = function* (forms: readonly Form[], bodies: Iterable<Body>, urls: Iterable<UrlWay>): Generator<Message> {
    for (const body of bodies) for (const each of forms) yield* messagesOf(each, body, urls);
  };
  const touched = replayed(retouchedBodies(request.body));
  const touchedForms = replayed(form.coversUrl ? retouchedForms(request.body) : []);
  const anyRewritten = replayed(rewrittenJson(request.body, templates));
  const rewritten = (count: number) => ofSize(anyRewritten(), count);
  const bodies = function* (): Generator<Body> {
    yield* rewritten(1);
    yield* touched();
    yield* touchedForms();
  };

  yield single(all([form], [arrived], rightUrls));
  yield single(all([form], [arrived], rightUrls), wrongKeys);
  if (form.coversUrl) yield single(all([form], [arrived], wrongUrls));
  yield single(schemes.withoutUrl());
  yield single(schemes.withUrls(rightUrls));
  if (!isHandy(request.body)) {
    if (!form.coversUrl) yield single(all([form], touched(), rightUrls));
    return;
  }
  yield single(all(wrongForms, [arrived], rightUrls));
  yield single(all([form], touched(), rightUrls));
  yield single(all([form], touchedForms(), rightUrls));
  yield single(all([form], rewritten(1), rightUrls));
  yield single(all([form], otherBodies(evidence), rightUrls));

  yield pair(all([form], rewritten(2), fewUrls));
  if (form.coversUrl) {
    yield pair(all([form], [arrived], wrongUrls), wrongKeys, 3 * share);
    yield pair(all([form], [arrived], doublyMistakenUrls(evidence, wrongUrls)));
  }
  yield pair(all(wrongForms, [arrived], fewUrls), wrongKeys);
  yield pair(all([form], bodies(), fewUrls), wrongKeys, 3 * share);
  yield pair(all([form], [arrived], fewUrls), unlike([...rightKeys, ...wrongKeys], doublyMistakenKeys(evidence)));
  yield pair(all(wrongForms, [arrived], wrongUrls));
  yield pair(all([form], twiceTouched(bodies()), fewUrls));
  yield pair(all(wrongForms, bodies(), fewUrls));
  if (form.coversUrl) yield pair(all([form], bodies(), wrongUrls));
  yield pair(schemes.withoutUrl(), wrongKeys);
  yield pair(schemes.withUrls(fewUrls), wrongKeys);
  yield pair(schemes.withUrls(wrongUrls));
  yield pair(all([form], rewritten(3), fewUrls));
}

function isHandy(body: Uint8Array): boolean {
  if (body.byteLength > handy.bytes) return false;
  let separators = 0;
  for (const byte of body) if (byte === 0x26) separators += 1;
  return separators <= handy.parameters;
}

function* tries(messages: Iterable<Message>, keys: readonly Key[]): Generator<Try> {
  for (const message of messages) for (const key of keys) yield { key, message };
}

function* within(cost: number, all: Iterable<Try>): Generator<Try> {
  let left = cost;
  for (const each of all) {
    left -= attemptCost + each.message.value.byteLength;
    if (left < 0) return;
    yield each;
  }
}

function unlike(known: readonly Key[], keys: Iterable<Key>): Key[] {
  return [...distinct(keys, new Set(known.map(({ value }) => bytesName(value))), bytesName)];
}

/** Those with so many mistakes; they come in the order of their number. */
function* ofSize(bodies: Iterable<Body>, count: number): Generator<Body> {
  for (const body of bodies) {
    if (body.mistakes.length > count) return;
    if (body.mistakes.length === count) yield body;
  }
}

/** What was touched or written anew, and then touched in another way. */
function* twiceTouched(bodies: Iterable<Body>): Generator<Body> {
  for (const first of bodies) {
    for (const second of touches(first.value)) {
      const isNew = second.mistakes.every((mistake) => !first.mistakes.includes(mistake));
      if (isNew) yield { ...second, mistakes: [...first.mistakes, ...second.mistakes] };
    }
  }
}

/** A body of this provider, for the order of its keys. */
function sampleOf({ provider, number, request }: Evidence): Uint8Array[] {
  return [provider.wire.sample({ id: 1, from: number, to: number, body: 'x', mediaUrls: [], at: request.arrivedAt })];
}
