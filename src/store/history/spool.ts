/**
 * Where messages wait that came in any order: a temporary file of sorted runs. They come out conversation by conversation,
 * each in the order of time, with little in memory however many there are.
 * @module
 */
import { dirname } from 'node:path';
import type { HistoricMessage } from '../../core/ports.ts';
import type { Files, OpenFile } from '../files.ts';
import { conversationIdOf } from '../message-ids.ts';
import type { Owner } from '../segment-files.ts';
import type { Pace } from './pace.ts';
import { createRunReader, type RunReader, type Timed } from './run-reader.ts';
import { momentOf } from './sequence.ts';

/** What is gathered in memory before it is sorted and written. */
const runMessages = 16_384;
const runCharacters = 8 * 1024 * 1024;
const writeCharacters = 256 * 1024;
const batchMessages = 256;
const batchCharacters = 256 * 1024;

/** All messages of one conversation in the order of time; equal times in the order they came. */
export type Strand = Owner & {
  readonly count: number;
  /** The times between which its messages are, as `momentOf` says. */
  readonly first: number;
  readonly last: number;
  /** Must be gone through to its end before the next strand is asked for. */
  batches(): AsyncGenerator<readonly Timed[], void, undefined>;
};

export type Spool = {
  readonly count: number;
  add(messages: readonly HistoricMessage[]): Promise<void>;
  /** After everything was added: the conversations in the order of their ids. */
  strands(): AsyncGenerator<Strand, void, undefined>;
  /** Ends it. The file stays, empty, when `keepFile` says so. */
  close(keepFile: boolean): Promise<void>;
};

type Waiting = { readonly moment: number; readonly json: string };
type Known = Owner & { count: number; first: number; last: number; waiting: Waiting[] };

export async function openSpool({ files, path, pace }: { files: Files; path: string; pace: Pace }): Promise<Spool> {
  const file = await files.open(path, 'replace');
  await files.syncFolder(dirname(path));
  const conversations = new Map<string, Known>();
  const byOwner = new Map<string, Known>();
  const runs: { readonly start: number; readonly end: number }[] = [];
  let touched = new Set<Known>();
  let gathered = { messages: 0, characters: 0 };
  let count = 0;
  let end = 0;

  const conversationOf = ({ lineId, peer }: HistoricMessage): Known => {
    const key = `${lineId}\n${peer}`;
    const known = byOwner.get(key);
    if (known !== undefined) return known;
    const made: Known = { id: conversationIdOf(lineId, peer), lineId, peer, count: 0, first: Infinity, last: -Infinity, waiting: [] };
    byOwner.set(key, made);
    conversations.set(made.id, made);
    return made;
  };
  const gather = (message: HistoricMessage): void => {
    const conversation = conversationOf(message);
    const moment = momentOf(message.at);
    const json = JSON.stringify(message);
    conversation.waiting.push({ moment, json });
    conversation.count += 1;
    conversation.first = Math.min(conversation.first, moment);
    conversation.last = Math.max(conversation.last, moment);
    touched.add(conversation);
    gathered.messages += 1;
    gathered.characters += json.length;
    count += 1;
  };
  const writeRun = async (): Promise<void> => {
    const start = end;
    let lines: string[] = [];
    let characters = 0;
    const write = async (): Promise<void> => {
      const bytes = Buffer.from(lines.join(''));
      lines = [];
      characters = 0;
      await file.write(bytes, end);
      end += bytes.length;
    };
    for (const conversation of [...touched].sort(byId)) {
      const { waiting } = conversation;
      conversation.waiting = [];
      lines.push(`${conversation.id} ${waiting.length}\n`);
      for (const { json } of waiting.sort((one, other) => one.moment - other.moment)) {
        lines.push(json, '\n');
        characters += json.length;
        if (characters >= writeCharacters) await write();
      }
    }
    await write();
    runs.push({ start, end });
    touched = new Set();
    gathered = { messages: 0, characters: 0 };
  };

  return {
    get count() {
      return count;
    },
    async add(messages) {
      for (const message of messages) {
        gather(message);
        if (gathered.messages >= runMessages || gathered.characters >= runCharacters) await writeRun();
        const rest = pace();
        if (rest !== undefined) await rest;
      }
    },
    async *strands() {
      if (gathered.messages > 0) await writeRun();
      const readers = runs.map((run) => createRunReader(file, run));
      for (const reader of readers) await reader.open();
      for (let id = lowestId(readers); id !== undefined; id = lowestId(readers)) {
        const conversation = conversations.get(id);
        if (conversation === undefined) throw new Error(`Nothing of ${id} was added`);
        const holding = readers.filter(({ conversationId }) => conversationId === id);
        const { lineId, peer, first, last, count: total } = conversation;
        yield { id, lineId, peer, first, last, count: total, batches: () => merged(holding) };
      }
    },
    close: (keepFile) => closeSpool(files, path, file, keepFile),
  };
}

async function closeSpool(files: Files, path: string, file: OpenFile, keepFile: boolean): Promise<void> {
  try {
    if (keepFile) await file.truncate(0);
  } finally {
    await file.close();
    if (!keepFile) await files.remove(path);
  }
}

/** What the runs hold of their present conversation, in one order. */
async function* merged(readers: readonly RunReader[]): AsyncGenerator<readonly Timed[], void, undefined> {
  let holding = [...readers];
  let batch: Timed[] = [];
  let characters = 0;
  while (holding.length > 0) {
    const reader = earliest(holding);
    const { head } = reader;
    if (head !== undefined) {
      batch.push(head);
      characters += head.message.body.length;
    }
    if (!reader.advance()) await reader.advanceLater();
    if (reader.head === undefined) {
      await reader.open();
      holding = holding.filter((other) => other !== reader);
    }
    if (batch.length < batchMessages && characters < batchCharacters && holding.length > 0) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
}

/** The conversation that comes next; `undefined` at the end. */
function lowestId(readers: readonly RunReader[]): string | undefined {
  let lowest: string | undefined;
  for (const { conversationId } of readers) {
    if (conversationId !== undefined && (lowest === undefined || conversationId < lowest)) lowest = conversationId;
  }
  return lowest;
}

/** The reader whose message is the earliest; of equal ones the one whose run was written first. */
function earliest(readers: readonly RunReader[]): RunReader {
  let [found] = readers;
  if (found === undefined) throw new Error('There is no run left');
  for (const reader of readers) if ((reader.head?.moment ?? Infinity) < (found.head?.moment ?? Infinity)) found = reader;
  return found;
}

function byId(one: Owner, other: Owner): number {
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}
