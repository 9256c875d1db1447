/**
 * Sends composed requests to our own receiver, over real connections, and says what was made of each.
 * @module
 */
import { type Answered, refuse } from '../../../contract/errors.ts';
import type { LabResult } from '../../../contract/lab.ts';
import type { Handlers, ParsedInput } from '../../../contract/methods.ts';
import { ok } from '../../../domain/result.ts';
import type { Endpoint } from '../../line-book.ts';
import type { RawOutcome } from '../../ports.ts';
import type { LabGround } from './ground.ts';
import { headersToSend } from './headers.ts';
import { type Prepared, prepareRequest } from './prepare.ts';
import { createThrowaway } from './throwaway.ts';
import type { Judgement } from './visits.ts';

type Input = ParsedInput<'deliveries.replay'>;
/** Where a run's requests go. */
type Target = Pick<Input, 'via' | 'into'> & { readonly base: string; readonly path: string };

/** How long a request without an answer may still arrive. */
const lateMs = 10 * 60_000;

/** An address that does not answer is not waited for twenty times over. */
const notSent: LabResult = { status: null, verdict: null, failure: 'It was not sent: the one before got no answer.', tookMs: 0 };

export type Replay = {
  readonly handler: Handlers['deliveries.replay'];
  /** What is still under way is given up. */
  close(): Promise<void>;
};

export function createReplay(ground: LabGround): Replay {
  const { lines, deliveries, visits, clock, random, receiverUrl, publicBase, labSender } = ground;
  const closing = new AbortController();
  const running = new Set<Promise<unknown>>();

  const send = async ({ headers, body, query }: Prepared, target: Target, endpoint: Endpoint): Promise<LabResult> => {
    const visit = visits.expect(target.path);
    let isAnswered = false;
    try {
      const outcome = await labSender({
        base: target.base,
        path: `${target.path}${query}`,
        headers: [...headersToSend(headers, { via: target.via, host: new URL(target.base).host, bytes: body.byteLength }), visit.header],
        body,
        signal: closing.signal,
      });
      isAnswered = outcome.kind === 'answer';
      return resultOf(outcome, visit.judgement(), target, endpoint);
    } finally {
      // What nobody waits for any more may still be on its way, and is no provider's when it arrives.
      if (isAnswered) visit.end();
      else clock.after(lateMs, visit.end);
    }
  };

  const run = async (prepared: readonly Prepared[], target: Target, endpoint: Endpoint, together: boolean): Promise<LabResult[]> => {
    if (together) return Promise.all(prepared.map((request) => send(request, target, endpoint)));
    const results: LabResult[] = [];
    for (const request of prepared) {
      const isCutOff = results.at(-1)?.status === null && !closing.signal.aborted;
      results.push(isCutOff ? notSent : await send(request, target, endpoint));
    }
    return results;
  };

  const intoThrowaway = async (
    prepared: readonly Prepared[],
    target: Target,
    endpoint: Endpoint,
    together: boolean,
  ): Promise<LabResult[]> => {
    const takeAway = visits.lay(target.path, createThrowaway(endpoint, ground));
    try {
      return await run(prepared, target, endpoint, together);
    } finally {
      takeAway();
    }
  };

  const replay = async ({ lineId, requests, together, via, into }: Input): Promise<Answered<{ results: LabResult[] }>> => {
    const line = lines.active(lineId);
    const endpoint = line && lines.endpointAt(line.webhookPath);
    if (line === undefined || endpoint === undefined) return refuse('line-not-found');
    const base = via === 'loopback' ? receiverUrl() : publicBase(line);
    if (base === undefined) return refuse('lab-not-public');
    const prepared: Prepared[] = [];
    for (const [place, request] of requests.entries()) {
      const one = await prepareRequest(request, place, { endpoint, deliveries });
      if (!one.ok) return one;
      prepared.push(one.value);
    }
    const path = into === 'inbox' ? line.webhookPath : `/hooks/${random.token(16)}`;
    const target = { via, into, base, path };
    return ok({ results: await (into === 'inbox' ? run : intoThrowaway)(prepared, target, endpoint, together) });
  };

  return {
    async handler(input) {
      const run = replay(input);
      running.add(run);
      try {
        return await run;
      } finally {
        running.delete(run);
      }
    },
    async close() {
      closing.abort(new Error('Texttray was closed before the answer came.'));
      await Promise.allSettled(running);
    },
  };
}

function resultOf(outcome: RawOutcome, judgement: Judgement | undefined, { into }: Target, { provider }: Endpoint): LabResult {
  const answered =
    outcome.kind === 'failed'
      ? { status: null, failure: outcome.reason }
      : {
          status: outcome.status,
          ...((outcome.body !== '' || outcome.contentType !== undefined) && {
            answer: { body: outcome.body, ...(outcome.contentType !== undefined && { contentType: outcome.contentType }) },
          }),
        };
  const result = { ...answered, tookMs: outcome.tookMs };
  if (judgement === undefined) return { ...result, verdict: null };
  const { verdict, reason, deliveryId, messageId, request } = judgement;
  const isText = verdict === 'accepted' || verdict === 'duplicate';
  const parsed = isText ? provider.parse(request) : undefined;
  return {
    ...result,
    verdict,
    ...(reason !== undefined && { reason }),
    ...(parsed?.kind === 'text' && {
      key: parsed.text.key,
      text: { from: parsed.text.from, body: parsed.text.body, media: parsed.text.mediaUrls.length },
    }),
    ...(into === 'inbox' && { deliveryId, ...(messageId !== undefined && { messageId }) }),
  };
}
