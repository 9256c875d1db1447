/**
 * Puts what was measured beside what is aimed at.
 * @module
 */

import type { BusyWindowFigures } from './busy-window.ts';
import type { DeliveryWindowFigures } from './delivery-window.ts';
import type { DoctorFigures } from './doctor.ts';
import type { ExchangeFigures } from './exchange.ts';
import type { ReadingFigures } from './reading.ts';
import type { ReceiverFigures } from './receiver.ts';
import type { SearchFigures } from './search.ts';
import type { TunnelFigures } from './tunnel.ts';
import type { WindowFigures } from './window.ts';

export type Row = { readonly measure: string; readonly aim: string; readonly measured: string; readonly reached: boolean };

/** What a run measured; a part that was left out, or cannot run here, is not there. */
export type Figures = {
  readonly search?: { readonly large: SearchFigures; readonly middle: SearchFigures };
  readonly reading?: { readonly large: ReadingFigures; readonly small: ReadingFigures };
  readonly receiver?: ReceiverFigures;
  readonly window?: WindowFigures & BusyWindowFigures & DeliveryWindowFigures;
  readonly exchange?: ExchangeFigures;
  readonly doctor?: DoctorFigures;
  readonly tunnel?: TunnelFigures;
};

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 2, minimumFractionDigits: 2 });

type Bound = { readonly atMost: number } | { readonly atLeast: number };

function row(measure: string, value: number, bound: Bound, unit: string, detail = ''): Row {
  const isUpper = 'atMost' in bound;
  const limit = isUpper ? bound.atMost : bound.atLeast;
  return {
    measure,
    aim: `${isUpper ? '≤' : '≥'} ${limit} ${unit}`.trim(),
    measured: `${(limit < 10 ? fine : whole).format(value)} ${unit}${detail === '' ? '' : ` (${detail})`}`.trim(),
    reached: isUpper ? value <= limit : value >= limit,
  };
}

/** One row a target, in the order of what a text passes through. */
export function rowsOf({ search, reading, receiver, window, exchange, doctor, tunnel }: Figures): Row[] {
  return [
    ...(receiver ? receiverRows(receiver) : []),
    ...(reading ? readingRows(reading) : []),
    ...(search ? searchRows(search) : []),
    ...(window ? windowRows(window) : []),
    ...(exchange ? exchangeRows(exchange) : []),
    ...(doctor ? doctorRows(doctor) : []),
    ...(tunnel ? tunnelRows(tunnel) : []),
  ];
}

function doctorRows({ firstMs, medianMs, longestMs, longestHoldMs, ways }: DoctorFigures): Row[] {
  const others = `longest ${whole.format(longestMs)} ms, the first after a start ${whole.format(firstMs)} ms, ${whole.format(ways)} ways on average`;
  return [
    row('the doctor, a body of 10 kB, nothing explains it, every provider, median', medianMs, { atMost: 100 }, 'ms', others),
    row('longest time the event loop is held meanwhile', longestHoldMs, { atMost: 20 }, 'ms'),
  ];
}

function receiverRows({ medianMs, perSecond, longestStallMs, steadySent, recording }: ReceiverFigures): Row[] {
  const singles = `${fine.format(medianMs.large)} ms ÷ ${fine.format(medianMs.append)} ms; bare Express ${fine.format(medianMs.bare)} ms, better-sqlite3 ${fine.format(medianMs.sqlite)} ms, stock lowdb with 1,000 stored ${fine.format(medianMs.lowdb)} ms`;
  const crowds = `${whole.format(perSecond.large)} ÷ ${whole.format(perSecond.sqlite)}; append + fdatasync ${whole.format(perSecond.append)}, bare Express ${whole.format(perSecond.bare)}, stock lowdb with 1,000 stored ${whole.format(perSecond.lowdb)}`;
  const subject = 'acknowledged, 1 client, 1,000,000 stored ÷ Express + verify + append + fdatasync';
  return [
    row(subject, medianMs.large / medianMs.append, { atMost: 1.2 }, '×', singles),
    row(
      'acknowledged a second, 16 clients, 1,000,000 stored ÷ better-sqlite3',
      perSecond.large / perSecond.sqlite,
      { atLeast: 2.5 },
      '×',
      crowds,
    ),
    row('the median with 1,000,000 stored ÷ with 1,000', medianMs.large / medianMs.small, { atMost: 1.1 }, '×'),
    row(
      'recording deliveries ÷ not recording, acknowledged median, 1 client',
      recording.ratio,
      { atMost: 1.05 },
      '×',
      `${fine.format(recording.onMs)} ms ÷ ${fine.format(recording.offMs)} ms`,
    ),
    row(
      'longest stall of the event loop, 1,000 texts a second for 30 s',
      longestStallMs,
      { atMost: 50 },
      'ms',
      `${whole.format(steadySent)} texts`,
    ),
  ];
}

