/**
 * Puts messages into the index and takes them out.
 * @module
 */
import type { DatabaseSync } from 'node:sqlite';
import type { IndexedConversation, IndexedMessage, MessagePlace } from '../core/ports.ts';
import { foldText } from '../domain/search-text.ts';
import { type Frequencies, markedText } from './grams.ts';

export type Writing = {
  put(messages: readonly IndexedMessage[]): void;
  remove(messages: readonly MessagePlace[]): void;
  forget(conversationId: string): void;
  known(): readonly IndexedConversation[];
  /** One short step of bringing the index into its fastest form; true while there is more. */
  tidy(): boolean;
  /** The number of a line, where a message of it was put. */
  lineKey(id: string): number | undefined;
  /** All characters that are in texts. */
  readonly letters: ReadonlySet<number>;
};

/** One text in so many is looked at for how frequent trigrams are. */
const sampleEvery = 16;
/** Pages merged in one step of tidying: a few milliseconds. */
const tidyPages = 64;

export function createWriting(database: DatabaseSync, frequencies: Frequencies): Writing {
  const lines = keysOf(database, 'SELECT key, id FROM line');
  const conversations = keysOf(database, 'SELECT key, id FROM conversation');
  const letters = new Set(
    database
      .prepare('SELECT code FROM letter')
      .all()
      .map(({ code }) => Number(code)),
  );
  const statements = {
    line: database.prepare('INSERT INTO line (id) VALUES (?)'),
    conversation: database.prepare('INSERT INTO conversation (id, line, peer) VALUES (?, ?, ?)'),
    letter: database.prepare('INSERT OR IGNORE INTO letter (code) VALUES (?)'),
    message: database.prepare(
      'INSERT INTO message (place, sequence, conversation, at, outbound, media, id, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    placeOf: database.prepare('SELECT place FROM message WHERE conversation = ? AND sequence = ?'),
    text: database.prepare('INSERT INTO text (rowid, folded) VALUES (?, ?)'),
    removeMessage: database.prepare('DELETE FROM message WHERE place = ?'),
    removeText: database.prepare('DELETE FROM text WHERE rowid = ?'),
    ofConversation: database.prepare('SELECT place FROM message WHERE conversation = ?'),
    known: database.prepare(
      `SELECT conversation.id AS id, count(*) AS count, max(message.sequence) AS last
       FROM message JOIN conversation ON conversation.key = message.conversation GROUP BY message.conversation`,
    ),
    merge: database.prepare("INSERT INTO text (text, rank) VALUES ('merge', ?)"),
    changes: database.prepare('SELECT total_changes() AS count'),
  };
  let sinceSample = 0;
  let tidying = false;
  /** Places that were found taken, one after the other: where one of them is wanted next, the first free one is behind them. */
  let taken = { from: 0, to: -1 };

  const transaction = (task: () => void): void => {
    database.exec('BEGIN IMMEDIATE');
    try {
      task();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      // What was given a number meanwhile was not kept.
      lines.clear();
      conversations.clear();
      throw error;
    }
  };
  const keyOf = (known: Map<string, number>, table: 'line' | 'conversation', id: string, insert: () => number | bigint): number => {
    const key = known.get(id) ?? (known.size === 0 ? refill(known, table).get(id) : undefined);
    if (key !== undefined) return key;
    const made = Number(insert());
    known.set(id, made);
    return made;
  };
  const refill = (known: Map<string, number>, table: 'line' | 'conversation'): Map<string, number> => {
    for (const [id, key] of keysOf(database, `SELECT key, id FROM ${table}`)) known.set(id, key);
    return known;
  };

  const noteLetters = (folded: string): void => {
    for (const character of folded) {
      const code = character.codePointAt(0) ?? 0;
      if (letters.has(code)) continue;
      statements.letter.run(code);
      letters.add(code);
    }
  };

  type Putting = { readonly isPutAt: (place: number) => boolean; readonly isKnown: () => boolean };
  /** Puts a message at the place of its sequence or, where another conversation's message has that, at the next free one. */
  const firstFree = (sequence: number, { isPutAt, isKnown }: Putting): number | undefined => {
    if (isPutAt(sequence)) return sequence;
    if (isKnown()) return undefined;
    if (sequence < taken.from || sequence > taken.to) taken = { from: sequence, to: sequence };
    do taken.to += 1;
    while (!isPutAt(taken.to));
    return taken.to;
  };

  const putOne = (message: IndexedMessage): void => {
    const line = keyOf(lines, 'line', message.lineId, () => statements.line.run(message.lineId).lastInsertRowid);
    const conversation = keyOf(
      conversations,
      'conversation',
      message.conversationId,
      () => statements.conversation.run(message.conversationId, line, message.peer).lastInsertRowid,
    );
    const { sequence, id, body, hasMedia } = message;
    const outbound = message.direction === 'outbound';
    const rest = [Date.parse(message.at), outbound ? 1 : 0, hasMedia ? 1 : 0, id, body.toWellFormed()];
    const place = firstFree(sequence, {
      isPutAt: (each) => Number(statements.message.run(each, sequence, conversation, ...rest).changes) > 0,
      isKnown: () => statements.placeOf.get(conversation, sequence) !== undefined,
    });
    if (place === undefined) return;
    const folded = foldText(body);
    statements.text.run(place, markedText(folded, { line, outbound, hasMedia }));
    noteLetters(folded);
    sinceSample = (sinceSample + 1) % sampleEvery;
    if (sinceSample === 0 && frequencies.wantsMore()) frequencies.sample(folded);
  };

  const removeAt = (rows: readonly Record<string, unknown>[]): void => {
    for (const { place } of rows) {
      statements.removeMessage.run(Number(place));
      statements.removeText.run(Number(place));
    }
  };
  const keyOfConversation = (id: string): number | undefined => conversations.get(id) ?? refill(conversations, 'conversation').get(id);
  const remove = (messages: readonly MessagePlace[]): void => {
    for (const { conversationId, sequence } of messages) {
      const key = keyOfConversation(conversationId);
      if (key !== undefined) removeAt(statements.placeOf.all(key, sequence));
    }
  };

  return {
    put: (messages) => transaction(() => messages.forEach(putOne)),
    remove: (messages) => transaction(() => remove(messages)),
    forget(conversationId) {
      const key = keyOfConversation(conversationId);
      if (key !== undefined) transaction(() => removeAt(statements.ofConversation.all(key)));
    },
    known: () =>
      statements.known.all().map(({ id, count, last }) => ({ id: String(id), count: Number(count), lastSequence: Number(last) })),
    tidy() {
      const before = Number(statements.changes.get()?.count);
      // A negative number begins a merge of everything, a positive one goes on with it (FTS5, "The 'merge' command").
      statements.merge.run(tidying ? tidyPages : -tidyPages);
      tidying = Number(statements.changes.get()?.count) - before >= 2;
      return tidying;
    },
    lineKey: (id) => lines.get(id) ?? refill(lines, 'line').get(id),
    letters,
  };
}

function keysOf(database: DatabaseSync, sql: string): Map<string, number> {
  return new Map(
    database
      .prepare(sql)
      .all()
      .map(({ id, key }) => [String(id), Number(key)]),
  );
}
