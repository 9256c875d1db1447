/**
 * The requests that can be made with one click, and what the receiver should make of each.
 * @module
 */
import { type LabExpectation, type LabRequest, type Mutation, mutationSchema } from '../../../contract/lab.ts';
import { sampleTexts } from '../../../domain/sample-texts.ts';
import type { Endpoint } from '../../line-book.ts';
import type { Provider, Random, SampleText } from '../../ports.ts';
import { withHeader } from './headers.ts';

export type Draft = { readonly requests: LabRequest[]; readonly expected: LabExpectation[]; readonly together: boolean };

/** How requests for one line are made. */
export type Workshop = {
  readonly endpoint: Endpoint;
  readonly random: Random;
  /** A new text, different from every other, with what is given changed. */
  text(changes?: Partial<Pick<SampleText, 'body' | 'mediaUrls' | 'at'>>): SampleText;
  /** A request with this body, to be signed when it is sent. */
  request(body: Uint8Array): LabRequest;
  /** A moment so many milliseconds ago. */
  ago(milliseconds: number): string;
  /** Under which pictures would be fetched. */
  readonly mediaBase: string | undefined;
  /** Largest body in bytes that is taken. */
  readonly bodyLimit: number;
};

const day = 86_400_000;
const mebibyte = 1_048_576;
/** In which order the five texts of a burst were written, as they arrive. */
const burst = [3, 1, 5, 2, 4] as const;
/** Nobody answers there: names of this kind are kept free for documents. */
const pictures = [1, 2, 3].map((number) => `https://media.example.com/picture-${number}.jpg`);

/** What is made of `base`, a request somebody might send, or anew where it takes another text. */
export function mutate(mutation: Mutation, base: LabRequest, shop: Workshop): Draft {
  const { wire } = shop.endpoint.provider;
  const { accepted, unproven, notUnderstood, duplicate } = expectations(shop.endpoint);
  const sample = (text: SampleText): LabRequest => shop.request(wire.sample(text));
  const one = (request: LabRequest, expected: LabExpectation): Draft => ({ requests: [request], expected: [expected], together: false });

  switch (mutation) {
    case 'bad-signature':
      return one(forged(base, shop), unproven);
    case 'missing-header': {
      const headers = base.headers.filter(([name]) => name.toLowerCase() !== wire.header.toLowerCase());
      return one({ ...base, headers, sign: 'as-is' }, unproven);
    }
    case 'stale':
      // No provider signs a time: what comes late is a text like any other.
      return one(sample(shop.text({ at: shop.ago(3 * day) })), accepted);
    case 'duplicate':
      return { requests: [base, base], expected: base.deliveryId === undefined ? [accepted, duplicate] : [], together: false };
    case 'reordered-burst': {
      const texts = burst.map((number) =>
        shop.text({ body: `${number} of ${burst.length}`, at: shop.ago((burst.length - number) * 1_000) }),
      );
      return { requests: texts.map(sample), expected: texts.map(() => accepted), together: true };
    }
    case 'ten-segments':
    case 'emoji':
    case 'right-to-left':
      return one(sample(shop.text({ body: sampleTexts[mutation] })), accepted);
    case 'empty-body':
      return one(emptied(base), notUnderstood);
    case 'three-attachments': {
      const { mediaUrls } = shop.text();
      return one(sample(shop.text({ mediaUrls: mediaUrls.length >= 3 ? mediaUrls : pictures })), accepted);
    }
    case 'media-missing':
      return one(sample(shop.text({ mediaUrls: [`${shop.mediaBase ?? 'https://media.invalid'}/no-such-picture.jpg`] })), accepted);
    case 'body-1-mib': {
      const tooLarge: LabExpectation = { status: 413, verdict: 'rejected' };
      return one(shop.request(filled(shop.text(), wire)), mebibyte > shop.bodyLimit ? tooLarge : accepted);
    }
    case 'unknown-event':
      return one(shop.request(wire.unknownEvent(shop.text())), notUnderstood);
  }
}

/** Those that make sense with a provider: not every format has attachments, or says when a text was sent. */
export function mutationsFor({ endpoint, text }: Workshop): Mutation[] {
  const hasMedia = takesMedia(endpoint.provider, text());
  return mutationSchema.options.filter((mutation) => {
    if (mutation === 'stale') return endpoint.provider.wire.carriesTime;
    return hasMedia || (mutation !== 'three-attachments' && mutation !== 'media-missing');
  });
}

/** What the receiver says to what this provider sends. */
export function expectations({
  provider,
  credentials,
}: Endpoint): Readonly<Record<'accepted' | 'duplicate' | 'unproven' | 'notUnderstood', LabExpectation>> {
  const { status } = provider.answer();
  const accepted: LabExpectation = { status, verdict: 'accepted' };
  const asksForProof = provider.wire.scheme !== 'static' || Boolean(credentials?.[provider.wire.credential]?.trim());
  return {
    accepted,
    duplicate: { status, verdict: 'duplicate' },
    unproven: asksForProof ? { status: 401, verdict: 'rejected' } : accepted,
    notUnderstood: { status, verdict: 'not-understood' },
  };
}

/** Whether a body of this provider can name attachments: one is written and read back. */
function takesMedia(provider: Provider, text: SampleText): boolean {
  const body = provider.wire.sample({ ...text, mediaUrls: pictures });
  const parsed = provider.parse({ method: 'POST', path: '', headers: [], body, source: '', arrivedAt: text.at });
  return parsed.kind === 'text' && parsed.text.mediaUrls.length > 0;
}

/** The right form, made with a secret nobody has. */
function forged(base: LabRequest, { endpoint, random }: Workshop): LabRequest {
  const { wire } = endpoint.provider;
  const body = bytesOf(base);
  const header = wire.sign({ body, url: endpoint.urls[0] ?? '', credentials: { [wire.credential]: random.token(32) } });
  // A body that this provider cannot have signed gets a digest of another one.
  const other = header ?? wire.sign({ body: new Uint8Array(), url: '', credentials: { [wire.credential]: random.token(32) } });
  if (other === undefined) return { ...base, sign: 'as-is' };
  return { ...base, headers: withHeader(base.headers, other).map(([name, value]) => [name, value]), sign: 'as-is' };
}

export function bytesOf({ body }: LabRequest): Uint8Array {
  return body.kind === 'text' ? Buffer.from(body.text, 'utf8') : Buffer.from(body.base64, 'base64');
}

function emptied(base: LabRequest): LabRequest {
  const headers = base.headers.map(([name, value]): [string, string] => [name, name.toLowerCase() === 'content-length' ? '0' : value]);
  return { ...base, headers, body: { kind: 'text', text: '' }, sign: 'line' };
}

/** A body of exactly 1 MiB. */
function filled(text: SampleText, wire: Provider['wire']): Uint8Array {
  const missing = mebibyte - wire.sample({ ...text, body: '' }).byteLength;
  return wire.sample({ ...text, body: 'x'.repeat(missing) });
}
