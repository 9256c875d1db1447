/**
 * The command from its arguments to its exit code.
 * @module
 */
import type { Readable } from 'node:stream';
import type { Provider } from '../core/ports.ts';
import type { Result } from '../domain/result.ts';
import { createProviderRegistry } from '../providers/registry.ts';
import { parseArguments } from './arguments.ts';
import { createComposer } from './compose.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { readBody, readSecret } from './inputs.ts';
import type { SendOptions } from './options.ts';
import { createRedact } from './redact.ts';
import { type Out, sendAll } from './send.ts';
import { systemClock, systemRandom } from './system.ts';
import { spelledLine } from './terminal.ts';
import { listing, usage } from './usage.ts';
import { warningsFor } from './warnings.ts';

export type Surroundings = Out & {
  /** What stands behind the program's name. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly version: string;
};

/** Ends with what the process should end with; throws only where this program is wrong. */
export async function run(surroundings: Surroundings): Promise<ExitCode> {
  const { words, environment, write, version } = surroundings;
  const providers = createProviderRegistry({ clock: systemClock, random: systemRandom });
  const command = parseArguments(words, environment);
  if (!command.ok) return refuse(command.error, surroundings);
  switch (command.value.kind) {
    case 'help':
      write(usage);
      return exitCodes.accepted;
    case 'version':
      write(`${version}\n`);
      return exitCodes.accepted;
    case 'list':
      write(listing(providers));
      return exitCodes.accepted;
    case 'send': {
      const { options } = command.value;
      const provider = providers.get(options.provider);
      if (provider === undefined) throw new Error(`There is no provider ${options.provider}.`);
      return send(provider, options, surroundings);
    }
  }
}

async function send(provider: Provider, options: SendOptions, surroundings: Surroundings): Promise<ExitCode> {
  const inputs = await readInputs(options, surroundings.stdin);
  if (!inputs.ok) return refuse(inputs.error, surroundings);
  const { secret, ownBody } = inputs.value;
  const compose = createComposer({
    provider,
    options,
    secret,
    ownBody,
    random: systemRandom,
    now: systemClock.now,
    userAgent: `Texttray/${surroundings.version}`,
  });
  // What cannot be made is found out before anything is sent.
  const first = compose();
  if (!first.ok) return refuse(first.error, surroundings);
  for (const warning of warningsFor(options, provider, secret)) surroundings.warn(warning);
  const rounds = function* () {
    yield first.value;
    for (let round = 1; round < options.count; round += 1) {
      const next = compose();
      if (next.ok) yield next.value;
    }
  };
  const total = first.value.requests.length * options.count;
  return sendAll(rounds(), total, {
    provider,
    options,
    redact: createRedact(secret),
    out: surroundings,
    monotonic: systemClock.monotonic,
  });
}

type Inputs = { readonly secret: string | undefined; readonly ownBody: Uint8Array | undefined };

async function readInputs({ secret, bodyFile }: SendOptions, stdin: Readable): Promise<Result<Inputs, string>> {
  const read = await readSecret(secret, stdin);
  if (!read.ok) return read;
  const body = bodyFile === undefined ? undefined : await readBody(bodyFile, stdin);
  if (body?.ok === false) return body;
  return { ok: true, value: { secret: read.value, ownBody: body?.value } };
}

function refuse(sentence: string, { warn }: Surroundings): ExitCode {
  warn(`${spelledLine(sentence)} See texttray --help.`);
  return exitCodes.usage;
}
