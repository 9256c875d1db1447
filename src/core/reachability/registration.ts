/**
 * Keeps providers pointed at our public URL where they let us, and says truthfully where they point where they do not.
 * What a provider held before is remembered, so that it can be put back.
 * @module
 */
import { z } from 'zod';
import type { RegistrationView } from '../../contract/reachability.ts';
import type { Line } from '../../domain/line.ts';
import { assertNever } from '../../domain/result.ts';
import { instantSchema } from '../../domain/time.ts';
import type { CredentialBook } from '../credentials.ts';
import type { LineBook } from '../line-book.ts';
import type { Clock, Document, HttpClient, LineContext, Logger } from '../ports.ts';
import { createTurns } from '../turns.ts';

const recordSchema = z.object({
  /** What the provider holds, by its own word, by ours to it, or by a delivery that came that way. */
  url: z.string().nullable(),
  proof: z.enum(['read', 'written', 'delivered']).nullable(),
  checkedAt: instantSchema.nullable(),
  previousUrl: z.string().nullable(),
  failure: z.string().nullable(),
  /** The user put the former address back: the provider is left alone until they point it here again. */
  leftAlone: z.boolean().optional(),
});
type Registered = z.infer<typeof recordSchema>;

export const registrationDocumentSchema = z.object({ lines: z.record(z.string(), recordSchema) });
export type RegistrationDocument = z.infer<typeof registrationDocumentSchema>;

/** Where a provider does not say how long it tries again. */
const usualRetryMs = 60 * 60_000;

const nothingKnown: Registered = { url: null, proof: null, checkedAt: null, previousUrl: null, failure: null };

export type Registrations = {
  view(line: Line): RegistrationView;
  /** Points the provider at the line's present public URL. */
  register(line: Line): Promise<RegistrationView>;
  /** Asks the provider where it points, where it can be asked. */
  check(line: Line): Promise<RegistrationView>;
  /** Puts back what the provider held before, for now: the next address is told again. */
  restore(line: Line): Promise<RegistrationView>;
  /** Puts it back for good, until the user points the provider here again. */
  leave(line: Line): Promise<RegistrationView>;
  /** The public URL changed: re-points every provider that documents how. */
  follow(): Promise<void>;
  /** Whether a provider that documents how could not be told. */
  haveFailed(): boolean;
  /** Asks every provider that can be asked whether it still points here: somebody may have changed it there. */
  checkAll(): Promise<void>;
  /** A verified delivery came in for one of the line's URLs. */
  delivered(line: Line, host: string | undefined): void;
  forget(lineId: string): Promise<void>;
};

type Dependencies = {
  readonly document: Document<RegistrationDocument>;
  readonly lines: LineBook;
  readonly credentials: CredentialBook;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The line's present public URL; `undefined` while there is none. */
  readonly publicUrl: (line: Line) => string | undefined;
  readonly onChanged: (line: Line) => void;
};

