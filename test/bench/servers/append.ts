/** Peer: Express, signature, one append and one fdatasync a request. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { listenAndTell, verifyingApp } from './serve.ts';

const file = await open(join(process.argv[2] ?? '.', 'append.log'), 'a', 0o600);
listenAndTell(
  verifyingApp(async (body) => {
    await file.appendFile(`${body.toString('utf8')}\n`);
    await file.datasync();
  }),
);
