/**
 * CloudVNO's error codes with the meanings and resolutions of its error reference.
 * @module
 */
import { z } from 'zod';
import type { MessageFailure } from '../../domain/message.ts';
import { readJson } from '../json.ts';
import { type ErrorTexts, failureFor } from '../outcome.ts';

const errorSchema = z.object({
  error: z.object({
    code: z.string().min(1).max(80),
    message: z.string().optional().catch(undefined),
    retry_after: z.unknown().optional(),
  }),
});
export type CloudVnoError = z.infer<typeof errorSchema>['error'];

/** CloudVNO's error object, the same in every answer that is not 2xx; `undefined` when a body holds none. */
export function readError(body: string): CloudVnoError | undefined {
  const parsed = errorSchema.safeParse(readJson(body));
  return parsed.success ? parsed.data.error : undefined;
}

const texts: ErrorTexts = {
  unauthorized: { message: 'The API key is missing or invalid.', resolution: 'Check the API key in the settings of this line.' },
  api_key_revoked: {
    message: 'The API key was revoked.',
    resolution: 'Generate a new API key in the CloudVNO dashboard and enter it here.',
  },
  insufficient_permissions: {
    message: 'The API key lacks the permission to send messages.',
    resolution: 'Add the required permission to the API key in the CloudVNO dashboard.',
  },
  invalid_phone_number: {
    message: 'The number is not a valid E.164 number.',
    resolution: 'Write the number with + and the country code, like +14155551234.',
  },
  number_not_sms_capable: {
    message: 'The number cannot receive SMS.',
    resolution: 'Use a voice call instead, or check what kind of number it is.',
  },
  message_too_long: { message: 'The text exceeds the character limit.', resolution: 'Split it into several messages or send it as MMS.' },
  from_number_not_owned: {
    message: 'The sending number is not in your CloudVNO account.',
    resolution: 'Check the number of this line, or get it in the CloudVNO dashboard.',
  },
  unsubscribed: { message: 'The recipient has opted out.', resolution: 'Do not send to them until they opt in again with START.' },
  carrier_blocked: {
    message: 'The carrier rejected the message.',
    resolution: 'Check the text for what looks like spam, then write it differently.',
  },
  rate_limit_exceeded: {
    message: 'Too many messages in a short time.',
    resolution: 'Nothing to do: it is tried again by itself. A long code sends one message a second.',
  },
  failed: {
    message: 'The message failed before it left CloudVNO.',
    resolution: 'Look it up in the CloudVNO dashboard, then send it again.',
  },
  undelivered: {
    message: 'The carrier did not deliver the message.',
    resolution: 'Check that the number can receive SMS, then send it again.',
  },
};

/** An error code with what CloudVNO said about it. */
export function describeFailure(code: string, said: string | undefined): MessageFailure {
  return failureFor(texts, code, said);
}

/** True for the codes that say that the message was refused for good. */
export function isRefusal(code: string): boolean {
  return code !== 'rate_limit_exceeded' && Object.hasOwn(texts, code);
}
