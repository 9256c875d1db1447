/**
 * What CloudVNO holds of a line's texts: `GET /v1/messages` with a Bearer API key that has `messages:read`.
 * That much is documented ("Authentication"). Filters and paging are not: the filters are Twilio's, and since CloudVNO may
 * not know them, every answer is filtered here as well.
 * @module
 */
import { z } from 'zod';
import type { Clock, LineContext, ListOutcome, ListQuery } from '../../core/ports.ts';
import type { Unanswered } from '../asking.ts';
import { apiUrl, credential } from '../credentials.ts';
import { readJson } from '../json.ts';
import type { HttpAnswer } from '../outcome.ts';
import { askCloudVno } from './asking.ts';
import { type ListItem, readItem } from './list-item.ts';
import { type Page, readPage } from './list-page.ts';
import { usualAddress } from './send.ts';

const pageSize = 100;
const path = '/v1/messages';

/** What `next` holds: every address asked so far, and the one to ask now; `null` when nobody knows how to go on. */
const progressSchema = z.object({ asked: z.array(z.string()), ask: z.string().nullable() });
type Progress = z.infer<typeof progressSchema>;

/** Asks for one page. Never throws, whatever comes back. */
export async function list(query: ListQuery, context: LineContext, clock: Clock): Promise<ListOutcome> {
  const { credentials, http, number } = context;
  const apiKey = credential(credentials, 'apiKey');
  if (apiKey === undefined) return failed('Enter the API key in the settings of this line: without it CloudVNO cannot be asked for texts.');
  const plain = apiUrl(credentials, usualAddress, path);
  if (!URL.canParse(plain)) return failed('The API address of this line is not a whole address. Correct it in the settings of this line.');

  const progress = query.next === undefined ? { asked: [], ask: withFilters(plain, number, query) } : readProgress(query.next);
  if (progress === undefined || progress.ask === null) return failed(restUnknown);
  if (URL.parse(progress.ask)?.origin !== new URL(plain).origin) return failed(restElsewhere);

  const get = (url: string) => askCloudVno(http, { method: 'GET', url, apiKey }, 'messages:read', clock);
  let asked = progress.ask;
  let answer = await get(asked);
  if (!answer.ok && query.next === undefined && doesNotKnowFilters(answer.error)) {
    asked = plain;
    answer = await get(asked);
  }
  if (!answer.ok) return failed(isAboutTheGuess(answer.error) ? `${answer.error.sentence} ${guess}` : answer.error.sentence);
  return readAnswer(answer.value, { ...progress, ask: asked }, query, context);
}

function readAnswer(answer: HttpAnswer, { asked, ask }: Progress & { ask: string }, query: ListQuery, context: LineContext): ListOutcome {
  const page = readPage(answer, pageSize);
  const items = page?.items.map((item) => readItem(item, { number: context.number, from: query.from, to: query.to })) ?? [];
  if (page === undefined || (items.length > 0 && items.every(({ kind }) => kind === 'unreadable'))) return failed(unreadable);
  const texts = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  const rest = isAllOlder(items, query.from) ? 'end' : followed(page, items, ask, context);
  const next = rest === 'end' ? undefined : goOn([...asked, ask], rest, items.length);
  return { kind: 'page', texts, ...(next !== undefined && { next: JSON.stringify(next) }) };
}

type Following = 'end' | { readonly address: string | null; readonly isGuessed: boolean };

/** Where the next page is. */
function followed({ rest }: Page, items: readonly ListItem[], asked: string, { credentials }: LineContext): Following {
  switch (rest.kind) {
    case 'none':
      return 'end';
    case 'address': {
      // A path from the root is one of the API, which may itself be below another path, behind a proxy.
      const address = rest.address.startsWith('/v1/') ? apiUrl(credentials, usualAddress, rest.address) : rest.address;
      return { address: URL.parse(address, asked)?.href ?? null, isGuessed: false };
    }
    case 'mark':
      return { address: withParameter(asked, rest.parameter, rest.value), isGuessed: true };
    case 'after-last': {
      const last = items.at(-1)?.sid;
      return { address: last === undefined ? null : withParameter(asked, 'starting_after', last), isGuessed: true };
    }
    case 'unknown':
      return { address: null, isGuessed: true };
  }
}

/**
 * A place that was asked already ends the list: then all it leads to has been read. Not so when the way was a guess and
 * texts come again: CloudVNO did not understand it, and the rest was never seen.
 */
function goOn(asked: string[], { address, isGuessed }: Exclude<Following, 'end'>, count: number): Progress | undefined {
  if (address === null || !asked.includes(address)) return { asked, ask: address };
  return isGuessed && count > 0 ? { asked, ask: null } : undefined;
}

/**
 * Where CloudVNO does not know the filters it lists everything it ever had. When it does so newest first, nothing that is
 * wanted comes after a page from before the time asked for.
 */
function isAllOlder(items: readonly ListItem[], from: string): boolean {
  const moments = items.map(({ at }) => (at === undefined ? Number.NaN : Date.parse(at)));
  const isNewestFirst = moments.every((each, index) => index === 0 || each <= (moments[index - 1] ?? 0));
  const [first = Number.NaN, last = Number.NaN] = [moments[0], moments.at(-1)];
  return isNewestFirst && last < first && first < Date.parse(from);
}

/** In whole seconds, outwards: that is how Twilio writes times. */
function withFilters(plain: string, number: string, { from, to }: ListQuery): string {
  const seconds = (milliseconds: number) => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
  const until = Math.ceil(Date.parse(to) / 1_000) * 1_000;
  const filters = { To: number, 'DateSent>': seconds(Date.parse(from)), 'DateSent<': seconds(until), PageSize: String(pageSize) };
  return `${plain}?${new URLSearchParams(filters)}`;
}

function withParameter(address: string, name: string, value: string): string | null {
  const url = URL.parse(address);
  url?.searchParams.set(name, value);
  return url?.href ?? null;
}

function readProgress(next: string): Progress | undefined {
  return progressSchema.safeParse(readJson(next)).data;
}

function doesNotKnowFilters({ status }: Unanswered): boolean {
  return status === 400 || status === 422;
}

function isAboutTheGuess({ status }: Unanswered): boolean {
  return status !== undefined && [400, 404, 405, 422].includes(status);
}

const guess =
  'How CloudVNO lists texts is not documented, so Texttray has to guess: look for missed texts in the CloudVNO dashboard as well.';
const unreadable = `CloudVNO answered in a form that Texttray cannot read. ${guess}`;
const restUnknown = `CloudVNO holds more texts than it listed, and does not say how to ask for them. ${guess}`;
const restElsewhere =
  'CloudVNO continues its list at another address, where Texttray does not send your API key. Look for missed texts in the CloudVNO dashboard.';

function failed(message: string): ListOutcome {
  return { kind: 'failed', message };
}
