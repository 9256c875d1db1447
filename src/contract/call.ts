/**
 * How both carriers turn what came over the wire into a handler's call.
 * @module
 */

import type { Answered } from './errors.ts';
import { failure, fieldsOf, refuse } from './errors.ts';
import { type Handlers, isMethodName, methods } from './methods.ts';

/**
 * Parses the input of a call and runs its handler. Never throws for what a caller can do wrong; a bug in a handler is
 * passed to `onBug` and answered as `unexpected`.
 */
export async function answerCall(
  handlers: Handlers,
  name: string,
  input: unknown,
  onBug: (error: unknown) => void,
): Promise<Answered<unknown>> {
  if (!isMethodName(name)) return refuse('not-found', { message: 'There is no such method.' });
  const parsed = methods[name].input.safeParse(input ?? {});
  if (!parsed.success) return { ok: false, error: failure('invalid-input', { fields: fieldsOf(parsed.error) }) };
  try {
    const handler = handlers[name] as (input: unknown) => Promise<Answered<unknown>>;
    return await handler(parsed.data);
  } catch (error) {
    onBug(error);
    return refuse('unexpected');
  }
}
