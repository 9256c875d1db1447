import { describe, expect, test } from 'vitest';
import type { ListOutcome } from '../../../../src/core/ports.ts';
import { item, listed, listing, text, within } from '../../../support/cloudvno-list.ts';

/** The address that the next page is asked at, the sentence instead of it, or `undefined` when none is asked for. */
async function nextAddress(answer: unknown, headers?: Readonly<Record<string, string>>): Promise<string | undefined> {
  const outcome = await listed(answer, {}, headers);
  if (outcome.kind !== 'page' || outcome.next === undefined) return undefined;
  const following = await listing([{ body: '[]' }], { next: outcome.next });
  return following.addresses[0] ?? (following.outcome.kind === 'failed' ? following.outcome.message : undefined);
}

const api = 'https://api.cloudvno.com';
const first = `${api}/v1/messages?To=%2B12125559876&DateSent%3E=2026-03-06T10%3A00%3A00Z&DateSent%3C=2026-03-06T12%3A00%3A00Z&PageSize=100`;
const full = Array.from({ length: 100 }, (_, index) => item({ sid: `SM${index}` }));

describe('the list is found', () => {
  test.each([
    ['as the answer itself', [item()]],
    ['under messages', { messages: [item()], next_page_uri: null }],
    ['under data', { data: [item()], has_more: false }],
    ['under data, in messages', { data: { messages: [item()], next_page_uri: null }, meta: {} }],
    ['under items', { items: [item()] }],
    ['under results', { results: [item()], next: null }],
    ['under Messages', { Messages: [item()] }],
    ['beside an error', { error: null, records: [item()] }],
  ])('%s', async (_, answer) => {
    expect(await listed(answer)).toEqual({ kind: 'page', texts: [text] });
  });

  test.each([[[]], [{ messages: [] }], [{ data: [], has_more: false }]])('when %j has nothing in it', async (answer) => {
    expect(await listed(answer)).toEqual({ kind: 'page', texts: [] });
  });

  test.each(['', 'OK', '<html></html>', '{}', '7', 'null', '{"messages":{}}', '{"messages":7}', '{"data":{"data":{"data":[]}}}'])(
    'or not: %s is a sentence, not an empty list',
    async (answer) => {
      expect(await listed(answer)).toEqual({ kind: 'failed', message: expect.stringContaining('cannot read') });
    },
  );
});

