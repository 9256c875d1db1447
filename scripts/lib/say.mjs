/**
 * What the scripts tell the person at the keyboard: on stderr, because stdout belongs to what the command is for.
 * @module
 */
import process from 'node:process';

/** Ends a command with one sentence instead of a stack trace. */
export class Stop extends Error {
  /**
   * @param {string} message what is wrong and what to do about it
   * @param {number} [code] the exit code
   */
  constructor(message, code = 1) {
    super(message);
    this.name = 'Stop';
    this.code = code;
  }
}

/** @param {string} message */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * Runs a command's body; the process ends with its exit code.
 * @param {() => Promise<number | void> | number | void} body
 */
export async function command(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (error.message !== '') say(error.message);
    process.exitCode = error.code;
  }
}
