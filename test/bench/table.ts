/**
 * Puts what was measured beside what is aimed at.
 * @module
 */
import type { ReadingFigures } from './reading.ts';
import type { ReceiverFigures } from './receiver.ts';
import type { WindowFigures } from './window.ts';

export type Row = { readonly measure: string; readonly aim: string; readonly measured: string; readonly reached: boolean };

type Figures = {
  readonly reading: { large: ReadingFigures; small: ReadingFigures };
  readonly receiver: ReceiverFigures;
  readonly window: WindowFigures;
};

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 2, minimumFractionDigits: 2 });

/** One row a target. */
export function rowsOf({ reading, receiver, window }: Figures): Row[] {
  const { medianMs, perSecond } = receiver;
  const atMost = (measure: string, value: number, bound: number, unit: string, detail = ''): Row => ({
    measure,
    aim: `≤ ${bound} ${unit}`.trim(),
    measured: `${(bound < 10 ? fine : whole).format(value)} ${unit}${detail}`.trim(),
    reached: value <= bound,
  });
  const overSqlite = perSecond.large / perSecond.sqlite;
  const cold = reading.large.diskCold ? ' (file cache emptied)' : ' (file cache warm)';
  return [
    atMost(
      'acknowledged, 1 client, 1,000,000 stored ÷ Express + verify + append + fdatasync',
      medianMs.large / medianMs.append,
      1.2,
      '×',
      ` (${fine.format(medianMs.large)} ms ÷ ${fine.format(medianMs.append)} ms; bare Express ${fine.format(medianMs.bare)} ms, better-sqlite3 ${fine.format(medianMs.sqlite)} ms, stock lowdb with 1,000 stored ${fine.format(medianMs.lowdb)} ms)`,
    ),
    {
      measure: 'acknowledged a second, 16 clients, 1,000,000 stored ÷ better-sqlite3',
      aim: '≥ 2.5 ×',
      measured: `${fine.format(overSqlite)} × (${whole.format(perSecond.large)} ÷ ${whole.format(perSecond.sqlite)}; append + fdatasync ${whole.format(perSecond.append)}, bare Express ${whole.format(perSecond.bare)}, stock lowdb with 1,000 stored ${whole.format(perSecond.lowdb)})`,
      reached: overSqlite >= 2.5,
    },
    atMost('the median with 1,000,000 stored ÷ with 1,000', medianMs.large / medianMs.small, 1.1, '×'),
    atMost('start to the first page of conversations, 1,000,000 stored', reading.large.startMs, 500, 'ms'),
    atMost('the same ÷ with 1,000 stored', reading.large.startMs / reading.small.startMs, 3, '×'),
    atMost('a page of 50 messages of any conversation, 1,000,000 stored, nothing cached', reading.large.pageMs, 10, 'ms', cold),
    atMost('resident memory after a start and 100 pages, 1,000,000 stored', reading.large.residentMb, 200, 'MB'),
    atMost(
      'longest stall of the event loop, 1,000 texts a second for 30 s',
      receiver.longestStallMs,
      50,
      'ms',
      ` (${whole.format(receiver.steadySent)} texts)`,
    ),
    atMost('opening a conversation of 50,000 messages in Chromium, click to painted', window.openMs, 100, 'ms'),
    atMost('longest frame while scrolling through it', window.longestFrameMs, 50, 'ms'),
    atMost("window's JavaScript, compressed", window.scriptKb, 250, 'kB'),
  ];
}

export function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map(({ measure, aim, measured, reached }) => `| ${measure} | ${aim} | ${measured} | ${reached ? 'yes' : '**no**'} |`);
  return ['| measure | aim | measured | reached |', '| --- | --- | --- | --- |', ...lines].join('\n');
}
