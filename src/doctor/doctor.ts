/**
 * The signature doctor: makes every likely mistake again and names the one whose signature is the one that came. What it
 * says is proven; what it cannot prove it does not say. It is asked by the window only, and no answer to a sender ever
 * depends on it: else whoever may send could learn from it how to be believed.
 * @module
 */
import type { Diagnosis } from '../contract/diagnosis.ts';
import type { Clock, Doctor, Evidence, Examination, ProviderRegistry, WebhookRequest } from '../core/ports.ts';
import { type Claims, readClaims } from './claims.ts';
import { type Found, found, foundBy } from './findings.ts';
import { createFastHmac } from './hmac.ts';
import { createPace, type Pace } from './pace.ts';
import { createTally, plainDigest, search, type Tally } from './search.ts';
import { type Key, ownKeys, secretOf } from './secrets.ts';
import { findSharedSecret } from './shared-secret.ts';
import { stagesOf } from './tries.ts';

type Dependencies = { readonly clock: Pick<Clock, 'monotonic'>; readonly providers: ProviderRegistry };

export function createDoctor({ clock, providers }: Dependencies): Doctor {
  /** A digest that matches. */
  const proven = async (evidence: Evidence, pace: Pace, tally: Tally): Promise<Found | undefined> => {
    const claims = acceptedForms(readClaims(evidence.request.headers, evidence.provider.wire), evidence);
    countForms(evidence, claims, tally);
    if (claims.all.length === 0) return undefined;
    const rightKeys = rightKeysOf(evidence);
    const hit = await search(stagesOf(evidence, providers, rightKeys), claims, tally, pace);
    if (hit !== undefined) return foundBy(hit, evidence, providers);
    const plain = plainDigest(rightKeys.slice(0, 1), evidence.request.body, claims);
    return plain && found(['form-hash'], { header: plain.header }, undefined);
  };

  const sent = (evidence: Evidence, tally: Tally): Found | undefined => {
    const shared = findSharedSecret(evidence, tally.count);
    return shared && found(shared.mistakes, shared.about, shared.remedy);
  };

  /** What a provider proves itself with comes first: what stands in other headers may be right and say nothing of it. */
  const examine = async (evidence: Evidence, pace: Pace, tally: Tally): Promise<Found[]> => {
    const facts = factsOf(evidence, tally);
    const isStatic = evidence.provider.wire.scheme === 'static';
    const cause = isStatic
      ? (sent(evidence, tally) ?? (await proven(evidence, pace, tally)))
      : ((await proven(evidence, pace, tally)) ?? sent(evidence, tally));
    return cause !== undefined && cause.finding.mistakes.length > 0 ? [cause] : facts;
  };

  return {
    async diagnose(evidence): Promise<Examination> {
      const began = clock.monotonic();
      const { provider, request, credentials, urls } = evidence;
      const answer = (outcome: Diagnosis['outcome'], all: readonly Found[], tally: Tally): Examination => ({
        diagnosis: {
          outcome,
          findings: all.map(({ finding }) => finding),
          tried: tally.list(),
          tookMs: Math.round((clock.monotonic() - began) * 100) / 100,
        },
        remedies: all.flatMap(({ remedy }) => remedy ?? []),
      });
      const tally = createTally();
      const verification = provider.verify(request, { credentials, urls });
      if (verification.ok) return answer('valid-now', [], tally);
      if (secretOf(credentials, provider.wire.credential) === '') return answer('no-secret', [], tally);
      if (isMasked(evidence)) return answer('not-kept', [], tally);
      const all = (await examine(evidence, createPace(clock), tally)).map((each) => withoutVainFix(each, evidence));
      return answer(all.length > 0 ? 'explained' : 'unexplained', all, tally);
    },
  };
}

/** Plain facts about the provider's header, true without any computing. */
function factsOf({ provider, request }: Evidence, tally: Tally): Found[] {
  const { header } = provider.wire;
  const values = request.headers.filter(([name]) => name.toLowerCase() === header.toLowerCase());
  tally.count(['header-missing', 'header-repeated']);
  if (values.every(([, value]) => value.trim() === '')) return [found(['header-missing'], { header }, undefined)];
  return values.length > 1 ? [found(['header-repeated'], { header }, undefined)] : [];
}

