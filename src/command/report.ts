/**
 * How one request and its answer are told, to people and to programs. The same facts for both; nothing in them is secret.
 * @module
 */
import type { Composed, Headers } from './compose.ts';
import type { SendOptions } from './options.ts';
import { isSecretHeader, mask, type Redact } from './redact.ts';
import type { Outcome } from './sender.ts';
import { jsonLine, type Paint, spelled, spelledLine, textOf } from './terminal.ts';
import type { Verdict } from './verdict.ts';

export type Told = {
  readonly request: Composed;
  /** Absent: it was not sent. */
  readonly outcome?: Outcome;
  readonly verdict?: Verdict;
  /** Counted from 1; `undefined`: how many there are is not known yet. */
  readonly index: number;
};

export type Report = {
  /** Everything about one request. */
  whole(told: Told): string;
  /** One line. */
  brief(told: Told, of: number): string;
};

const mostCharacters = 4_000;
const mostJsonCharacters = 65_536;

/** For people. */
export function createReport(paint: Paint, redact: Redact): Report {
  const line = (text: string) => spelledLine(redact(text));
  const headers = (list: Headers) =>
    list.map(([name, value]) => `  ${paint('dim', `${line(name)}:`)} ${line(shown(name, value))}\n`).join('');
  const body = (bytes: Uint8Array) => (bytes.length === 0 ? '' : `\n${indented(excerpt(spelled(redact(textOf(bytes))), bytes.length))}\n`);
  const sentence = ({ kind, sentence: text }: Verdict) => paint(kind === 'accepted' ? 'green' : 'red', text);

  return {
    whole({ request, outcome, verdict }) {
      const parts = [`${paint('bold', `POST ${line(request.url)}`)}\n${headers(request.headers)}${body(request.body)}`];
      if (outcome === undefined) parts.push(dry(request, body));
      else if (outcome.kind === 'answer')
        parts.push(
          `${paint('bold', `${outcome.status} after ${milliseconds(outcome.tookMs)}`)}\n${headers(outcome.headers)}${body(outcome.body)}`,
        );
      if (verdict !== undefined) parts.push(`${sentence(verdict)}\n`);
      return `${parts.join('\n')}\n`;
    },
    brief({ index, outcome, verdict }, of) {
      const took = outcome === undefined ? '' : `${milliseconds(outcome.tookMs).padStart(9)}  `;
      return `${String(index).padStart(String(of).length)}/${of}  ${took}${verdict === undefined ? '' : sentence(verdict)}\n`;
    },
  };
}

function dry({ signed }: Composed, body: (bytes: Uint8Array) => string): string {
  return signed === undefined ? 'Not sent. Nothing of it is signed.\n' : `Not sent. What was signed:\n${body(signed)}`;
}

/** For programs: one line of JSON. */
export function jsonReport(
  { request, outcome, verdict, index }: Told,
  { provider, sample, signUrl, expect }: SendOptions,
  redact: Redact,
): string {
  const list = (headers: Headers) => headers.map(([name, value]) => [redact(name), redact(shown(name, value))]);
  const text = (bytes: Uint8Array) => redact(textOf(bytes)).slice(0, mostJsonCharacters);
  const answer = outcome?.kind === 'answer' ? outcome : undefined;
  return jsonLine({
    index,
    provider,
    sample,
    request: {
      method: 'POST',
      url: redact(request.url),
      signUrl: redact(signUrl),
      headers: list(request.headers),
      body: text(request.body),
      bytes: request.body.length,
      signed: request.signed === undefined ? null : text(request.signed),
    },
    outcome: verdict?.kind ?? 'not-sent',
    expected: expect ?? null,
    status: answer?.status ?? null,
    tookMs: outcome === undefined ? null : Math.round(outcome.tookMs * 10) / 10,
    answer:
      answer === undefined
        ? null
        : { headers: list(answer.headers), body: text(answer.body), bytes: answer.body.length, isCut: answer.isCut },
    meaning: verdict?.sentence ?? 'Not sent.',
  });
}

/** The last line after several requests. */
export function totals(verdicts: readonly Verdict[], expect: number | undefined): string {
  const count = (kind: Verdict['kind']) => verdicts.filter((each) => each.kind === kind).length;
  const good = expect === undefined ? 'accepted' : `answered ${expect}`;
  return `${verdicts.length} requests: ${count('accepted')} ${good}, ${count('refused')} ${expect === undefined ? 'refused' : 'not'}, ${count('no-answer')} without an answer.\n`;
}

function shown(name: string, value: string): string {
  return isSecretHeader(name) ? mask : value;
}

function excerpt(text: string, bytes: number): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters).toWellFormed()}\n… (${bytes} bytes in all)`;
}

function indented(text: string): string {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}

function milliseconds(time: number): string {
  return time < 10 ? `${time.toFixed(1)} ms` : `${Math.round(time)} ms`;
}
