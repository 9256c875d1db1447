/**
 * The replay lab, as far as looks go: what each request should meet is what it meets.
 * @module
 */
import { refuse } from '../../../src/contract/errors.ts';
import { type LabExpectation, type LabRequest, type LabResult, type Mutation, mutationSchema } from '../../../src/contract/lab.ts';
import type { Handlers } from '../../../src/contract/methods.ts';
import { ok } from '../../../src/domain/result.ts';
import { sampleNumbers, sampleTexts } from '../../../src/domain/sample-texts.ts';
import type { StandInState } from './state.ts';

const accepted: LabExpectation = { status: 204, verdict: 'accepted' };
const refused: LabExpectation = { status: 401, verdict: 'rejected' };
const notUnderstood: LabExpectation = { status: 204, verdict: 'not-understood' };
const withMedia: ReadonlySet<Mutation> = new Set(['three-attachments', 'media-missing']);

/** @param state what was captured, and the lines */
export function createLabHandlers(state: StandInState): Pick<Handlers, 'deliveries.compose' | 'deliveries.replay'> {
  let texts = 0;
  /** What the next requests will meet, by what is in them. */
  const awaited = new Map<string, LabExpectation[]>();

  function sample(body: string, from: string = sampleNumbers.from, pictures: readonly string[] = []): LabRequest {
    texts += 1;
    const fields = new URLSearchParams({ MessageSid: `SM${String(texts).padStart(8, '0')}`, From: from, To: sampleNumbers.to, Body: body });
    for (const [index, url] of pictures.entries()) fields.set(`MediaUrl${index}`, url);
    return {
      headers: [
        ['Host', 'texts.example.com'],
        ['User-Agent', 'Texttray-Lab'],
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['Content-Length', String(fields.toString().length)],
      ],
      body: { kind: 'text', text: fields.toString() },
      sign: 'line',
    };
  }

  function mutated(mutation: Mutation, base: LabRequest): { requests: LabRequest[]; expected: LabExpectation[] } {
    const one = (request: LabRequest, expected = accepted) => ({ requests: [request], expected: [expected] });
    switch (mutation) {
      case 'bad-signature':
        return one({ ...base, headers: [...base.headers, ['X-CloudVNO-Signature', '5f'.repeat(32)]], sign: 'as-is' }, refused);
      case 'missing-header':
        return one({ ...base, sign: 'as-is' }, refused);
      case 'duplicate':
        return { requests: [base, base], expected: [accepted, { status: 204, verdict: 'duplicate' }] };
      case 'reordered-burst': {
        const requests = [3, 1, 5, 2, 4].map((number) => sample(`${number} of 5`));
        return { requests, expected: requests.map(() => accepted) };
      }
      case 'ten-segments':
      case 'emoji':
      case 'right-to-left':
        return one(sample(sampleTexts[mutation]));
      case 'empty-body':
        return one({ ...base, body: { kind: 'text', text: '' } }, notUnderstood);
      case 'three-attachments':
        return one(
          sample(
            sampleTexts.text,
            undefined,
            ['1', '2', '3'].map((number) => `https://media.example.com/picture-${number}.jpg`),
          ),
        );
      case 'media-missing':
        return one(sample(sampleTexts.text, undefined, ['https://media.invalid/no-such-picture.jpg']));
      case 'body-1-mib':
        return one({ ...base, body: { kind: 'text', text: 'x'.repeat(1_048_576) } }, { status: 413, verdict: 'rejected' });
      case 'unknown-event':
        return one({ ...base, body: { kind: 'text', text: 'CallSid=CA1&CallStatus=ringing' } }, notUnderstood);
      case 'stale':
        return one(base);
    }
  }

  return {
    'deliveries.compose': async ({ lineId, deliveryId, mutation, from, body, mediaUrls }) => {
      const line = state.snapshot.lines.find(({ id }) => id === lineId);
      if (!line) return refuse('line-not-found');
      const captured = state.deliveries.find(({ id }) => id === deliveryId);
      const base: LabRequest = captured
        ? {
            headers: captured.headers,
            body: captured.bodyText === null ? { kind: 'base64', base64: captured.bodyBase64 } : { kind: 'text', text: captured.bodyText },
            sign: 'as-is',
            deliveryId: captured.id,
          }
        : sample(body ?? sampleTexts.text, from, mediaUrls);
      const mutations = mutationSchema.options.filter((each) => line.provider === 'cloudvno' || !withMedia.has(each));
      if (mutation && !mutations.includes(mutation)) return refuse('media-not-supported');
      const draft = mutation ? mutated(mutation, base) : { requests: [base], expected: captured ? [] : [accepted] };
      for (const [index, request] of draft.requests.entries()) {
        const expected = draft.expected[index];
        if (expected) awaited.set(JSON.stringify(request.body), [...(awaited.get(JSON.stringify(request.body)) ?? []), expected]);
      }
      return ok({ ...draft, together: mutation === 'reordered-burst', mutations });
    },
    'deliveries.replay': async ({ lineId, requests, together, via, into }) => {
      const line = state.snapshot.lines.find(({ id }) => id === lineId);
      if (!line) return refuse('line-not-found');
      if (via === 'public' && !line.webhookUrlIsPublic) return refuse('lab-not-public');
      const results: LabResult[] = [];
      // Providers that take a reply in the answer get one.
      const answer = line.provider === 'cloudvno' ? { contentType: 'application/xml', body: '<Response></Response>' } : undefined;
      for (const [index, request] of requests.entries()) {
        if (!together || index === 0) await new Promise((resolve) => setTimeout(resolve, via === 'public' ? 240 : 60));
        const { status, verdict } = awaited.get(JSON.stringify(request.body))?.shift() ?? accepted;
        const took = (via === 'public' ? 181 : 2.4) + index * 0.7;
        results.push({
          status,
          verdict,
          tookMs: took,
          ...(verdict === 'rejected' && { reason: status === 413 ? ('body-too-large' as const) : ('signature-wrong' as const) }),
          ...(verdict === 'not-understood' && { reason: 'event-unknown' as const }),
          ...(verdict === 'accepted' && { key: `sid:SM${index}`, text: textIn(request) }),
          ...(index === 0 && verdict === 'accepted' && answer && { answer }),
          ...(into === 'inbox' && { deliveryId: 'd1', ...(verdict === 'accepted' && { messageId: 'm1' }) }),
        });
      }
      return ok({ results });
    },
  };
}

/** The text as a receiver would read it. */
function textIn({ body }: LabRequest): NonNullable<LabResult['text']> {
  const fields = new URLSearchParams(body.kind === 'text' ? body.text : '');
  return {
    from: fields.get('From') ?? sampleNumbers.from,
    body: fields.get('Body') ?? sampleTexts.text,
    media: [...fields.keys()].filter((name) => name.startsWith('MediaUrl')).length,
  };
}
