/**
 * Why an attachment did not come, in the terms of the app, made from what networks, servers and disks say.
 * @module
 */
import type { MediaFailure } from '../core/ports.ts';

/** Thrown inside this room only; whoever asked for the attachment gets the failure as a value. */
export class MediaTrouble extends Error {
  override readonly name = 'MediaTrouble';
  readonly failure: MediaFailure;

  constructor(failure: MediaFailure) {
    super(failure.reason);
    this.failure = failure;
  }
}

/** A failure that will be the same next time. */
export function lasting(reason: MediaFailure['reason']): MediaTrouble {
  return new MediaTrouble({ reason, passing: false });
}

/** A failure that may be over in a moment. */
export function passing(reason: MediaFailure['reason']): MediaTrouble {
  return new MediaTrouble({ reason, passing: true });
}

/** What an error of the network means. */
export function networkTrouble(error: unknown): MediaTrouble {
  if (error instanceof MediaTrouble) return error;
  const code = codeOf(error) ?? '';
  // A certificate that is wrong now is wrong in a minute.
  return /CERT|SIGNATURE|TLS|SSL/.test(code) ? lasting('unreachable') : passing('unreachable');
}

/** What an error of the disk means: whatever it is, nothing can be kept there now. */
export function diskTrouble(error: unknown): MediaTrouble {
  return error instanceof MediaTrouble ? error : passing('no-space');
}

/** What a status other than 200 means. Providers delete attachments after a while, and some sign their addresses for a time. */
export function statusTrouble(status: number): MediaTrouble {
  if (status === 404 || status === 410) return lasting('expired');
  if (status === 401 || status === 403) return lasting('not-permitted');
  const comesBack = status === 408 || status === 425 || status === 429 || status >= 500;
  return comesBack ? passing('unreachable') : lasting('unreachable');
}

/** The system's name of an error, e.g. `ENOSPC`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
