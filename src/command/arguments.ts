/**
 * Reads the command line. What is wrong with it is said in one sentence, which never repeats a value: any of them may be
 * the secret in the wrong place.
 * @module
 */
import { parseArgs } from 'node:util';
import { type ProviderName, providerNameSchema } from '../domain/line.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { sampleNumbers } from '../domain/sample-texts.ts';
import { readHeader } from './header-option.ts';
import type { Command, SecretSource, SendOptions } from './options.ts';
import { type SampleName, sampleNames, samples } from './samples.ts';
import { all, each, readNumber, readUrl } from './values.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const options = {
  provider: text,
  url: text,
  'sign-url': text,
  secret: text,
  'secret-file': text,
  from: text,
  to: text,
  text,
  media: many,
  sample: text,
  count: text,
  'body-file': text,
  header: many,
  json: flag,
  timeout: text,
  expect: text,
  'dry-run': flag,
  list: flag,
  help: { ...flag, short: 'h' },
  version: { ...flag, short: 'V' },
} as const;

const defaultTimeoutSeconds = 15;
const longestTimeoutSeconds = 600;
const mostRequests = 10_000;

/**
 * @param words what stands behind the program's name
 * @param environment where `TEXTTRAY_SECRET` may be
 */
export function parseArguments(words: readonly string[], environment: Environment): Result<Command, string> {
  const read = readWords(words);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  if (values.help) return ok({ kind: 'help' });
  if (values.version) return ok({ kind: 'version' });
  if (values.list) return ok({ kind: 'list' });
  if (positionals[0] !== 'send') return failed('Say what to do: texttray send --provider … --url …');
  if (positionals.length > 1) return failed('There is a word that belongs to no option. Put values with blanks in quotation marks.');
  const sent = readSend(values, environment);
  return sent.ok ? ok({ kind: 'send', options: sent.value }) : sent;
}

type Values = ReturnType<typeof parseWords>['values'];

function parseWords(words: readonly string[]) {
  return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
}

function readWords(words: readonly string[]): Result<ReturnType<typeof parseWords>, string> {
  try {
    return ok(parseWords(words));
  } catch (error) {
    return failed(objectionIn(error instanceof Error ? error.message : ''));
  }
}

/** The parser's own sentence may repeat what was typed: only the name of an option is taken from it. */
function objectionIn(message: string): string {
  const name = /'(--[a-z-]{1,20})[ ']/.exec(message)?.[1];
  if (name === undefined) return 'There is an option that is unknown.';
  if (message.startsWith('Unknown')) return `There is no option ${name}.`;
  if (message.includes('not take')) return `${name} takes no value.`;
  return `${name} takes a value; one that begins with a dash is written ${name}=-….`;
}

function readSend(values: Values, environment: Environment): Result<SendOptions, string> {
  const read = all({
    provider: readProvider(values.provider),
    url: values.url === undefined ? failed('Say where to send it: --url is the webhook URL.') : readUrl('--url', values.url),
    signUrl: values['sign-url'] === undefined ? ok(undefined) : readUrl('--sign-url', values['sign-url']),
    sample: readSample(values),
    from: readAddress('--from', values.from ?? sampleNumbers.from),
    to: readAddress('--to', values.to ?? sampleNumbers.to),
    mediaUrls: each(values.media ?? [], (text) => readUrl('--media', text)),
    headers: each(values.header ?? [], readHeader),
    count: readNumber('--count', values.count ?? '1', { least: 1, most: mostRequests, whole: true }),
    seconds: readNumber('--timeout', values.timeout ?? String(defaultTimeoutSeconds), { least: 0.001, most: longestTimeoutSeconds }),
    expect: values.expect === undefined ? ok(undefined) : readNumber('--expect', values.expect, { least: 100, most: 599, whole: true }),
    secret: readSecret(values, environment),
  });
  if (!read.ok) return read;
  const { signUrl, seconds, expect, secret, ...rest } = read.value;
  return ok({
    ...rest,
    signUrl: signUrl ?? rest.url,
    timeoutMs: Math.round(seconds * 1_000),
    json: values.json ?? false,
    dryRun: values['dry-run'] ?? false,
    ...(secret !== undefined && { secret }),
    ...(expect !== undefined && { expect }),
    ...(values.text !== undefined && { text: values.text }),
    ...(values['body-file'] !== undefined && { bodyFile: values['body-file'] }),
  });
}

function readProvider(given: string | undefined): Result<ProviderName, string> {
  const names = providerNameSchema.options.join(', ');
  const found = providerNameSchema.safeParse(given);
  if (found.success) return ok(found.data);
  return failed(given === undefined ? `Say which provider: --provider is one of ${names}.` : `--provider is one of ${names}.`);
}

function readAddress(option: string, given: string): Result<string, string> {
  return given.trim() === '' ? failed(`${option} takes a number or a name.`) : ok(given);
}

function readSample(values: Values): Result<SampleName, string> {
  const name = sampleNames.find((each) => each === (values.sample ?? 'text'));
  if (name === undefined) return failed(`--sample is one of ${sampleNames.join(', ')}.`);
  const { own, takesBody = false } = samples[name];
  if (values['body-file'] !== undefined) {
    if (!takesBody) return failed(`--body-file is sent as it is, and the sample ${name} has a body of its own.`);
    if ([values.text, values.from, values.to, values.media].some((each) => each !== undefined))
      return failed('--body-file is sent as it is: leave out --text, --from, --to and --media.');
  }
  const double = own.find((each) => values[each] !== undefined);
  return double === undefined ? ok(name) : failed(`The sample ${name} has its own: leave out --${double}.`);
}

function readSecret(values: Values, environment: Environment): Result<SecretSource | undefined, string> {
  const { secret, 'secret-file': path } = values;
  if (secret !== undefined && path !== undefined) return failed('Give the secret once: --secret or --secret-file.');
  if (secret === '-' && values['body-file'] === '-') return failed('Only one of secret and body can come from stdin.');
  if (path !== undefined) return ok({ kind: 'file', path });
  if (secret === '-') return ok({ kind: 'stdin' });
  const value = secret ?? environment.TEXTTRAY_SECRET;
  if (value === undefined || (secret === undefined && value === '')) return ok(undefined);
  return ok({ kind: 'value', value });
}