export function createRegistrations(dependencies: Dependencies): Registrations {
  const { document, lines, credentials, http, clock, logger, publicUrl, onChanged } = dependencies;
  const now = (): string => new Date(clock.now()).toISOString();
  const recordOf = (line: Line): Registered => document.get().lines[line.id] ?? nothingKnown;
  const context = (line: Line): LineContext => ({ credentials: credentials.of(line.id) ?? {}, http, number: line.number });

  let writing: Promise<void> = Promise.resolve();
  /** Writes are one after the other: each starts from what the one before it left. */
  const rewrite = (change: (records: RegistrationDocument['lines']) => RegistrationDocument['lines']): Promise<void> => {
    writing = writing.catch(() => undefined).then(() => document.set({ lines: change(document.get().lines) }));
    return writing;
  };
  const remember = async (line: Line, changes: Partial<Registered>): Promise<void> => {
    await rewrite((records) =>
      lines.active(line.id) === undefined ? records : { ...records, [line.id]: { ...(records[line.id] ?? nothingKnown), ...changes } },
    );
    onChanged(line);
  };

  /** What is asked of a line's provider is asked in order: the last one decides where it points. */
  const inTurn = createTurns();

  const isOurs = (line: Line, url: string): boolean => url === publicUrl(line) || line.publicUrls.some((known) => known.url === url);

  /**
   * True when the provider said where it points. One that cannot be asked `quietly` (the computer just woke up) has still
   * been told what it was told.
   */
  const check = async (line: Line, { quietly }: { quietly: boolean } = { quietly: false }): Promise<boolean> => {
    const read = lines.provider(line).registration?.read;
    if (read === undefined) return false;
    const answer = await read(context(line));
    if (!answer.ok && quietly) {
      logger.info('registration.not-checked', { lineId: line.id });
      return false;
    }
    const { url, proof } = recordOf(line);
    // What we wrote and find again is still ours: the next address may follow by itself.
    const isAsWritten = answer.ok && proof === 'written' && url !== null && answer.value === url && isOurs(line, url);
    await remember(
      line,
      answer.ok
        ? { url: answer.value, proof: isAsWritten ? 'written' : 'read', checkedAt: now(), failure: null }
        : { checkedAt: now(), failure: answer.error },
    );
    return answer.ok;
  };

  const write = async (line: Line, url: string): Promise<boolean> => {
    const registration = lines.provider(line).registration;
    if (registration === undefined) return false;
    const answer = await registration.write(url, context(line));
    if (!answer.ok) await remember(line, { checkedAt: now(), failure: answer.error });
    else await remember(line, { url, proof: 'written', checkedAt: now(), failure: null });
    return answer.ok;
  };

  const register = async (line: Line): Promise<void> => {
    const url = publicUrl(line);
    if (url === undefined) return;
    const wasRead = await check(line);
    const before = recordOf(line).url;
    if (before === url && wasRead) return;
    const written = await write(line, url);
    if (written && before !== null && !isOurs(line, before)) await remember(line, { previousUrl: before });
  };

  const follow = async (line: Line): Promise<void> => {
    const can = waysOf(line);
    // A guessed path is only used by itself after it worked once at the user's wish.
    const mayBeUsed = can === 'register' || (can === 'register-by-guess' && recordOf(line).proof === 'written');
    const { url, failure, leftAlone } = recordOf(line);
    const isPointedHere = failure === null && url !== null && url === publicUrl(line);
    if (!mayBeUsed || isPointedHere || leftAlone === true) onChanged(line);
    else await register(line);
  };

  /** What a provider tries again goes to the address it had at the first time, for as long as it does that. */
  const mayBeRetry = (line: Line, { checkedAt }: Registered): boolean =>
    checkedAt !== null && clock.now() - Date.parse(checkedAt) < (lines.provider(line).retryWindowMs ?? usualRetryMs);

  const waysOf = (line: Line): RegistrationView['can'] => {
    const registration = lines.provider(line).registration;
    if (registration === undefined || !registration.usable(credentials.of(line.id) ?? {})) return 'not';
    return registration.documented ? 'register' : 'register-by-guess';
  };

  const view = (line: Line): RegistrationView => {
    const record = recordOf(line);
    const can = waysOf(line);
    const canCheck = can !== 'not' && lines.provider(line).registration?.read !== undefined;
    const base = { lineId: line.id, can, canCheck, url: record.url, previousUrl: record.previousUrl, checkedAt: record.checkedAt } as const;
    return { ...base, ...wordsFor(stateOf(line, record, can), record) };
  };

  const stateOf = (line: Line, { url, failure }: Registered, can: RegistrationView['can']): RegistrationView['state'] => {
    const present = publicUrl(line);
    if (failure !== null) return 'failed';
    if (url === null) return can === 'not' ? 'by-hand' : 'unknown';
    if (url === present) return 'here';
    return isOurs(line, url) ? 'old-address' : 'elsewhere';
  };

  /** True when something was put back. */
  const restore = async (line: Line): Promise<boolean> => {
    const { previousUrl } = recordOf(line);
    const isBack = previousUrl !== null && (await write(line, previousUrl));
    if (isBack) await remember(line, { previousUrl: null });
    return isBack;
  };

  return {
    view,
    async register(line) {
      await inTurn(line.id, async () => {
        if (recordOf(line).leftAlone === true) await remember(line, { leftAlone: false });
        await register(line);
      });
      return view(line);
    },
    async check(line) {
      await inTurn(line.id, () => check(line));
      return view(line);
    },
    async restore(line) {
      await inTurn(line.id, () => restore(line));
      return view(line);
    },
    async leave(line) {
      await inTurn(line.id, async () => {
        if (await restore(line)) await remember(line, { leftAlone: true });
      });
      return view(line);
    },
    async follow() {
      const active = lines.all().filter((line) => line.removedAt === undefined);
      await Promise.all(
        active.map((line) =>
          inTurn(line.id, () => follow(line)).catch((error: unknown) => logger.error('registration.failed', { lineId: line.id, error })),
        ),
      );
    },
    haveFailed: () =>
      lines.all().some((line) => line.removedAt === undefined && waysOf(line) === 'register' && recordOf(line).failure !== null),
    async checkAll() {
      // A guessed path that never worked is not asked again and again.
      const asked = lines.all().filter((line) => {
        const { proof } = recordOf(line);
        return line.removedAt === undefined && waysOf(line) !== 'not' && (proof === 'written' || proof === 'read');
      });
      await Promise.all(
        asked.map((line) =>
          inTurn(line.id, () => check(line, { quietly: true })).catch((error: unknown) =>
            logger.error('registration.not-checked', { lineId: line.id, error }),
          ),
        ),
      );
    },
    delivered(line, host) {
      const url = publicUrl(line);
      const came = [url, ...line.publicUrls.map((known) => known.url)].find(
        (known) => known !== undefined && URL.parse(known)?.host === host,
      );
      const known = recordOf(line);
      if (came === undefined || (known.url === came && known.failure === null)) return;
      if (known.url === url && known.failure === null && mayBeRetry(line, known)) return;
      remember(line, { url: came, proof: 'delivered', checkedAt: now(), failure: null }).catch((error: unknown) =>
        logger.warn('registration.not-remembered', { lineId: line.id, error }),
      );
    },
    forget: (lineId) => rewrite(({ [lineId]: _gone, ...rest }) => rest),
  };
}

function wordsFor(state: RegistrationView['state'], { failure }: Registered): Pick<RegistrationView, 'state' | 'message' | 'action'> {
  const paste = 'Copy the webhook URL into your provider’s settings';
  switch (state) {
    case 'here':
      return { state, message: 'Your provider sends texts here.' };
    case 'by-hand':
      return { state, message: 'No delivery has come in through this address yet.', action: paste };
    case 'unknown':
      return { state, message: 'Where your provider sends texts is not known yet.', action: 'Point it here' };
    case 'old-address':
      return { state, message: 'Your provider still holds an earlier address of Texttray.', action: paste };
    case 'elsewhere':
      return { state, message: 'Your provider sends texts somewhere else.', action: 'Point it here' };
    case 'failed':
      return { state, message: failure ?? 'Your provider could not be told.', action: paste };
    default:
      return assertNever(state);
  }
}
