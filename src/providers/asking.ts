/**
 * Questions to a provider about its side of a line: what it holds, where it sends texts. Unlike a text, a question may
 * be put again at any time, so nothing is ambiguous here: whatever goes wrong is a sentence for the user.
 * @module
 */
import type { HttpClient, HttpRequest } from '../core/ports.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { HttpAnswer } from './outcome.ts';

export type Question = Pick<HttpRequest, 'method' | 'url'> & {
  readonly apiKey: string;
  /** Sent as JSON. */
  readonly body?: unknown;
};

export type Unanswered = {
  /** For the user; holds neither keys nor addresses. */
  readonly sentence: string;
  /** The HTTP status, when there was an answer. */
  readonly status?: number;
};

/** How a provider calls itself, and what it means by an answer that is not 2xx. */
export type Asked = { readonly name: string; explain(answer: HttpAnswer): string };

/** Asks with a Bearer key. Only a 2xx is an answer. Never throws. */
export async function ask(http: HttpClient, question: Question, { name, explain }: Asked): Promise<Result<HttpAnswer, Unanswered>> {
  const { method, url, apiKey, body } = question;
  const outcome = await http({
    method,
    url,
    headers: {
      Authorization: `Bearer ${apiKey}`,
      Accept: 'application/json',
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (outcome.kind === 'not-sent') return failed({ sentence: `${name} could not be reached. ${outcome.reason}` });
  if (outcome.kind === 'ambiguous') return failed({ sentence: `${name} did not answer. ${outcome.reason}` });
  const { status } = outcome;
  return status >= 200 && status < 300 ? ok(outcome) : failed({ sentence: explain(outcome), status });
}

/** For an answer that holds no error the provider documents. A redirect is not followed: the key would follow it. */
export function undocumentedRefusal(name: string, status: number): string {
  if (status >= 300 && status < 400)
    return 'The API address answered with a redirect. Enter the address it leads to as the API address of this line.';
  if (status === 429) return `${name} asks to be asked less often. Try again in a few minutes.`;
  if (status === 408 || status >= 500) return `${name} has an error of its own (${status}). Try again later.`;
  if (status === 401 || status === 403) return `${name} refused the API key (${status}). Check it in the settings of this line.`;
  return `${name} refused the request (${status}).`;
}

/** A provider's own words as one sentence of bearable length; `undefined` when there are none. */
export function saidBy(words: string | undefined): string | undefined {
  const text = words?.replace(/\s+/g, ' ').trim().slice(0, 300).toWellFormed();
  if (!text) return undefined;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
