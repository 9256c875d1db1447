/**
 * Turns whatever is logged into plain data of bounded size without secrets: the name of a field tells what may not be
 * shown at all, everything else goes through `redactText`.
 * @module
 */
import { describeError, framesOf } from './describe-error.ts';
import { redactText } from './redact-text.ts';

const deepest = 6;
const mostItems = 50;
/** Values looked at in one entry; a wide and deep one must not stop the app. */
const mostValues = 1_000;
const longestString = 2_000;

const secretName =
  /secret|token|password|passwd|passphrase|credential|authorization|signature|cookie|private|apikey|[a-z]Key$|[_-]key$|^(?:auth|key|keys|otp|pin|code_?word)$/i;
const contentName = /^(?:body|raw_?body|body_?(?:text|base64)|texts?|draft|reply|payload|content|query|preview|snippet|data)$/i;
/** Numbers under these names may be a code or a phone number, those under others are counts and times. */
const numberName = /^(?:code|number|phone|from|to|peer)$/i;
const idName = /^id$|[a-z]Ids?$/;

type Visit = {
  /** The objects around the present one, to know a circle. */
  readonly above: Set<object>;
  left: number;
};

/** A copy of `value` that can be written to a log. Never throws, whatever getters, proxies or circles are in it. */
export function redactValue(value: unknown): unknown {
  return redact('', () => value, { above: new Set(), left: mostValues });
}

function redact(name: string, read: () => unknown, visit: Visit): unknown {
  visit.left -= 1;
  if (visit.left < 0) return '[more]';
  try {
    const value = read();
    return typeof value === 'object' && value !== null ? redactObject(name, value, visit) : redactPrimitive(name, value);
  } catch {
    return '[unreadable]';
  }
}

function redactPrimitive(name: string, value: unknown): unknown {
  if (value === undefined || value === null || typeof value === 'boolean') return value;
  if (secretName.test(name)) return '[redacted]';
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  const text = String(value);
  if (contentName.test(name)) return `[${text.length} characters]`;
  if (typeof value === 'number' && Math.abs(value) < (numberName.test(name) ? 1_000 : 1e9)) return value;
  return idName.test(name) && isOpaqueId(text) ? text : cut(redactText(text));
}

/** Our own ids are what makes a log useful. A phone number, a code or a key that is used as an id is none of them. */
function isOpaqueId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text) && /[A-Za-z]/.test(text) && !/\d{9}|^\w{2,5}_(?:live|test)_|^whsec_/.test(text);
}

function redactObject(name: string, value: object, visit: Visit): unknown {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (secretName.test(name)) return '[redacted]';
  if (contentName.test(name)) return '[content]';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[no date]' : value.toISOString();
  if (value instanceof URL) return cut(redactText(value.href));
  if (visit.above.has(value)) return '[circular]';
  if (visit.above.size >= deepest) return '[deeper]';
  visit.above.add(value);
  try {
    if (value instanceof Error) return { ...redactRecord(describeError(value), visit), frames: framesOf(value) };
    if (value instanceof Map) return redactRecord(Object.fromEntries(value), visit);
    if (value instanceof Set) return redactItems([...value], visit);
    return Array.isArray(value) ? redactItems(value, visit) : redactRecord(value, visit);
  } finally {
    visit.above.delete(value);
  }
}

function redactRecord(record: object, visit: Visit): Record<string, unknown> {
  const result: [string, unknown][] = [];
  for (const key of Object.keys(record)) {
    if (result.length >= mostItems) return Object.fromEntries([...result, ['…', '[more]']]);
    result.push([redactText(key), redact(key, () => Reflect.get(record, key), visit)]);
  }
  return Object.fromEntries(result);
}

/** A pair of texts is how headers are kept: the first is the name of the second. */
function redactItems(items: readonly unknown[], visit: Visit): unknown[] {
  const [first, second] = items;
  if (items.length === 2 && typeof first === 'string' && typeof second === 'string') {
    return [redactText(first), redact(first, () => second, visit)];
  }
  const result = items.slice(0, mostItems).map((item) => redact('', () => item, visit));
  return items.length > mostItems ? [...result, '[more]'] : result;
}

function cut(text: string): string {
  return text.length <= longestString ? text : `${text.slice(0, longestString)}…`;
}