describe('the next page', () => {
  test.each([
    [{ messages: [], next_page_uri: '/v1/messages?Page=1' }, `${api}/v1/messages?Page=1`],
    [{ messages: [], next_page_uri: '?Page=1' }, `${api}/v1/messages?Page=1`],
    [{ messages: [], next_page_uri: 'messages?Page=1' }, `${api}/v1/messages?Page=1`],
    [{ data: [], meta: { next_page_url: `${api}/v1/messages?page=2` } }, `${api}/v1/messages?page=2`],
    [{ data: [], links: { next: '/v2/messages?page=2' } }, `${api}/v2/messages?page=2`],
    [{ data: [], links: { next: { href: '/v1/messages?page=2' } } }, `${api}/v1/messages?page=2`],
    [{ data: [], next: `${api}/v1/messages?page=2` }, `${api}/v1/messages?page=2`],
    [{ data: [], has_more: true, next_cursor: 'c 1' }, `${first}&cursor=c+1`],
    [{ data: [], pagination: { next_cursor: 'c1' } }, `${first}&cursor=c1`],
    [{ data: { messages: [], next_page_token: 't' } }, `${first}&page_token=t`],
    [{ data: [], paging: { cursors: { after: 'a' } } }, `${first}&after=a`],
    [{ data: [], next: 'c1' }, `${first}&cursor=c1`],
    [{ data: [], meta: { next_page: 2 } }, `${first}&page=2`],
    [{ data: [item({ sid: 'SM1' }), item({ sid: 'SM2' })], has_more: true }, `${first}&starting_after=SM2`],
  ])('after %j is asked at %s', async (answer, address) => {
    expect(await nextAddress(answer)).toBe(address);
  });

  test.each([
    '</v1/messages?p=2>; rel="next"',
    '</v1/messages?p=1>; rel="first", </v1/messages?p=2>; rel=next',
    '</v1/messages?p=2>; title="x"; rel="next"',
  ])('is found in the header Link: %s', async (link) => {
    expect(await nextAddress([item()], { link })).toBe(`${api}/v1/messages?p=2`);
  });

  test.each([
    ['an empty list', []],
    ['no address', { messages: [], next_page_uri: null }],
    ['an empty address', { messages: full, next_page_uri: '' }],
    ['no more, whatever the mark', { data: full, has_more: false, next_cursor: 'polling' }],
    ['no mark', { data: full, next_cursor: null }],
    ['nothing in all', { data: [], total: 0 }],
    ['the last of all', { data: [item()], total: 51, offset: 50 }],
  ])('is not asked for after %s', async (_, answer) => {
    expect(await nextAddress(answer)).toBeUndefined();
  });

  test.each([
    ['a full page that says nothing', full],
    ['more, without a mark', { data: [], has_more: true }],
    ['a larger total', { data: [item()], total: 2 }],
    ['several pages', { data: [item()], meta: { total_pages: 2 } }],
    ['an address that is none', { data: [item()], next_page_uri: 'https://' }],
    ['a mark beyond measure', { data: [item()], next_cursor: 'x'.repeat(2_001) }],
    ['an address beyond measure', { data: [item()], next_page_uri: `/${'x'.repeat(2_000)}` }],
  ])('that cannot be asked for (%s) is said after the texts of this one', async (_, answer) => {
    const outcome = await listed(answer);
    expect(outcome).toMatchObject({ kind: 'page', next: expect.any(String) });
    expect(await nextAddress(answer)).toContain('does not say how to ask');
  });

  test('is not asked for when the list is newest first and has come to the time before', async () => {
    const at = (sid: string, date_created: string | null) => item({ sid, date_created });
    const older = [at('SM3', '2026-03-06T09:00:00Z'), at('SM2', '2026-03-06T08:00:00Z'), at('SM1', '2026-03-06T08:00:00Z')];
    const next_page_uri = '/v1/messages?Page=9';
    expect(await nextAddress({ messages: older, next_page_uri })).toBeUndefined();
    expect(await nextAddress({ messages: older.toReversed(), next_page_uri })).toContain('Page=9');
    expect(await nextAddress({ messages: older.slice(1), next_page_uri })).toContain('Page=9');
    expect(await nextAddress({ messages: [...older, at('SM0', null)], next_page_uri })).toContain('Page=9');
    expect(await nextAddress({ messages: [at('SM4', within), ...older], next_page_uri })).toContain('Page=9');
  });
});

describe('paging comes to an end', () => {
  async function pages(answer: unknown): Promise<{ readonly count: number; readonly last: ListOutcome }> {
    let [count, last] = [1, await listed(answer)];
    while (last.kind === 'page' && last.next !== undefined && count < 50) {
      last = await listed(answer, { next: last.next });
      count += 1;
    }
    return { count, last };
  }

  test('when an address comes twice', async () => {
    expect(await pages({ messages: [item()], next_page_uri: '/v1/messages?Page=1' })).toEqual({
      count: 2,
      last: { kind: 'page', texts: [text] },
    });
  });

  test('when a mark leads to nothing new', async () => {
    expect(await pages({ data: [], next_cursor: 'same' })).toEqual({ count: 2, last: { kind: 'page', texts: [] } });
  });

  test('with a sentence when a mark we had to guess a parameter for brings the same texts again', async () => {
    for (const answer of [
      { data: [item()], next_cursor: 'same' },
      { data: [item()], has_more: true },
    ]) {
      expect(await pages(answer)).toEqual({
        count: 3,
        last: { kind: 'failed', message: expect.stringContaining('does not say how to ask') },
      });
    }
  });

  test.each(['', 'x', '{}', '[]', '{"asked":7,"ask":"https://api.cloudvno.com/"}'])('for a place "%s" that is not ours', async (next) => {
    expect(await listed([], { next })).toMatchObject({ kind: 'failed' });
  });
});
