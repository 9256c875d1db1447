/**
 * Sends what was composed and tells of it as it goes.
 * @module
 */
import type { Provider } from '../core/ports.ts';
import type { Batch, Composed } from './compose.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import type { SendOptions } from './options.ts';
import type { Redact } from './redact.ts';
import { createReport, jsonReport, type Told, totals } from './report.ts';
import { createSender } from './sender.ts';
import type { Paint } from './terminal.ts';
import { judge, type Verdict } from './verdict.ts';

/** Where it is told. */
export type Out = {
  /** What the command is for. */
  readonly write: (text: string) => void;
  /** What a person should know besides, in a sentence. */
  readonly warn: (sentence: string) => void;
  readonly paint: Paint;
};

type Dependencies = {
  readonly provider: Provider;
  readonly options: SendOptions;
  readonly redact: Redact;
  readonly out: Out;
  readonly monotonic: () => number;
};

/** More than these are told in a line each. */
const mostWhole = 3;

/** Sends round after round; only what belongs together goes out at once. `total`: how many requests that will be. */
export async function sendAll(
  rounds: Iterable<Batch>,
  total: number,
  { provider, options, redact, out, monotonic }: Dependencies,
): Promise<ExitCode> {
  const { expect, timeoutMs, dryRun, json } = options;
  const send = createSender({ timeoutMs, monotonic });
  const report = createReport(out.paint, redact);
  const verdicts: Verdict[] = [];
  let index = 0;

  const tell = (told: Told): void => {
    if (json) out.write(jsonReport(told, options, redact));
    else out.write(total > mostWhole && !dryRun ? report.brief(told, total) : report.whole(told));
  };
  const attempt = async (request: Composed): Promise<Omit<Told, 'index'>> => {
    if (dryRun) return { request };
    const outcome = await send(request);
    return { request, outcome, verdict: judge(outcome, provider, expect) };
  };
  const note = (told: Omit<Told, 'index'>): void => {
    index += 1;
    if (told.verdict !== undefined) verdicts.push(told.verdict);
    tell({ ...told, index });
  };

  for (const { requests, together } of rounds) {
    if (together) for (const told of await Promise.all(requests.map(attempt))) note(told);
    else for (const request of requests) note(await attempt(request));
  }
  if (!json && verdicts.length > 1) out.write(totals(verdicts, expect));
  return codeOf(verdicts);
}

/** No answer outweighs a refusal: nobody knows what became of it. */
function codeOf(verdicts: readonly Verdict[]): ExitCode {
  if (verdicts.some(({ kind }) => kind === 'no-answer')) return exitCodes.noAnswer;
  return verdicts.some(({ kind }) => kind === 'refused') ? exitCodes.refused : exitCodes.accepted;
}
