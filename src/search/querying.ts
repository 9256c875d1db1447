/**
 * Answers a query from the index, newest first, for a bounded time.
 *
 * Trigrams lead to the texts that may match; each is compared with the terms before it counts. A query of one or two
 * characters has no trigram: the newest texts are read, and for two characters then every trigram that begins with them.
 * @module
 */
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { IndexAnswer, IndexedMessage, IndexQuery } from '../core/ports.ts';
import { holdsAll } from '../domain/search-query.ts';
import { foldText } from '../domain/search-text.ts';
import { directionMark, type Frequencies, lineMark, mediaMark, quoted, rarestGrams, textEnd } from './grams.ts';
import type { Writing } from './writing.ts';

type Row = Record<string, SQLOutputValue>;

/** How long a query may take, in milliseconds; then it answers what it has. */
const patienceMs = 45;
/** After so many texts it is looked whether the time is up or the query is wanted no more. */
const lookEvery = 32;
/** How many of the newest texts are read for two characters before their trigrams are asked for. */
const readFirst = 2_000;
/** How many trigrams FTS5 is asked for in one question. */
const alternatives = 200;

export type Querying = (query: IndexQuery, isSuperseded: () => boolean) => IndexAnswer;

const columns = `message.place, message.sequence, message.at, message.outbound, message.media, message.id, message.body,
  conversation.id AS conversation, conversation.peer, line.id AS line`;
const owners = 'JOIN conversation ON conversation.key = message.conversation JOIN line ON line.key = conversation.line';

export function createQuerying(database: DatabaseSync, writing: Writing, frequencies: Frequencies): Querying {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const rowsOf = (sql: string, values: Record<string, SQLInputValue>): Iterable<Row> => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement.iterate(values);
  };

  /** Between which places everything of a time lies: what is outside need not be looked at. */
  const rangeOf = ({ from, to }: IndexQuery): { low: number; high: number } | undefined => {
    if (from === undefined && to === undefined) return { low: Number.MIN_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER };
    const sql = 'SELECT min(place) AS low, max(place) AS high FROM message WHERE at >= $from AND at < $to';
    const [row] = rowsOf(sql, { $from: from ?? -8.64e15, $to: to ?? 8.64e15 });
    if (row === undefined || row.low === null) return undefined;
    return { low: Number(row.low), high: Number(row.high) };
  };

  const matching = (match: string, { where, values }: Condition): Iterable<Row> =>
    rowsOf(
      `SELECT ${columns} FROM text CROSS JOIN message ON message.place = text.rowid ${owners}
       WHERE text MATCH $match AND text.rowid >= $low AND text.rowid <= $high ${where} ORDER BY text.rowid DESC`,
      { ...values, $match: match },
    );
  const reading = ({ where, values }: Condition): Iterable<Row> =>
    rowsOf(
      `SELECT ${columns} FROM message ${owners}
       WHERE message.place >= $low AND message.place <= $high ${where} ORDER BY message.place DESC`,
      values,
    );

  return (query, isSuperseded) => {
    const nothing: IndexAnswer = { hits: [], nextBefore: null, timeIsUp: false, superseded: false };
    if (isSuperseded()) return { ...nothing, superseded: true };
    const range = rangeOf(query);
    const line = query.lineId === undefined ? undefined : writing.lineKey(query.lineId);
    if (range === undefined || (query.lineId !== undefined && line === undefined)) return nothing;
    const high = Math.min(range.high, (query.before ?? Number.MAX_SAFE_INTEGER) - 1);
    const condition = conditionOf(query, line, range.low, high);
    const limits = { ...query, isSuperseded, deadline: performance.now() + patienceMs };

    const grams = rarestGrams(query.terms, frequencies.of).map(quoted);
    const marks = marksOf(query, line).map(quoted);
    const through = (match: string): Collected => collect(matching([match, ...marks].join(' AND '), condition), limits);
    if (grams.length > 0) return answerOf(through(grams.join(' AND ')));
    const newestFirst = marks.length > 0 ? matching(marks.join(' AND '), condition) : reading(condition);
    const pair = query.terms.find((term) => Array.from(term).length === 2);
    if (pair === undefined) return answerOf(collect(newestFirst, limits));
    const newest = collect(newestFirst, { ...limits, readAtMost: readFirst });
    if (newest.nextBefore === null || newest.hits.length >= query.limit || newest.superseded) return answerOf(newest);
    return answerOf(merged(beginningWith(pair, writing.letters).map(through), query.limit));
  };
}

