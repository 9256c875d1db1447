/**
 * Deliveries as a folder that a test can replay: one JSON file each, with a script that posts them all.
 * @module
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { TakeAlongFormats, TakenDelivery } from '../../core/ports.ts';
import { shownHeaders } from './headers.ts';
import { readMe } from './read-me.ts';
import { replayScript } from './replay-script.ts';
import { decodeUtf8 } from './shell.ts';

/** Zip keeps times in steps of two seconds, from this year on. */
const firstYear = 1980;

export const writeFixtures: TakeAlongFormats['writeFixtures'] = (file, { now, masked }) => {
  const folder = `texttray-deliveries-${new Date(now).toISOString().slice(0, 10)}`;
  const mtime = new Date(Math.max(now, Date.UTC(firstYear, 0, 2)));
  const made: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error !== null) failure = error;
    else made.push(chunk);
  });
  const written: string[] = [];

  const flush = async (): Promise<void> => {
    if (failure !== undefined) throw failure;
    for (const chunk of made.splice(0)) await file.write(chunk);
  };
  const add = async (name: string, text: string): Promise<void> => {
    const entry = new ZipDeflate(`${folder}/${name}`, { level: 6 });
    entry.mtime = mtime;
    zip.add(entry);
    entry.push(strToU8(text), true);
    await flush();
  };

  return {
    async delivery(taken) {
      const name = `${String(written.length + 1).padStart(3, '0')}-${taken.delivery.verdict}.json`;
      written.push(name);
      await add(`deliveries/${name}`, `${JSON.stringify(fixtureOf(taken), null, 2)}\n`);
    },
    async end() {
      await add('README.md', readMe({ files: written, masked }));
      await add('replay.mjs', replayScript);
      zip.end();
      await flush();
    },
  };
};

function fixtureOf({ delivery, provider }: TakenDelivery) {
  const { id, receivedAt, method, path, query, headers, body, verdict, reason, status, answer, key } = delivery;
  return {
    id,
    provider,
    receivedAt,
    method,
    path,
    query,
    headers: shownHeaders(headers),
    bodyText: decodeUtf8(Buffer.from(body, 'base64')) ?? null,
    bodyBase64: body,
    verdict,
    reason,
    status,
    answer,
    key,
  };
}
