/**
 * What the page about a provider says beyond the worked sample, in every language.
 * @module
 */
export type ProviderLesson = {
  readonly about: string;
  /** What the proof covers. */
  readonly signed: string;
  readonly secret: string;
  /** How a repeated text is known. */
  readonly repeats: string;
  /** When it comes again, where that is said, but not in minutes. */
  readonly again?: string;
  /** What is not documented, and what is done instead. */
  readonly open: readonly string[];
};