function readingRows({ large, small }: NonNullable<Figures['reading']>): Row[] {
  const cold = large.diskCold ? 'file cache emptied' : 'file cache warm';
  return [
    row('start to the first page of conversations, 1,000,000 stored', large.startMs, { atMost: 500 }, 'ms'),
    row('the same ÷ with 1,000 stored', large.startMs / small.startMs, { atMost: 3 }, '×'),
    row('a page of 50 messages of any conversation, 1,000,000 stored, nothing cached', large.pageMs, { atMost: 10 }, 'ms', cold),
    row('resident memory after a start and 100 pages, 1,000,000 stored', large.residentMb, { atMost: 200 }, 'MB'),
  ];
}

function searchRows({ large, middle }: NonNullable<Figures['search']>): Row[] {
  const detail = ({ keyMs, keys }: SearchFigures): string =>
    `median ${fine.format(keyMs.median)} ms, longest ${whole.format(keyMs.longest)} ms, ${whole.format(keys)} keys`;
  const built = `${whole.format(1_000_000 / large.buildSeconds)} texts a second`;
  return [
    row('from a key to results, 100,000 stored, 95 of 100 keys', middle.keyMs.p95, { atMost: 50 }, 'ms', detail(middle)),
    row('the same with 1,000,000 stored', large.keyMs.p95, { atMost: 100 }, 'ms', detail(large)),
    row('longest stall of the event loop while one searches, 1,000,000 stored', large.typingStallMs, { atMost: 20 }, 'ms'),
    row('the same while the search index is built', large.buildStallMs, { atMost: 20 }, 'ms', built),
  ];
}

function windowRows(figures: NonNullable<Figures['window']>): Row[] {
  const { openMs, longestFrameMs, scriptKb, allScriptsKb, switchMs, typingFrameMs, texts, keys, deliveryFrameMs, deliveriesListed } =
    figures;
  return [
    row('opening a conversation of 50,000 messages in Chromium, click to painted', openMs, { atMost: 100 }, 'ms'),
    row('longest frame while scrolling through it', longestFrameMs, { atMost: 50 }, 'ms'),
    row('switching conversations with 2,000 of them, click to painted, 95th percentile', switchMs, { atMost: 100 }, 'ms'),
    row(
      'longest frame while writing, 100 texts a second',
      typingFrameMs,
      { atMost: 50 },
      'ms',
      `${whole.format(keys)} keys, ${whole.format(texts)} texts`,
    ),
    row(
      '10,000 deliveries scrolled from the newest to the oldest: longest frame',
      deliveryFrameMs,
      { atMost: 50 },
      'ms',
      `${whole.format(deliveriesListed)} listed`,
    ),
    row(
      "window's JavaScript until the inbox is there, compressed",
      scriptKb,
      { atMost: 250 },
      'kB',
      `${whole.format(allScriptsKb)} kB with every page and language`,
    ),
  ];
}

function exchangeRows({ messagesASecond, store, look, peakMb, startedMb, fileMb }: ExchangeFigures): Row[] {
  const file = `${whole.format(store.messages)} messages, ${whole.format(fileMb)} MB, ${whole.format(store.seconds)} s; the look before it ${whole.format(look.seconds)} s`;
  return [
    row('imported a second from a backup, pictures stored too', messagesASecond, { atLeast: 20_000 }, '', file),
    row('resident memory at its highest meanwhile', peakMb, { atMost: 700 }, 'MB', `${whole.format(startedMb)} MB after the start`),
  ];
}

function tunnelRows(figures: TunnelFigures): Row[] {
  const { directMs, throughMs, directPerSecond, throughPerSecond, recoveryMs, frozenNoticedMs, identicalBodies } = figures;
  const added = `${fine.format(throughMs)} ms − ${fine.format(directMs)} ms`;
  const crowds = `${whole.format(throughPerSecond)} ÷ ${whole.format(directPerSecond)} a second`;
  return [
    row('added by an ssh tunnel on this machine, 1 client, median', throughMs - directMs, { atMost: 1 }, 'ms', added),
    row('throughput through it ÷ direct, 16 clients', throughPerSecond / directPerSecond, { atLeast: 0.3 }, '×', crowds),
    row('reachable again after the ssh server was killed and came back, median of 20', recoveryMs / 1_000, { atMost: 1 }, 's'),
    row('a frozen ssh server is noticed after', frozenNoticedMs / 1_000, { atMost: 35 }, 's'),
    row('of 1,000 random bodies through it, byte for byte the same', identicalBodies, { atLeast: 1_000 }, ''),
  ];
}

export function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map(({ measure, aim, measured, reached }) => `| ${measure} | ${aim} | ${measured} | ${reached ? 'yes' : '**no**'} |`);
  return ['| measure | aim | measured | reached |', '| --- | --- | --- | --- |', ...lines].join('\n');
}
