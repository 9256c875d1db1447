/**
 * Questions to CloudVNO's REST API, and what its documented errors mean when they answer one.
 * Sources: CloudVNO "Authentication" (permissions), "Errors Reference", "Rate Limits".
 * @module
 */
import type { Clock, HttpClient } from '../../core/ports.ts';
import type { Result } from '../../domain/result.ts';
import { ask, type Question, saidBy, type Unanswered, undocumentedRefusal } from '../asking.ts';
import { type HttpAnswer, waitMs } from '../outcome.ts';
import { describeFailure, readError } from './errors.ts';

const name = 'CloudVNO';

export type Permission = 'messages:read' | 'numbers:read' | 'numbers:write';

/** @param permission the one the API key needs for this question */
export function askCloudVno(
  http: HttpClient,
  question: Question,
  permission: Permission,
  clock: Clock,
): Promise<Result<HttpAnswer, Unanswered>> {
  return ask(http, question, { name, explain: (answer) => explain(answer, permission, clock.now()) });
}

/** The errors reference gives these statuses one meaning each, so that they are understood without an error object too. */
const codeOfStatus: Readonly<Record<number, string>> = { 401: 'unauthorized', 403: 'insufficient_permissions', 429: 'rate_limit_exceeded' };

function explain(answer: HttpAnswer, permission: Permission, now: number): string {
  const error = readError(answer.body);
  const code = error?.code ?? codeOfStatus[answer.status];
  if (code === 'rate_limit_exceeded' || answer.status === 429) return pause(waitMs(answer, error?.retry_after, now));
  if (code === 'insufficient_permissions')
    return `The API key lacks the permission ${permission}. Add it in the CloudVNO dashboard under Settings → API Keys, or enter a key that has it.`;
  if (code === 'unauthorized' || code === 'api_key_revoked') {
    const { message, resolution } = describeFailure(code, undefined);
    return `${message} ${resolution}`;
  }
  const said = saidBy(error?.message) ?? saidBy(error?.code);
  return [undocumentedRefusal(name, answer.status), ...(said === undefined ? [] : [`It says: ${said}`])].join(' ');
}

function pause(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return undocumentedRefusal(name, 429);
  const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
  const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${name} asks to be asked less often. Try again in ${wait}.`;
}
