/**
 * What arrived here in a conversation, to compare imported messages with: fingerprints only.
 * @module
 */
import type { HistoricMessage } from '../../core/ports.ts';
import type { Message } from '../../domain/message.ts';
import type { LogState } from '../log-state.ts';
import { tailsOf } from '../log-state.ts';
import type { Reader } from '../reader.ts';
import type { Row } from '../row.ts';
import { isHistoric } from '../segment.ts';
import { createFingerprints, type Fingerprints } from './fingerprints.ts';
import type { Pace } from './pace.ts';
import { contentOf } from './same.ts';
import { momentOf } from './sequence.ts';
import type { Strand } from './spool.ts';

export type KnownLive = {
  hasId(id: string): boolean;
  has(message: HistoricMessage, moment: number): boolean;
};

const nothing: KnownLive = { hasId: () => false, has: () => false };
/** Fingerprints a message has at most. */
const each = 4;

type Dependencies = {
  readonly state: LogState;
  readonly reader: Reader;
  readonly row: Row | undefined;
  /** Only messages of its time can be the same. */
  readonly strand: Pick<Strand, 'first' | 'last'>;
  readonly pace: Pace;
};

export async function readKnownLive({ state, reader, row, strand, pace }: Dependencies): Promise<KnownLive> {
  if (row === undefined) return nothing;
  const tails = tailsOf(state, row.id);
  const live = row.segments.reduce((sum, { first, count }) => (isHistoric(first) ? sum : sum + count), 0);
  const unsealed = tails.reduce((sum, tail) => sum + (tail?.messages.size ?? 0), 0);
  if (live + unsealed === 0) return nothing;
  const known = createFingerprints((live + unsealed) * each);
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for await (const message of reader.walk(row, { passing: true, asItIs: true })) {
    if (isHistoric(message.sequence)) break;
    const moment = momentOf(message.at);
    if (moment >= strand.first - 1_000 && moment <= strand.last + 1_000) {
      note(known, message, moment);
      from = Math.min(from, moment);
      to = Math.max(to, moment);
    }
    const rest = pace();
    if (rest !== undefined) await rest;
  }
  return {
    hasId: (id) => known.has(`id ${id}`),
    has: (message, moment) => moment >= from - 1_000 && moment <= to + 1_000 && isKnown(known, message, moment),
  };
}

function note(known: Fingerprints, message: Message, moment: number): void {
  const { id, providerId } = message;
  const content = `${providerId === undefined ? 'keyless' : 'keyed'} ${contentOf(message)}`;
  known.add(`id ${id}`);
  if (providerId !== undefined) known.add(`provider ${providerId}`);
  known.add(`at ${moment} ${content}`);
  if (moment % 1_000 !== 0) known.add(`in ${Math.floor(moment / 1_000)} ${content}`);
}

/** A time without milliseconds may be any of its second. Two that have provider's ids are only known by those. */
function isKnown(known: Fingerprints, message: HistoricMessage, moment: number): boolean {
  const { providerId } = message;
  if (providerId !== undefined && known.has(`provider ${providerId}`)) return true;
  const second = Math.floor(moment / 1_000);
  const other = moment % 1_000 === 0 ? `in ${second}` : `at ${second * 1_000}`;
  const kinds = providerId === undefined ? ['keyless', 'keyed'] : ['keyless'];
  const content = contentOf(message);
  return kinds.some((kind) => known.has(`at ${moment} ${kind} ${content}`) || known.has(`${other} ${kind} ${content}`));
}
