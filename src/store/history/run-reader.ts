/**
 * Reads one sorted run of a spool, a chunk at a time: for each conversation a line with its id and how many messages of it
 * follow, one a line.
 * @module
 */
import type { HistoricMessage } from '../../core/ports.ts';
import type { OpenFile } from '../files.ts';
import { momentOf } from './sequence.ts';

const chunkBytes = 64 * 1024;
const newline = 10;

/** A message with the moment it is placed by. */
export type Timed = { readonly message: HistoricMessage; readonly moment: number };

export type RunReader = {
  /** The conversation it is at; `undefined` at the end. */
  readonly conversationId: string | undefined;
  /** The conversation's next message; `undefined` after its last one. */
  readonly head: Timed | undefined;
  /** Goes to the next conversation. */
  open(): Promise<void>;
  /** Goes to the next message; false when it is not in memory. */
  advance(): boolean;
  /** The same, with what has to be read for it. */
  advanceLater(): Promise<void>;
};

export function createRunReader(file: OpenFile, run: { readonly start: number; readonly end: number }): RunReader {
  let chunk = Buffer.alloc(0);
  let used = 0;
  let position = run.start;
  let conversationId: string | undefined;
  let head: Timed | undefined;
  let left = 0;

  const lineInMemory = (): string | undefined => {
    const end = chunk.indexOf(newline, used);
    if (end === -1) return undefined;
    const line = chunk.toString('utf8', used, end);
    used = end + 1;
    return line;
  };
  const line = async (): Promise<string> => {
    for (let wanted = chunkBytes; ; wanted *= 2) {
      const found = lineInMemory();
      if (found !== undefined) return found;
      if (position >= run.end) throw new Error('The spool ends too early');
      const more = await file.readAt(position, Math.min(wanted, run.end - position));
      if (more.length === 0) throw new Error('The spool is shorter than what was written to it');
      position += more.length;
      chunk = Buffer.concat([chunk.subarray(used), more]);
      used = 0;
    }
  };
  const take = (json: string): void => {
    const message = JSON.parse(json) as HistoricMessage;
    head = { message, moment: momentOf(message.at) };
    left -= 1;
  };
  const advanceLater = async (): Promise<void> => {
    if (left === 0) head = undefined;
    else take(await line());
  };

  return {
    get conversationId() {
      return conversationId;
    },
    get head() {
      return head;
    },
    async open() {
      if (position >= run.end && used >= chunk.length) {
        conversationId = undefined;
        return;
      }
      const [id, count] = (await line()).split(' ');
      conversationId = id;
      left = Number(count);
      await advanceLater();
    },
    advance() {
      const json = left === 0 ? undefined : lineInMemory();
      if (json === undefined) return false;
      take(json);
      return true;
    },
    advanceLater,
  };
}