/** The record has only dots where the secret was. */
function isMasked({ provider, request }: Evidence): boolean {
  const { scheme, header } = provider.wire;
  return scheme === 'static' && request.headers.some(([name, value]) => name.toLowerCase() === header.toLowerCase() && /^•+$/.test(value));
}

function sampleRequest({ provider, request, number, urls }: Evidence): {
  readonly body: Uint8Array;
  readonly signed: Uint8Array | undefined;
} {
  const body = provider.wire.sample({ id: 1, from: '+15550001', to: number, body: 'x', mediaUrls: [], at: request.arrivedAt });
  return { body, signed: provider.wire.canonical(body, urls[0] ?? '') };
}

/** Whether the provider takes this header value for a sample that was signed with it. */
function isTaken(evidence: Evidence, body: Uint8Array, value: string): boolean {
  const { provider, request, credentials, urls } = evidence;
  const sample: WebhookRequest = { ...request, body, headers: [[provider.wire.header, value]] };
  return provider.verify(sample, { credentials, urls: urls.length === 0 ? [''] : urls }).ok;
}

/** The line's secret, and what else the provider takes it for: that is no mistake then. */
function rightKeysOf(evidence: Evidence): Key[] {
  const { wire } = evidence.provider;
  const own: Key = { mistakes: [], value: Buffer.from(secretOf(evidence.credentials, wire.credential)), isOwn: true };
  const { body, signed } = sampleRequest(evidence);
  if (signed === undefined) return [own];
  const hmac = createFastHmac();
  const taken = [...ownKeys(evidence)].filter(({ value }) => isTaken(evidence, body, `${wire.prefix}${hmac('sha256', value, signed)}`));
  return [own, ...taken.map(({ value }): Key => ({ mistakes: [], value, isOwn: true }))];
}

/** Forms the provider takes as well are no mistakes. */
function acceptedForms(claims: Claims, evidence: Evidence): Claims {
  const { body, signed } = sampleRequest(evidence);
  if (signed === undefined) return claims;
  const secret = Buffer.from(secretOf(evidence.credentials, evidence.provider.wire.credential));
  const digest = Buffer.from(createFastHmac()('sha256', secret, signed), 'hex');
  const taken = new Set(
    claims.all.filter(
      ({ isOwn, mistakes, withDigest }) =>
        isOwn &&
        mistakes.length > 0 &&
        !mistakes.some((mistake) => mistake.startsWith('header-')) &&
        isTaken(evidence, body, withDigest(digest)),
    ),
  );
  return {
    ...claims,
    matching(hex) {
      const match = claims.matching(hex);
      return match && taken.has(match.claim) && match.claim.hex === hex ? { ...match, mistakes: [] } : match;
    },
  };
}

/** Every digest is compared with whatever stands in the headers, in every form. */
function countForms({ provider }: Evidence, { all, algorithms }: Claims, tally: Tally): void {
  if (provider.wire.scheme === 'static') return;
  const own = all.filter(({ isOwn }) => isOwn).length;
  tally.count(['form-base64', 'form-uppercase', 'form-prefix', 'header-altered'], Math.max(own, 1));
  tally.count(['header-other'], Math.max(all.length - own, 1));
  tally.count(['form-hash'], algorithms.length);
}

/** A fix that does not make the delivery valid is none, unless another mistake was made as well. */
function withoutVainFix(each: Found, { provider, request, credentials, urls }: Evidence): Found {
  const { finding, remedy } = each;
  if (remedy === undefined || finding.mistakes.length > 1) return each;
  const after = { credentials: remedy.credentials ?? credentials, urls: remedy.url === undefined ? urls : [...urls, remedy.url] };
  return provider.verify(request, after).ok ? each : found(finding.mistakes, aboutOf(finding), undefined);
}

function aboutOf({ mistakes: _mistakes, side: _side, fix: _fix, ...about }: Found['finding']) {
  return about;
}
