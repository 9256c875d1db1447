/**
 * Puts messages into the index and takes them out.
 * @module
 */
import type { DatabaseSync } from 'node:sqlite';
import type { IndexedConversation, IndexedMessage } from '../core/ports.ts';
import { foldText } from '../domain/search-text.ts';
import { type Frequencies, markedText } from './grams.ts';

export type Writing = {
  put(messages: readonly IndexedMessage[]): void;
  remove(sequences: readonly number[]): void;
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
      'INSERT OR IGNORE INTO message (sequence, conversation, at, outbound, media, id, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    text: database.prepare('INSERT INTO text (rowid, folded) VALUES (?, ?)'),
    removeMessage: database.prepare('DELETE FROM message WHERE sequence = ?'),
    removeText: database.prepare('DELETE FROM text WHERE rowid = ?'),
    ofConversation: database.prepare('SELECT sequence FROM message WHERE conversation = ?'),
    known: database.prepare(
      `SELECT conversation.id AS id, count(*) AS count, max(message.sequence) AS last
       FROM message JOIN conversation ON conversation.key = message.conversation GROUP BY message.conversation`,
    ),
    merge: database.prepare("INSERT INTO text (text, rank) VALUES ('merge', ?)"),
    changes: database.prepare('SELECT total_changes() AS count'),
  };
  let sinceSample = 0;
  let tidying = false;

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
    const added = statements.message.run(
      sequence,
      conversation,
      Date.parse(message.at),
      outbound ? 1 : 0,
      hasMedia ? 1 : 0,
      id,
      body.toWellFormed(),
    );
    if (Number(added.changes) === 0) return;
    const folded = foldText(body);
    statements.text.run(sequence, markedText(folded, { line, outbound, hasMedia }));
    noteLetters(folded);
    sinceSample = (sinceSample + 1) % sampleEvery;
    if (sinceSample === 0 && frequencies.wantsMore()) frequencies.sample(folded);
  };

  const remove = (sequences: readonly number[]): void => {
    for (const sequence of sequences) {
      if (Number(statements.removeMessage.run(sequence).changes) > 0) statements.removeText.run(sequence);
    }
  };

  return {
    put: (messages) => transaction(() => messages.forEach(putOne)),
    remove: (sequences) => transaction(() => remove(sequences)),
    forget(conversationId) {
      const key = conversations.get(conversationId) ?? refill(conversations, 'conversation').get(conversationId);
      if (key === undefined) return;
      transaction(() => remove(statements.ofConversation.all(key).map(({ sequence }) => Number(sequence))));
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
