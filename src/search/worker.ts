/**
 * The thread of the index: SQLite answers at once or not at all, so it has a thread of its own, and the core never waits.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import { isSuperseded } from './askers.ts';
import { createFrequencies } from './grams.ts';
import { deleteIndexFile, isDamage, openIndexFile } from './index-file.ts';
import type { Answers, Numbered, Reply, Request, WorkerStart } from './protocol.ts';
import { createQuerying, type Querying } from './querying.ts';
import { sampleTexts } from './sampling.ts';
import { createWriting, type Writing } from './writing.ts';

const { path, newest } = workerData as WorkerStart;
const newestQueries = new Int32Array(newest);

hideExperimentalNote();
let index = openIndex();

parentPort?.on('message', ({ n, request }: Numbered) => {
  parentPort?.postMessage(reply(n, request));
  if (request.ask === 'close') parentPort?.close();
});

function reply(n: number, request: Request): Reply {
  try {
    return { n, ok: true, value: answer(n, request) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const reset = isDamage(error);
    if (reset) startAnew();
    return { n, ok: false, message, reset };
  }
}

function answer(n: number, request: Request): Answers[keyof Answers] {
  const { writing, querying, database } = index;
  switch (request.ask) {
    case 'known':
      return writing.known();
    case 'put':
      writing.put(request.messages);
      return null;
    case 'remove':
      writing.remove(request.messages);
      return null;
    case 'forget':
      writing.forget(request.conversationId);
      return null;
    case 'query':
      return querying(request.query, () => isSuperseded(newestQueries, request.slot, n));
    case 'tidy':
      return writing.tidy();
    case 'close':
      database.close();
      return null;
  }
}

type Index = { readonly database: ReturnType<typeof openIndexFile>['database']; readonly writing: Writing; readonly querying: Querying };

function openIndex(): Index {
  try {
    return openParts();
  } catch (error) {
    if (!isDamage(error)) throw error;
    deleteIndexFile(path);
    return openParts();
  }
}

function openParts(): Index {
  const { database, isNew } = openIndexFile(path);
  try {
    const frequencies = createFrequencies();
    if (!isNew) sampleTexts(database, frequencies);
    const writing = createWriting(database, frequencies);
    return { database, writing, querying: createQuerying(database, writing, frequencies) };
  } catch (error) {
    database.close();
    throw error;
  }
}

function startAnew(): void {
  index.database.close();
  deleteIndexFile(path);
  index = openIndex();
}

/** Node says once that `node:sqlite` is experimental. That is known; every other warning is still said. */
function hideExperimentalNote(): void {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes('SQLite is an experimental feature')) emitWarning(warning, ...rest);
  };
}
