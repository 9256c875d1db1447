/**
 * A file on its way in: its texts as the message log takes them, in lots, with everything else of it gathered on the side.
 * @module
 */
import type { ReadProblem } from '../../contract/exchange.ts';
import type { HistoricMessage } from '../ports.ts';

export type ImportSource = {
  /** Lots of texts, each as soon as it is read. Read once, to its end or not. */
  batches(signal: AbortSignal): AsyncIterable<readonly HistoricMessage[]>;
};

/** Told while a source is read. */
export type ImportListener = {
  problems(problems: readonly ReadProblem[]): void;
  message(message: HistoricMessage): void;
  /** Bytes read so far. */
  bytes(done: number): void;
  declared(count: number): void;
};
