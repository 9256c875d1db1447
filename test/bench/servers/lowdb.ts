/** Peer: Express, signature, stock lowdb with its JSON file: all messages are written again at each request. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { listenAndTell, verifyingApp } from './serve.ts';

const [folder = '.', stored = '0'] = process.argv.slice(2);
const messages = Array.from({ length: Number(stored) }, (_, index) => ({ id: index, from: '+14155550100', body: 'x'.repeat(300) }));
const database = new Low<{ messages: unknown[] }>(new JSONFile(join(folder, 'lowdb.json')), { messages });
await database.write();
listenAndTell(
  verifyingApp(async (body) => {
    database.data.messages.push(JSON.parse(body.toString('utf8')));
    await database.write();
  }),
);
