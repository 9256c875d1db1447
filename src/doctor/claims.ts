/**
 * What a delivery's headers claim: every digest in them, whatever its form and whichever header it stands in. Each
 * digest the doctor computes is looked up among all of them at once, so that a wrong form costs no further attempt.
 * @module
 */
import type { MistakeCode } from '../contract/diagnosis.ts';
import type { ProviderWire } from '../core/ports.ts';
import type { Algorithm } from './way.ts';

export type Claim = {
  /** As it was written in the request. */
  readonly header: string;
  /** It stands in the header that the provider uses. */
  readonly isOwn: boolean;
  /** Lowercase hex. */
  readonly hex: string;
  /** In what its form differs from the provider's. */
  readonly mistakes: readonly MistakeCode[];
  /** The header's value with this digest exchanged for another one, written in the same form. */
  readonly withDigest: (digest: Uint8Array) => string;
};

/** Hex digits by which digests are looked up; fewer would prove nothing. */
const shortest = 16;
const mostClaims = 64;
const longestValue = 4_096;

/** Headers that are no signature of anybody, or of something else. */
const neverSignatures =
  /^(?:host|user-agent|accept.*|content-.*|date|connection|via|forwarded|x-forwarded.*|x-real-ip|traceparent|tracestate|x-request-id|cf-.*|cookie|origin|referer)$/i;

const lengths: Readonly<Record<number, Algorithm>> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 96: 'sha384', 128: 'sha512' };

export type Claims = {
  readonly all: readonly Claim[];
  /** Which of them a digest (lowercase hex) is, in the provider's header first, and what is wrong with how it was written. */
  matching(hex: string): { readonly claim: Claim; readonly mistakes: readonly MistakeCode[] } | undefined;
  /** The algorithms whose digests are as long as one that is claimed; SHA-256 always. */
  readonly algorithms: readonly Algorithm[];
};

export function readClaims(headers: readonly (readonly [string, string])[], wire: Pick<ProviderWire, 'header' | 'prefix'>): Claims {
  const isOwn = (name: string): boolean => name.toLowerCase() === wire.header.toLowerCase();
  const values = headers.filter(([name]) => !neverSignatures.test(name));
  const ours = values.filter(([name]) => isOwn(name));
  const repeated: readonly MistakeCode[] = ours.length > 1 ? ['header-repeated'] : [];
  const all = [...ours, ...values.filter(([name]) => !isOwn(name))]
    .flatMap(([header, value]) =>
      digestsIn(value.slice(0, longestValue), wire.prefix).map((digest) =>
        isOwn(header)
          ? { ...digest, header, isOwn: true, mistakes: [...repeated, ...digest.mistakes] }
          : { ...digest, header, isOwn: false },
      ),
    )
    .slice(0, mostClaims);

  const byStart = new Map<string, Claim[]>();
  for (const claim of all) {
    const start = claim.hex.slice(0, shortest);
    byStart.set(start, [...(byStart.get(start) ?? []), claim]);
  }
  return {
    all,
    matching(hex) {
      const claim = byStart.get(hex.slice(0, shortest))?.find((each) => hex.startsWith(each.hex) || each.hex.startsWith(hex));
      if (claim === undefined) return undefined;
      const isCut = claim.hex.length !== hex.length && !claim.mistakes.includes('header-altered');
      return { claim, mistakes: isCut ? ['header-altered', ...claim.mistakes] : claim.mistakes };
    },
    algorithms: [...new Set<Algorithm>(['sha256', ...all.map(({ hex }) => lengths[hex.length] ?? 'sha256')])],
  };
}

type Digest = Omit<Claim, 'header' | 'isOwn'>;

function digestsIn(value: string, prefix: string): Digest[] {
  const found = [...hexIn(value, prefix), ...base64In(value, prefix)];
  const joined = value.replace(/\s+/g, '');
  if (joined === value.trim()) return found;
  // Blanks or a folded line in the middle of a digest.
  const altered = [...hexIn(joined, prefix), ...base64In(joined, prefix)].filter(
    ({ hex }) => lengths[hex.length] !== undefined && !found.some((each) => each.hex === hex),
  );
  const pieces = new Set(found.filter(({ hex }) => altered.some((digest) => digest.hex.includes(hex))));
  return [
    ...found.filter((digest) => !pieces.has(digest)),
    ...altered.map((digest): Digest => ({ ...digest, mistakes: ['header-altered', ...digest.mistakes] })),
  ];
}

function hexIn(value: string, prefix: string): Digest[] {
  return [...value.matchAll(/[0-9a-f]{16,256}/gi)].map(({ 0: run, index }) => {
    const isUpper = run !== run.toLowerCase();
    return {
      hex: run.toLowerCase(),
      mistakes: [...(isUpper ? (['form-uppercase'] as const) : []), ...prefixMistake(value, index, run.length, prefix)],
      withDigest(digest) {
        const hex = Buffer.from(digest).toString('hex').slice(0, run.length);
        return exchanged(value, index, run.length, isUpper ? hex.toUpperCase() : hex);
      },
    };
  });
}

function base64In(value: string, prefix: string): Digest[] {
  return [...value.matchAll(/[A-Za-z0-9+/_-]{22,172}={0,2}/g)].flatMap(({ 0: run, index }) => {
    if (/^[0-9a-f]+$/i.test(run)) return [];
    const bytes = Buffer.from(run, 'base64');
    // The hex digits themselves, written as base64.
    const inner = bytes.toString('latin1');
    return [
      {
        hex: /^[0-9a-f]{32,128}$/i.test(inner) ? inner.toLowerCase() : bytes.toString('hex'),
        mistakes: ['form-base64' as const, ...prefixMistake(value, index, run.length, prefix)],
        withDigest: (digest: Uint8Array) => exchanged(value, index, run.length, Buffer.from(digest).toString('base64')),
      },
    ];
  });
}

/** Something else than the provider's own prefix stands around the digest, or that is not there. */
function prefixMistake(value: string, index: number, length: number, prefix: string): readonly MistakeCode[] {
  return value.slice(0, index).trimStart() === prefix && value.slice(index + length).trim() === '' ? [] : ['form-prefix'];
}

function exchanged(value: string, index: number, length: number, digest: string): string {
  return `${value.slice(0, index)}${digest}${value.slice(index + length)}`;
}
