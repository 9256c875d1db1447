/** Peer: Express, signature, better-sqlite3 with WAL and synchronous=FULL, one transaction a message. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listenAndTell, verifyingApp } from './serve.ts';

type Statement = { run(...values: unknown[]): unknown };
type Database = {
  pragma(text: string): unknown;
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  transaction(work: () => void): () => void;
};

const [folder = '.', stored = '0'] = process.argv.slice(2);
// The benchmark's own package: the app does without it.
const sqlitePackage = fileURLToPath(new URL('../peers/node_modules/better-sqlite3', import.meta.url));
const require = createRequire(import.meta.url);
const Sqlite: new (path: string) => Database = require(sqlitePackage);
const database = new Sqlite(join(folder, 'messages.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, provider_id TEXT UNIQUE, peer TEXT, body TEXT)');
database.exec('CREATE INDEX IF NOT EXISTS by_peer ON messages (peer, id)');
const insert = database.prepare('INSERT OR IGNORE INTO messages (provider_id, peer, body) VALUES (?, ?, ?)');
database.transaction(() => {
  for (let index = 0; index < Number(stored); index += 1) insert.run(`stored-${index}`, `+1415555${index % 2_000}`, 'x'.repeat(300));
})();
let next = 0;
listenAndTell(
  verifyingApp((body) => {
    next += 1;
    insert.run(`new-${process.pid}-${next}`, '+14155550100', body.toString('utf8'));
  }),
);
