/**
 * How long an SSH server may stay silent.
 * @module
 */

/** In milliseconds. */
export type SshTimings = {
  /** An unanswered keepalive is followed by the next after this time… */
  readonly keepaliveMs: number;
  /** …and so many unanswered ones end the connection with the next: dead after interval × (count + 1). */
  readonly keepaliveCount: number;
  /** From the first packet until logged in, and again until the forward is open and its address known. */
  readonly readyMs: number;
  /** How long a deliberate check waits for any answer. */
  readonly checkMs: number;
};

export const sshTimings: SshTimings = { keepaliveMs: 10_000, keepaliveCount: 2, readyMs: 15_000, checkMs: 5_000 };
