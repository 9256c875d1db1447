/**
 * What has to be said of each mistake the signature doctor knows, in every language: a mistake without its words does not
 * compile.
 * @module
 */
import type { MistakeCode } from '../../src/contract/diagnosis.ts';

/** What a sentence may name. Everything is filled in: where nothing is known, with words that say so. */
export type MistakeFacts = {
  /** The line's provider. */
  readonly provider: string;
  /** `http` or `https`, of the URL that was signed and of the line's. */
  readonly signedScheme: string;
  readonly expectedScheme: string;
  readonly signedHost: string;
  readonly expectedHost: string;
  readonly header: string;
  /** The label of another line. */
  readonly line: string;
  /** Another service's way to sign. */
  readonly scheme: string;
  /** The label of a field of the line's settings. */
  readonly field: string;
  readonly age: string;
};

export type MistakeWords = {
  /** What was tried, in a few words. */
  readonly title: string;
  /** The cause, in one sentence. */
  readonly cause: (facts: MistakeFacts) => string;
  /** What to do where no click mends it. */
  readonly remedy: (facts: MistakeFacts) => string;
};

export type EveryMistake = Readonly<Record<MistakeCode, MistakeWords>>;
