/**
 * What a file holds, gathered while it is read.
 * @module
 */
import type { ImportReport } from '../../contract/exchange.ts';
import type { HistoricMessage } from '../ports.ts';

export type FileContent = {
  add(message: HistoricMessage): void;
  summary(): Pick<ImportReport, 'messages' | 'inbound' | 'outbound' | 'media' | 'from' | 'to'>;
};

export function createFileContent(): FileContent {
  let [inbound, outbound, count, bytes] = [0, 0, 0, 0];
  let from: string | null = null;
  let to: string | null = null;
  return {
    add({ direction, at, media }) {
      if (direction === 'inbound') inbound += 1;
      else outbound += 1;
      for (const each of media ?? []) {
        count += 1;
        bytes += each.bytes ?? 0;
      }
      if (from === null || at < from) from = at;
      if (to === null || at > to) to = at;
    },
    summary: () => ({ messages: inbound + outbound, inbound, outbound, media: { count, bytes }, from, to }),
  };
}
