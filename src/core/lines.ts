/**
 * The contract's `lines.*` and `practice.text`.
 * @module
 */
import { type Answered, failure, refuse } from '../contract/errors.ts';
import type { Handlers, ParsedInput } from '../contract/methods.ts';
import type { LineView } from '../contract/views.ts';
import type { Line } from '../domain/line.ts';
import { failed, ok } from '../domain/result.ts';
import type { CredentialBook } from './credentials.ts';
import type { LineBook, LineChanges } from './line-book.ts';
import type { LineViewer } from './line-view.ts';
import type { Clock, Credentials, Logger, Provider, ProviderRegistry, Random, Tunnel } from './ports.ts';
import type { Reachability } from './reachability/reachability.ts';
import type { Announcer } from './state.ts';

type Dependencies = {
  readonly lines: LineBook;
  readonly credentials: CredentialBook;
  readonly providers: ProviderRegistry;
  readonly view: LineViewer;
  readonly reachability: Reachability;
  readonly tunnel: Tunnel;
  readonly announcer: Announcer;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Told after a line was changed by the user. */
  readonly onUpdated: () => void;
};

type LineHandlers = Pick<Handlers, 'lines.list' | 'lines.providers' | 'lines.create' | 'lines.update' | 'lines.remove' | 'lines.test'>;

export function createLineHandlers(dependencies: Dependencies): LineHandlers {
  const { lines, credentials, providers, view, reachability, tunnel, announcer, clock, random, logger, onUpdated } = dependencies;

  const announced = (line: Line): LineView => {
    const shown = view(line);
    announcer.change({ kind: 'line', line: shown });
    return shown;
  };

  /** In the background: the form does not wait for somebody else's server; the line says how it went. */
  const tellProvider = (line: Line): void => {
    if (reachability.registrations.view(line).can !== 'register') return;
    reachability.registrations.register(line).catch((error: unknown) => logger.error('registration.failed', { lineId: line.id, error }));
  };

  const create = async (input: ParsedInput<'lines.create'>): Promise<Answered<LineView>> => {
    const provider = providers.get(input.provider);
    if (provider === undefined) return refuse('line-not-found', { message: 'This provider is not known.' });
    const secrets = provider.makeCredentials?.(random) ?? onlyKnown(provider, input.credentials);
    const number = provider.checkNumber(input.number);
    const fields = fieldErrors(provider, secrets, number);
    if (fields !== undefined || !number.ok) return failed(failure('invalid-input', { fields: fields ?? {} }));
    const added = await lines.add({ provider: input.provider, label: input.label, number: number.value }, secrets);
    if (!added.ok) return added;
    const { publicUrl } = tunnel.report();
    if (publicUrl !== null) await lines.setPublicBase(publicUrl);
    const line = lines.any(added.value.id) ?? added.value;
    tellProvider(line);
    return ok(announced(line));
  };

  /** Checks and keeps how a line is connected, as far as that is given; answers its number. */
  const reconnect = async (line: Line, input: ParsedInput<'lines.update'>): Promise<Answered<string>> => {
    // How a line looks can be changed while its keys cannot be read.
    if (input.credentials === undefined && input.number === undefined) return ok(line.number);
    const provider = lines.provider(line);
    const known = credentials.of(line.id) ?? {};
    const secrets = withoutEmpty({ ...known, ...onlyKnown(provider, input.credentials ?? {}) });
    const number = provider.checkNumber(input.number ?? line.number);
    const fields = fieldErrors(provider, secrets, number);
    if (fields !== undefined || !number.ok) return failed(failure('invalid-input', { fields: fields ?? {} }));
    if (input.credentials === undefined) return number;
    const saved = await credentials.save(line.id, secrets);
    return saved.ok ? number : saved;
  };

  const update = async (input: ParsedInput<'lines.update'>): Promise<Answered<LineView>> => {
    const line = lines.active(input.id);
    if (line === undefined) return refuse('line-not-found');
    const number = await reconnect(line, input);
    if (!number.ok) return number;
    const next = await lines.change(line.id, { ...looksOf(input), number: number.value });
    if (next === undefined) return refuse('line-not-found');
    if (input.credentials !== undefined) tellProvider(next);
    onUpdated();
    return ok(announced(next));
  };

  return {
    'lines.list': async () =>
      ok({
        items: lines
          .all()
          .filter((line) => line.removedAt === undefined)
          .map(view),
      }),
    'lines.providers': async () =>
      ok({ items: [...providers.values()].map((provider) => ({ ...provider.info, fields: [...provider.info.fields] })) }),
    'lines.create': create,
    'lines.update': update,
    'lines.remove': async ({ id }) => {
      const line = lines.active(id);
      if (line === undefined) return refuse('line-not-found');
      const removed = await lines.change(id, { removedAt: new Date(clock.now()).toISOString() });
      await credentials.forget(id);
      await reachability.registrations.forget(id);
      if (removed !== undefined) announced(removed);
      return ok({ id });
    },
    'lines.test': async ({ id }) =>
      lines.active(id) === undefined ? refuse('line-not-found') : ok(await reachability.reception.selfTest()),
  };
}

/** How a line looks and announces itself, as far as it was given; `null` takes it away, which the book is told by `undefined`. */
function looksOf({ label, color, notify, noticeContent, waitingHours }: ParsedInput<'lines.update'>): LineChanges {
  const given = Object.entries({ label, color, notify, noticeContent, waitingHours }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, value ?? undefined]));
}

/** What is wrong, by the input's field; `undefined` when nothing is. */
function fieldErrors(
  provider: Provider,
  secrets: Credentials,
  number: ReturnType<Provider['checkNumber']>,
): Record<string, string> | undefined {
  const wrong = Object.entries(provider.checkCredentials(secrets)).map(([key, message]) => [`credentials.${key}`, message]);
  if (!number.ok) wrong.push(['number', number.error]);
  return wrong.length === 0 ? undefined : Object.fromEntries(wrong);
}

function onlyKnown(provider: Provider, given: Credentials): Credentials {
  const keys = new Set(provider.info.fields.map((field) => field.key));
  return Object.fromEntries(Object.entries(given).flatMap(([key, value]) => (keys.has(key) ? [[key, value.trim()]] : [])));
}

function withoutEmpty(credentials: Credentials): Credentials {
  return Object.fromEntries(Object.entries(credentials).filter(([, value]) => value !== ''));
}
