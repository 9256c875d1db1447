/**
 * What the command ends with, so that a pipeline can tell a refusal from a mistake of its own. Part of its documentation.
 * @module
 */
export const exitCodes = {
  /** Every request was answered as it should be: 2xx, or what `--expect` says. */
  accepted: 0,
  /** At least one was not. */
  refused: 1,
  /** The command line is wrong; nothing was sent. */
  usage: 2,
  /** At least one got no answer: no connection, or not in time. */
  noAnswer: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
