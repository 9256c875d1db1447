/**
 * `--header 'Name: value'`.
 * @module
 */
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { failed, ok, type Result } from '../domain/result.ts';

/** How long the body is and how it is cut is for the sender to say: a wrong one would make two requests of it. */
const framing = new Set(['content-length', 'transfer-encoding', 'connection', 'expect', 'upgrade', 'trailer', 'te']);

export function readHeader(text: string): Result<readonly [name: string, value: string], string> {
  const colon = text.indexOf(':');
  const name = text.slice(0, Math.max(colon, 0)).trim();
  const value = text.slice(colon + 1).trim();
  if (colon < 1 || name === '') return failed("--header takes a name and a value: --header 'X-Name: value'.");
  if (!isHeader(name, value)) return failed('--header: there is something in it that no header can have.');
  if (framing.has(name.toLowerCase())) return failed(`--header ${name}: this one is set by the command itself.`);
  return ok([name, value]);
}

/** Whether HTTP has a way to write this header. */
export function isHeader(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}
