/**
 * The app's log: one line of JSON an entry, redacted right before it is written, so that no caller can forget to.
 * @module
 */
import type { LogFields, Logger } from '../core/ports.ts';
import { redactText } from './redact-text.ts';
import { redactValue } from './redact-value.ts';

const levels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof levels)[number];

export type LoggerOptions = {
  /** Takes one line with its line feed. */
  readonly write: (line: string) => void;
  /** Entries below it are not written. */
  readonly level: LogLevel;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** Longest line; what is longer keeps its event and loses its fields. */
const longestLine = 16_384;

/**
 * Makes a logger. Phone numbers keep their last three digits; codes, secrets, message texts, webhook paths and whatever
 * looks like a key do not appear. Logging never throws: a closed pipe must not stop the app.
 */
export function createLogger({ write, level, now }: LoggerOptions): Logger {
  const least = levels.indexOf(level);
  const log = (at: LogLevel, event: string, fields?: LogFields): void => {
    if (levels.indexOf(at) < least) return;
    try {
      write(`${toLine({ at: new Date(now()).toISOString(), level: at, event: redactText(event) }, fields)}\n`);
    } catch {
      // Nowhere is left to say it.
    }
  };
  return {
    debug: (event, fields) => log('debug', event, fields),
    info: (event, fields) => log('info', event, fields),
    warn: (event, fields) => log('warn', event, fields),
    error: (event, fields) => log('error', event, fields),
  };
}

function toLine(head: { at: string; level: LogLevel; event: string }, fields: LogFields | undefined): string {
  if (fields === undefined) return JSON.stringify(head);
  const line = JSON.stringify({ ...head, fields: redactValue(fields) });
  return line.length <= longestLine ? line : JSON.stringify({ ...head, fields: `[${line.length} characters]` });
}
