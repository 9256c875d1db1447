import type { HttpOutcome, ListOutcome, ListQuery } from '../../src/core/ports.ts';
import { provider } from './providers.ts';

/** The line's number. */
export const number = '+12125559876';
/** The time asked for, and a moment in it. */
export const query: ListQuery = { from: '2026-03-06T10:00:00.000Z', to: '2026-03-06T12:00:00.000Z' };
export const within = '2026-03-06T11:00:00Z';

/** A message as CloudVNO's list may write it, and the text it is. */
export const item = (changes: object = {}) => ({
  sid: 'SM1',
  from: '+14155551234',
  to: number,
  body: 'Hello',
  direction: 'inbound',
  date_created: within,
  date_sent: null,
  ...changes,
});
export const text = {
  key: 'sid:SM1',
  providerId: 'SM1',
  from: '+14155551234',
  body: 'Hello',
  mediaUrls: [],
  providerAt: '2026-03-06T11:00:00.000Z',
};

const { list } = provider('cloudvno');

/** Asks CloudVNO's list, through a client that keeps the addresses and gives these answers, the last one for ever. */
export async function listing(
  answers: readonly { readonly body: string; readonly headers?: Readonly<Record<string, string>> }[],
  asked: Partial<ListQuery> = {},
): Promise<{ readonly outcome: ListOutcome; readonly addresses: readonly string[] }> {
  const addresses: string[] = [];
  const http = (request: { readonly url: string }): Promise<HttpOutcome> => {
    const answer = answers[Math.min(addresses.length, answers.length - 1)];
    addresses.push(request.url);
    return Promise.resolve({ kind: 'answer', status: 200, headers: answer?.headers ?? {}, body: answer?.body ?? '' });
  };
  if (list === undefined) throw new Error('CloudVNO has no list.');
  const outcome = await list({ ...query, ...asked }, { credentials: { apiKey: 'key' }, http, number });
  return { outcome, addresses };
}

/** What the list makes of an answer. */
export async function listed(
  answer: unknown,
  asked: Partial<ListQuery> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<ListOutcome> {
  const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return (await listing([{ body, headers }], asked)).outcome;
}
