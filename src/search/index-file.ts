/**
 * The file of the index: a SQLite database that is opened, checked, and made anew when it is damaged or of another form.
 * @module
 */
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/** Raised whenever tables or folding change: a file of any other form is thrown away and built anew. */
const form = 3;
/** "Ttrx": marks the file as ours. */
const applicationId = 0x54747278;

/**
 * `text` holds the folded texts by their trigrams alone (`detail=none`), newest sequence last: what it finds is compared with the
 * message itself. A message's place is its sequence, so the newest come first without sorting; or the next free one, because
 * imported messages of several conversations can have the same sequence.
 */
const tables = `
  CREATE TABLE line (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE conversation (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, line INTEGER NOT NULL, peer TEXT NOT NULL) STRICT;
  CREATE TABLE message (
    place INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, conversation INTEGER NOT NULL, at INTEGER NOT NULL,
    outbound INTEGER NOT NULL, media INTEGER NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX message_by_conversation ON message (conversation, sequence);
  CREATE INDEX message_by_time ON message (at);
  CREATE TABLE letter (code INTEGER PRIMARY KEY) STRICT;
  CREATE VIRTUAL TABLE text USING fts5 (
    folded, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1'
  );
`;

/** Opens the file, or makes a new one in its place. Throws when neither can be done. */
export function openIndexFile(path: string): { readonly database: DatabaseSync; readonly isNew: boolean } {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const database = open(path);
    if (database !== undefined) return database;
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  deleteIndexFile(path);
  const made = open(path);
  if (made === undefined) throw new Error('A new index file is not what it should be');
  return made;
}

/** Deletes the file and what SQLite keeps beside it. */
export function deleteIndexFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
}

/** True for what SQLite says of a file that is not sound: SQLITE_CORRUPT and SQLITE_NOTADB, in all their extended forms. */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  const code = error.errcode & 0xff;
  return code === 11 || code === 26;
}

function open(path: string): { database: DatabaseSync; isNew: boolean } | undefined {
  // SQLite would make it readable for others; what it puts beside it takes the rights of the file.
  closeSync(openSync(path, 'a', 0o600));
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(path);
  try {
    const isNew = prepareFile(database);
    if (isNew !== undefined) return { database, isNew };
  } catch (error) {
    database.close();
    throw error;
  }
  database.close();
  return undefined;
}

/** Whether the file is new; `undefined` when it is not of our form. */
function prepareFile(database: DatabaseSync): boolean | undefined {
  // A power cut may cost the last commits, never the file; deleted texts are overwritten.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA cache_size = -8000');
  const isNew = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.count === 0;
  if (isNew) {
    database.exec(`BEGIN; ${tables} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${form}; COMMIT`);
    return true;
  }
  const isOurs = pragma(database, 'application_id') === applicationId && pragma(database, 'user_version') === form;
  return isOurs ? false : undefined;
}

function pragma(database: DatabaseSync, name: string): unknown {
  return database.prepare(`PRAGMA ${name}`).get()?.[name];
}