/** What leads to the texts of a line, of a direction, with attachments. */
function marksOf({ direction, hasMedia }: IndexQuery, line: number | undefined): string[] {
  return [
    ...(line === undefined ? [] : [lineMark(line)]),
    ...(direction === undefined ? [] : [directionMark(direction === 'outbound')]),
    ...(hasMedia === true ? [mediaMark] : []),
  ];
}

type Condition = { readonly where: string; readonly values: Record<string, SQLInputValue> };

/** What is compared in SQL, because it spares reading the text. */
function conditionOf({ direction, from, to, hasMedia }: IndexQuery, line: number | undefined, low: number, high: number): Condition {
  const parts = [
    ...(line === undefined ? [] : [['conversation.line = $line', { $line: line }] as const]),
    ...(direction === undefined ? [] : [['message.outbound = $outbound', { $outbound: direction === 'outbound' ? 1 : 0 }] as const]),
    ...(from === undefined ? [] : [['message.at >= $from', { $from: from }] as const]),
    ...(to === undefined ? [] : [['message.at < $to', { $to: to }] as const]),
    ...(hasMedia === undefined ? [] : [['message.media = $media', { $media: hasMedia ? 1 : 0 }] as const]),
  ];
  return {
    where: parts.map(([sql]) => `AND ${sql}`).join(' '),
    values: Object.assign({ $low: low, $high: high }, ...parts.map(([, values]) => values)),
  };
}

/** A message with its place: pages go on by it. */
type Hit = { readonly place: number; readonly message: IndexedMessage };
type Collected = Omit<IndexAnswer, 'hits'> & { readonly hits: readonly Hit[] };

function answerOf({ hits, ...rest }: Collected): IndexAnswer {
  return { ...rest, hits: hits.map(({ message }) => message) };
}

type Limits = Pick<IndexQuery, 'terms' | 'limit'> & {
  readonly deadline: number;
  readonly isSuperseded: () => boolean;
  readonly readAtMost?: number;
};

/** Takes from rows that come newest first what holds all terms. */
function collect(rows: Iterable<Row>, { terms, limit, deadline, isSuperseded, readAtMost }: Limits): Collected {
  const hits: Hit[] = [];
  let read = 0;
  for (const row of rows) {
    read += 1;
    const last = Number(row.place);
    if (holdsAll(foldText(String(row.body)), terms)) hits.push({ place: last, message: messageOf(row) });
    if (hits.length >= limit || (readAtMost !== undefined && read >= readAtMost)) {
      return { hits, nextBefore: last, timeIsUp: false, superseded: false };
    }
    if (read % lookEvery !== 0) continue;
    if (isSuperseded()) return { hits: [], nextBefore: last, timeIsUp: false, superseded: true };
    if (performance.now() > deadline) return { hits, nextBefore: last, timeIsUp: true, superseded: false };
  }
  return { hits, nextBefore: null, timeIsUp: false, superseded: false };
}

/** Questions that together ask for every trigram which begins with two characters; a text may also end with them. */
function beginningWith(pair: string, letters: ReadonlySet<number>): string[] {
  const grams = [textEnd, ...Array.from(letters, (code) => String.fromCodePoint(code))].map((letter) => quoted(pair + letter));
  const pieces: string[] = [];
  for (let start = 0; start < grams.length; start += alternatives)
    pieces.push(`(${grams.slice(start, start + alternatives).join(' OR ')})`);
  return pieces;
}

/** The newest of several answers. Where one of them did not come to its end, the others say nothing of what lies beyond. */
function merged(answers: readonly Collected[], limit: number): Collected {
  const floor = Math.max(...answers.map(({ nextBefore }) => nextBefore ?? Number.MIN_SAFE_INTEGER));
  const distinct = new Map(answers.flatMap(({ hits }) => hits).map((hit) => [hit.place, hit]));
  const sorted = [...distinct.values()].filter(({ place }) => place >= floor).sort((one, other) => other.place - one.place);
  const hits = sorted.slice(0, limit);
  const cut = sorted.length > limit ? hits.at(-1)?.place : undefined;
  return {
    hits,
    nextBefore: cut ?? (floor === Number.MIN_SAFE_INTEGER ? null : floor),
    timeIsUp: cut === undefined && answers.some(({ timeIsUp }) => timeIsUp),
    superseded: answers.some(({ superseded }) => superseded),
  };
}

function messageOf(row: Row): IndexedMessage {
  return {
    id: String(row.id),
    sequence: Number(row.sequence),
    lineId: String(row.line),
    conversationId: String(row.conversation),
    peer: String(row.peer),
    direction: row.outbound === 1 ? 'outbound' : 'inbound',
    at: new Date(Number(row.at)).toISOString(),
    body: String(row.body),
    hasMedia: row.media === 1,
  };
}
