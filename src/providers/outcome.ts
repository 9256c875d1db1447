/**
 * What becomes of a handed-over text when the provider's own documentation does not say. The rule behind all of it: a
 * text is only tried again by itself where it certainly was not taken, since a second SMS cannot be called back.
 * @module
 */
import type { HttpOutcome, SendOutcome } from '../core/ports.ts';
import type { MessageFailure } from '../domain/message.ts';

export type HttpAnswer = Extract<HttpOutcome, { kind: 'answer' }>;

/** The sentences for a provider's error codes: the documented meaning and resolution where there is one. */
export type ErrorTexts = Readonly<Record<string, { readonly message: string; readonly resolution: string }>>;

/**
 * A provider's error for the user: the provider's own sentence is more exact than the documented meaning of the code
 * (it names the number, the field), so it comes first.
 */
export function failureFor(texts: ErrorTexts, code: string, said: string | undefined): MessageFailure {
  const known = Object.hasOwn(texts, code) ? texts[code] : undefined;
  const message = said?.replace(/\s+/g, ' ').trim().slice(0, 300) || known?.message || `The provider refused the text (${code}).`;
  return { code, message, ...(known && { resolution: known.resolution }) };
}

/** No answer at all: before the request left it is safe to try again, afterwards nobody but the user can decide. */
export function withoutAnswer(outcome: Exclude<HttpOutcome, HttpAnswer>): SendOutcome {
  if (outcome.kind === 'not-sent') {
    const failure = {
      code: 'not-reached',
      message: `The provider could not be reached. ${outcome.reason}`,
      resolution: 'Check the internet connection. The text is tried again by itself.',
    };
    return { kind: 'retry', failure };
  }
  return {
    kind: 'ambiguous',
    failure: { code: 'no-answer', message: `The text was handed over, but no answer came. ${outcome.reason}`, resolution: unconfirmed },
  };
}

const unconfirmed = 'It may have been sent. Send it again only if it did not arrive.';

/**
 * An answer without an error body the provider documents. 429 is given before anything is taken. A 5xx may come from a
 * gateway that lost the provider after the request was through, and so may 408: ambiguous. A redirect is never followed,
 * because the key and the text would follow it. Everything else is a refusal.
 */
export function undocumentedAnswer({ status }: HttpAnswer): SendOutcome {
  const code = `http-${status}`;
  if (status === 429)
    return {
      kind: 'retry',
      failure: { code, message: 'The provider asks to send more slowly.', resolution: 'The text is tried again by itself.' },
    };
  if (status === 408 || status >= 500)
    return {
      kind: 'ambiguous',
      failure: { code, message: `The provider answered with an error of its own (${status}).`, resolution: unconfirmed },
    };
  if (status >= 300 && status < 400)
    return {
      kind: 'refused',
      failure: {
        code,
        message: 'The API address answered with a redirect.',
        resolution: 'Enter the address it leads to as the API address of this line.',
      },
    };
  return {
    kind: 'refused',
    failure: {
      code,
      message: `The provider refused the text (${status}).`,
      resolution: 'Check the key and the API address in the settings of this line.',
    },
  };
}

/** The line can receive, but the key for sending was never entered. */
export function keyMissing(label: string): SendOutcome {
  const failure = {
    code: 'key-missing',
    message: `This line has no ${label}, so it can only receive.`,
    resolution: `Enter the ${label} in the settings of this line.`,
  };
  return { kind: 'refused', failure };
}

/** More attachments than the provider takes: nothing is left out silently. */
export function mediaRefused(message: string, resolution: string): SendOutcome {
  return { kind: 'refused', failure: { code: 'media', message, resolution } };
}

const longestWaitMs = 3_600_000;

/**
 * Milliseconds to wait before the next try: the seconds in the body, or the `Retry-After` header, or the Unix time in
 * `X-RateLimit-Reset`. An hour at most; `undefined` when nothing usable is said.
 */
export function waitMs(answer: HttpAnswer, secondsInBody: unknown, now: number): number | undefined {
  const reset = seconds(answer.headers['x-ratelimit-reset']);
  const wait = seconds(secondsInBody) ?? seconds(answer.headers['retry-after']) ?? (reset === undefined ? undefined : reset - now / 1_000);
  return wait === undefined ? undefined : Math.min(Math.max(Math.ceil(wait * 1_000), 0), longestWaitMs);
}

function seconds(value: unknown): number | undefined {
  if (typeof value === 'string' && !/^\d+(\.\d+)?$/.test(value.trim())) return undefined;
  const amount = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isFinite(amount) && amount >= 0 ? amount : undefined;
}
