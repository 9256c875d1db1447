/**
 * What is tried, the likeliest first: every mistake by itself, then those that go together.
 * @module
 */
import type { Evidence, ProviderRegistry } from '../core/ports.ts';
import { retouchedForms } from './form-bodies.ts';
import { rewrittenJson } from './json-bodies.ts';
import { type Form, messagesOf, mistakenForms, otherBodies, rightForm } from './messages.ts';
import { schemeMessages } from './schemes.ts';
import { doublyMistakenKeys, type Key, otherKeys, ownKeys } from './secrets.ts';
import { retouchedBodies } from './text-bodies.ts';
import { doublyMistakenUrls, mistakenUrls, type UrlWay } from './urls.ts';
import { bytesName, distinct, type Message, right, type Way } from './way.ts';

export type Try = { readonly key: Key; readonly message: Message };

/** Each is only gone through when none before it explains the delivery. */
export type Stage = {
  readonly tries: Iterable<Try>;
  /** With any algorithm whose digests look like what the headers have, not only with the provider's. */
  readonly anyAlgorithm: boolean;
};

type Body = Way<Uint8Array>;

/** What one attempt costs besides its bytes, in bytes. */
const attemptCost = 3_000;

/** How many bytes each kind of pair may take to hash. Together some 60 milliseconds. */
const share = 8 * 1024 * 1024;

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

  if (wire.scheme === 'static') {
    const raw: Form = { mistakes: ['scheme-other'], coversUrl: false, of: (body) => body };
    yield single(messagesOf(raw, arrived, rightUrls), [...rightKeys, ...wrongKeys]);
    yield single(
      schemeMessages(
        evidence,
        providers,
        fewUrls.map(({ value }) => value),
      ),
      [...rightKeys, ...wrongKeys],
    );
    return;
  }

  const form = rightForm(wire);
  const wrongForms = mistakenForms(wire);
  const wrongUrls = mistakenUrls(evidence);
  const templates = [...evidence.deliveries.map(({ body }) => body), ...sampleOf(evidence)];
  const all = function* (forms: readonly Form[], bodies: Iterable<Body>, urls: readonly UrlWay[]): Generator<Message> {
    for (const body of bodies) for (const each of forms) yield* messagesOf(each, body, urls);
  };
  const touched = function* (): Generator<Body> {
    yield* retouchedBodies(request.body);
    if (form.coversUrl) yield* retouchedForms(request.body);
  };
  const rewritten = (least: number, most = least) => ofSize(rewrittenJson(request.body, templates), least, most);
  const schemes = (urls: readonly UrlWay[]) =>
    schemeMessages(
      evidence,
      providers,
      urls.map(({ value }) => value),
    );
  const bodies = function* (): Generator<Body> {
    yield* rewritten(1);
    yield* touched();
  };

  yield single(all([form], [arrived], rightUrls));
  yield single(all([form], [arrived], rightUrls), wrongKeys);
  if (form.coversUrl) yield single(all([form], [arrived], wrongUrls));
  yield single(schemes(rightUrls));
  yield single(all(wrongForms, [arrived], rightUrls));
  yield single(all([form], touched(), rightUrls));
  yield single(all([form], rewritten(1), rightUrls));
  yield single(all([form], otherBodies(evidence), rightUrls));

  yield pair(all([form], rewritten(2), fewUrls));
  if (form.coversUrl) {
    yield pair(all([form], [arrived], wrongUrls), wrongKeys);
    yield pair(all([form], [arrived], doublyMistakenUrls(evidence, wrongUrls)));
  }
  yield pair(all(wrongForms, [arrived], fewUrls), wrongKeys);
  yield pair(all([form], bodies(), fewUrls), wrongKeys, 2 * share);
  yield pair(all([form], [arrived], fewUrls), unlike([...rightKeys, ...wrongKeys], doublyMistakenKeys(evidence)));
  yield pair(all(wrongForms, [arrived], wrongUrls));
  yield pair(all([form], twiceTouched(touched, bodies), fewUrls));
  yield pair(all(wrongForms, bodies(), fewUrls));
  if (form.coversUrl) yield pair(all([form], bodies(), wrongUrls));
  yield pair(schemes(fewUrls), wrongKeys);
  yield pair(withUrls(schemes, wrongUrls));
  yield pair(all([form], rewritten(3), fewUrls));
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

function* ofSize(bodies: Iterable<Body>, least: number, most: number): Generator<Body> {
  for (const body of bodies) {
    if (body.mistakes.length > most) return;
    if (body.mistakes.length >= least) yield body;
  }
}

/** Two touches of different kinds. */
function* twiceTouched(touched: () => Iterable<Body>, bodies: () => Iterable<Body>): Generator<Body> {
  for (const first of touched()) {
    for (const second of retouchedBodies(first.value)) {
      if (!first.mistakes.includes(second.mistakes[0] ?? 'body-altered'))
        yield { ...second, mistakes: [...first.mistakes, ...second.mistakes] };
    }
  }
  for (const first of bodies()) {
    if (first.mistakes.some((mistake) => mistake.startsWith('json-'))) {
      for (const second of retouchedBodies(first.value)) yield { ...second, mistakes: [...first.mistakes, ...second.mistakes] };
    }
  }
}

function* withUrls(schemes: (urls: readonly UrlWay[]) => Iterable<Message>, urls: readonly UrlWay[]): Generator<Message> {
  for (const url of urls) {
    for (const message of schemes([url])) {
      yield { ...message, mistakes: [...url.mistakes, ...message.mistakes], about: { ...url.about, ...message.about } };
    }
  }
}

/** A body of this provider, for the order of its keys. */
function sampleOf({ provider, number, request }: Evidence): Uint8Array[] {
  return [provider.wire.sample({ id: 1, from: number, to: number, body: 'x', mediaUrls: [], at: request.arrivedAt })];
}
