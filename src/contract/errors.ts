/**
 * Everything that can be answered instead of a value. Each code has a sentence a person understands and, where there is
 * something to do about it, the one action to take.
 * @module
 */
import { z } from 'zod';
import { failed, type Result } from '../domain/result.ts';

const texts = {
  'invalid-input': { message: 'Something in this form is not right.', action: 'Correct the marked fields' },
  'not-found': { message: 'This is not here any more.', action: 'Go back to the inbox' },
  'line-not-found': { message: 'This line does not exist or was removed.', action: 'Choose another line' },
  'receive-only': { message: 'This provider only receives: texts cannot be sent from this line.', action: 'Choose another line' },
  'peer-cannot-be-answered': { message: 'This sender is a name, not a number, so it cannot be answered.' },
  'media-not-supported': { message: 'This provider takes no attachments.', action: 'Send the text alone' },
  'too-many-media': { message: 'This provider takes fewer attachments in one message.', action: 'Send the attachments one by one' },
  'message-too-long': { message: 'The text is longer than this provider takes.', action: 'Shorten it or send it in parts' },
  'message-empty': { message: 'There is nothing to send yet.', action: 'Type a text' },
  'opted-out': {
    message: 'This person asked not to be texted on this line.',
    action: 'Wait until they send START, or choose "Text them anyway"',
  },
  'not-retryable': { message: 'Only a message that did not go out can be sent again.' },
  'not-cancellable': { message: 'This message has left already and cannot be taken back.' },
  'store-unavailable': {
    message: 'Texttray cannot write to its data folder right now, so nothing new is accepted.',
    action: 'Free some disk space or check the folder; it recovers by itself',
  },
  'vault-unavailable': {
    message: 'The place where your keys are kept cannot be opened.',
    action: 'Unlock your system keychain and try again',
  },
  'vault-unprotected': {
    message: 'This system has no protected place for keys.',
    action: 'Set up a keyring (such as GNOME Keyring or KWallet), then start Texttray again',
  },
  'tunnel-kind-unavailable': { message: 'This way to be reached is not available.', action: 'Choose another one' },
  'practice-only': { message: 'Only a practice line can be texted by its simulated phone.', action: 'Choose the practice line' },
  'practice-undelivered': { message: 'The simulated phone could not reach the receiver.', action: 'Look at Deliveries for the reason' },
  'media-gone': { message: 'This attachment is not stored on this computer.', action: 'Download it again' },
  'media-not-opened': {
    message: 'Files of this kind are not opened from here, so that nothing runs by accident.',
    action: 'Save it instead',
  },
  'media-no-program': { message: 'No program opened this attachment.', action: 'Save it instead' },
  'too-many-contacts': { message: 'There are as many contacts as Texttray keeps.', action: 'Remove some first' },
  'never-kept': { message: 'This value is never kept: whoever read it here could send texts as the provider.' },
  'lab-not-public': {
    message: 'This line cannot be reached from the internet right now, so nothing can be sent that way.',
    action: 'Connect it first, or send straight to the receiver',
  },
  'lab-no-secret': { message: 'This line has no secret to sign with.', action: 'Add it to the line, or send the request as it is' },
  'lab-not-signable': {
    message: 'This provider cannot sign such a body: it is no form in UTF-8.',
    action: 'Send the request as it is',
  },
  'lab-no-time': { message: 'This provider does not say when a text was sent, so none of its texts can be stale.' },
  'file-gone': { message: 'That file is not here any more.', action: 'Choose it again' },
  'file-unreadable': { message: 'The file cannot be read.', action: 'Choose another file' },
  'file-too-large': { message: 'There is not enough free space on the disk for this file.', action: 'Free some space and try again' },
  'file-incomplete': { message: 'The file did not arrive whole.', action: 'Choose it again' },
  'file-not-saved': { message: 'The file could not be saved there.', action: 'Choose another place' },
  'file-not-understood': {
    message: 'This is neither a backup of "SMS Backup & Restore" nor an archive of Texttray.',
    action: 'Choose another file',
  },
  'archive-newer': { message: 'This archive was written by a newer Texttray.', action: 'Install the newer version, then import it' },
  'exchange-busy': { message: 'Another file is being read right now.', action: 'Wait for it, or stop it first' },
  'exchange-stopped': { message: 'It was stopped before its end.' },
  'export-failed': { message: 'The export could not be written.', action: 'Free some disk space and try again' },
  'import-failed': { message: 'The import ended before its end. What was imported until then stays.', action: 'Import the file again' },
  'not-permitted': { message: 'This window may not ask for that.', action: 'Open Texttray again from its own address' },
  'host-unreachable': { message: 'Texttray is not running any more.', action: 'Start it again' },
  unexpected: { message: 'Something went wrong inside Texttray. It was written to the log.', action: 'Try again' },
} as const satisfies Record<string, { message: string; action?: string }>;

export type ErrorCode = keyof typeof texts;
export const errorCodes = Object.keys(texts) as readonly ErrorCode[];

export const failureSchema = z.object({
  code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  action: z.string().optional(),
  /** What is wrong with single fields of the input, by their path, e.g. `credentials.authToken`. */
  fields: z.record(z.string(), z.string()).optional(),
});
export type Failure = Readonly<z.infer<typeof failureSchema>>;

/** The answer of every contract method. */
export type Answered<Value> = Result<Value, Failure>;

/** A failure with the code's own sentence and action; `details` replaces or adds to them. */
export function failure(code: ErrorCode, details: { message?: string; action?: string; fields?: Record<string, string> } = {}): Failure {
  return { code, ...texts[code], ...details };
}

/** Short for `failed(failure(…))`. */
export function refuse(code: ErrorCode, details?: Parameters<typeof failure>[1]): { readonly ok: false; readonly error: Failure } {
  return failed(failure(code, details));
}

/** The first complaint about each field of an input that did not parse. */
export function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    fields[path] ??= issue.message;
  }
  return fields;
}
