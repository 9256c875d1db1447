/**
 * Makes requests as a provider would send them: the body, what proves it, and every header in order.
 * @module
 */
import type { Credentials, Provider, Random, SampleText } from '../core/ports.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { sampleTexts } from '../domain/sample-texts.ts';
import { isHeader } from './header-option.ts';
import type { SendOptions } from './options.ts';
import { carriesMedia, noMedia, type Planned, samples } from './samples.ts';

export type Headers = readonly (readonly [name: string, value: string])[];

/** One request, ready to be written. */
export type Composed = {
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** What was signed; absent: nothing of the request is covered, or the proof was left out. */
  readonly signed?: Uint8Array;
};

export type Batch = { readonly requests: readonly Composed[]; readonly together: boolean };

export type ComposerDependencies = {
  readonly provider: Provider;
  readonly options: SendOptions;
  readonly secret: string | undefined;
  /** The user's own body. */
  readonly ownBody: Uint8Array | undefined;
  readonly random: Random;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly userAgent: string;
};

/**
 * Makes one round after the other, each with ids of its own; or says in a sentence what this provider, or this command
 * line, cannot do.
 */
export function createComposer(dependencies: ComposerDependencies): () => Result<Batch, string> {
  const { provider, options, ownBody } = dependencies;
  const { wire, info } = provider;
  const text = textsOf(dependencies);
  const body = () => ownBody ?? wire.sample(text());
  return () => {
    if (options.mediaUrls.length > 0 && !carriesMedia(wire)) return failed(noMedia(info.label));
    const plan = samples[options.sample].plan({ wire, label: info.label, text, body, url: options.url });
    if (!plan.ok) return plan;
    const requests: Composed[] = [];
    for (const planned of plan.value.requests) {
      const composed = compose(planned, dependencies);
      if (!composed.ok) return composed;
      requests.push(composed.value);
    }
    return ok({ requests, together: plan.value.together });
  };
}

/** Ids and times that no other text has: some providers' texts are known by their time alone, so no two share one. */
function textsOf({ options, random, now }: ComposerDependencies): () => SampleText {
  const firstId = Buffer.from(random.token(6), 'base64url').readUIntBE(0, 6);
  let made = 0;
  let latest = 0;
  return () => {
    latest = Math.max(latest + 1, now());
    const text: SampleText = {
      id: firstId + made,
      from: options.from,
      to: options.to,
      body: options.text ?? sampleTexts.text,
      mediaUrls: options.mediaUrls,
      at: new Date(latest).toISOString(),
    };
    made += 1;
    return text;
  };
}

function compose({ body, proof }: Planned, dependencies: ComposerDependencies): Result<Composed, string> {
  const { provider, options, userAgent } = dependencies;
  const proven = prove(body, proof, dependencies);
  if (!proven.ok) return proven;
  const { header, signed } = proven.value;
  const usual: Headers = [
    ['Host', new URL(options.url).host],
    ['User-Agent', userAgent],
    ['Content-Type', provider.wire.contentType],
    ...(header === undefined ? [] : [header]),
    ['Content-Length', String(body.length)],
    ['Connection', 'close'],
  ];
  return ok({ url: options.url, headers: withOwn(usual, options.headers), body, ...(signed !== undefined && { signed }) });
}

type Proof = { readonly header?: readonly [string, string]; readonly signed?: Uint8Array };

function prove(
  body: Uint8Array,
  proof: Planned['proof'],
  { provider, options, secret, random }: ComposerDependencies,
): Result<Proof, string> {
  const { wire, info } = provider;
  if (proof === 'left-out') return ok({});
  const used = proof === 'wrong' ? `wrong-${random.token(18)}` : secret;
  if (used === undefined) return wire.scheme === 'static' ? ok({}) : failed(secretWanted(provider));
  const credentials: Credentials = { [wire.credential]: used };
  const header = wire.sign({ body, url: options.signUrl, credentials });
  const signed = wire.canonical(body, options.signUrl);
  if (header === undefined) return failed(`${info.label} cannot have signed this body: it is not ${wire.contentType} in UTF-8.`);
  if (!isHeader(...header)) return failed('The secret has characters that cannot be sent in a header.');
  return ok({ header, ...(signed !== undefined && { signed }) });
}

function secretWanted({ wire, info }: Provider): string {
  const field = info.fields.find(({ key }) => key === wire.credential);
  const name = field === undefined ? 'secret' : field.label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return `The ${name} of ${info.label} is missing: give it with TEXTTRAY_SECRET, --secret-file or --secret.`;
}

/** A header of the user takes the place of the usual one with its name; others stand at the end. */
function withOwn(usual: Headers, own: Headers): Headers {
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const kept = usual.flatMap(([name, value]) => {
    const instead = own.filter(([each]) => isSame(each, name));
    return instead.length > 0 ? instead : [[name, value] as const];
  });
  return [...kept, ...own.filter(([name]) => !usual.some(([each]) => isSame(each, name)))];
}
