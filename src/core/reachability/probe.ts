/**
 * The loopback probe: a nonce goes out through the public URL and must come back signed by this run of the app. Only
 * that proves that what a provider sends would arrive here.
 * @module
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock, HttpClient, HttpOutcome, Random } from '../ports.ts';

export const probeHeader = 'x-texttray-probe';
const timeoutMs = 6_000;

export type ProbeResult =
  | { readonly reached: true; readonly roundTripMs: number }
  | { readonly reached: false /** A sentence about what happened instead. */; readonly message: string; readonly action: string };

export type Prober = {
  /** Asks through `base` (a URL without a trailing slash). */
  probe(base: string): Promise<ProbeResult>;
  /** The receiver's side: the answer to a nonce at the probe's path, `undefined` at any other. */
  answer(path: string, nonce: string): string | undefined;
};

export function createProber({ http, random, clock }: { http: HttpClient; random: Random; clock: Clock }): Prober {
  const path = `/hooks/${random.token(16)}`;
  const key = random.token(32);
  const sign = (nonce: string): string => createHmac('sha256', key).update(nonce).digest('base64url');

  return {
    answer: (asked, nonce) => (asked === path && nonce.length > 0 && nonce.length <= 64 ? sign(nonce) : undefined),
    async probe(base) {
      const nonce = random.token(16);
      const started = clock.monotonic();
      const outcome = await http({ method: 'POST', url: `${base}${path}`, headers: { [probeHeader]: nonce }, body: '', timeoutMs });
      if (outcome.kind === 'answer' && outcome.status === 200 && isSame(outcome.body, sign(nonce))) {
        return { reached: true, roundTripMs: Math.max(1, Math.round(clock.monotonic() - started)) };
      }
      return { reached: false, ...explain(outcome) };
    },
  };
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function explain(outcome: HttpOutcome): { message: string; action: string } {
  switch (outcome.kind) {
    case 'not-sent':
      return {
        message: `The public address could not be reached: ${outcome.reason}`,
        action: 'Check the address and whether your proxy runs',
      };
    case 'ambiguous':
      return { message: `The public address did not answer: ${outcome.reason}`, action: 'Check that your proxy forwards to the receiver' };
    case 'answer':
      return outcome.status === 502 || outcome.status === 503 || outcome.status === 504
        ? {
            message: `Your proxy answers, but cannot reach Texttray (HTTP ${outcome.status}).`,
            action: 'Let it forward to the receiver address',
          }
        : { message: `Something else answers at the public address (HTTP ${outcome.status}).`, action: 'Check where the address leads' };
  }
}
