/**
 * What an answer means, in a sentence for a person.
 * @module
 */
import type { Provider } from '../core/ports.ts';
import type { Outcome } from './sender.ts';

export type Verdict = {
  readonly kind: 'accepted' | 'refused' | 'no-answer';
  readonly sentence: string;
};

/** @param expect the only status that is right; absent: any 2xx is */
export function judge(outcome: Outcome, { wire, info }: Provider, expect: number | undefined): Verdict {
  if (outcome.kind === 'no-answer') return { kind: 'no-answer', sentence: `No answer. ${outcome.reason}` };
  const { status } = outcome;
  const isAccepted = status >= 200 && status < 300;
  if (expect !== undefined) {
    if (status === expect) return { kind: 'accepted', sentence: `${status}, as expected.` };
    const why = isAccepted ? '' : ` ${explain(outcome, wire)}`;
    return { kind: 'refused', sentence: `${status} instead of the expected ${expect}.${why}` };
  }
  if (!isAccepted) return { kind: 'refused', sentence: `Refused: ${status}. ${explain(outcome, wire)}` };
  const isReply = info.answersInline && outcome.body.length > 0;
  return { kind: 'accepted', sentence: isReply ? `Accepted: ${status}. The answer may hold a reply.` : `Accepted: ${status}.` };
}

function explain(answer: Extract<Outcome, { kind: 'answer' }>, wire: Provider['wire']): string {
  const { status } = answer;
  if (status === 401 || status === 403) return unproven(wire);
  if (status >= 300 && status < 400)
    return 'The receiver sends it elsewhere, and nothing is sent on to another address: give the final one with --url.';
  switch (status) {
    case 404:
    case 410:
      return 'Nothing is at this address. Is the path complete, and does the line still exist?';
    case 405:
      return 'There is something at this address, but it takes no POST.';
    case 408:
      return 'The receiver did not get the whole request in time.';
    case 413:
      return 'The body is larger than the receiver takes.';
    case 415:
      return `The receiver does not take ${wire.contentType}.`;
    case 429:
      return `The receiver had too many requests it refused.${retryAfter(answer)}`;
    case 502:
    case 504:
      return 'What stands before the receiver does not reach it: is the tunnel up, and the receiver running?';
    case 503:
      return `The receiver cannot take anything right now and asks to come again.${retryAfter(answer)}`;
    default:
      return status >= 500 ? 'The receiver has trouble of its own.' : 'The receiver did not take the request as it is.';
  }
}

function unproven({ scheme, header, coversUrl }: Provider['wire']): string {
  if (scheme === 'static') return `The receiver did not accept the ${header} header. Is the secret its whole value, as in "Bearer …"?`;
  const url = coversUrl ? ', and is --url (or --sign-url) exactly the URL the provider was given?' : '?';
  return `The receiver did not accept the signature. Is the secret right${url}`;
}

function retryAfter({ headers }: { readonly headers: readonly (readonly [string, string])[] }): string {
  const seconds = headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1] ?? '';
  return /^\d{1,6}$/.test(seconds) ? ` It asks to wait ${seconds} s.` : '';
}
