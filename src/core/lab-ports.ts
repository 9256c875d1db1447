/**
 * What the replay lab needs of the outside: requests written byte by byte as they were composed.
 * @module
 */

/** One request, exactly as it is to be written: nothing is added, counted or put in order. */
export type RawRequest = {
  /** Where it goes, without a trailing slash; a path in it comes before `path`. */
  readonly base: string;
  /** With its query; written as it is. */
  readonly path: string;
  /** All of them, with `Host` and `Content-Length`. Characters count as bytes (Latin-1). */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  /** Gives it up. */
  readonly signal: AbortSignal;
};

/** `tookMs`: from the first byte out to the last byte back; for a failure, to when it was known. */
export type RawOutcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly contentType?: string;
      /** Its beginning, where it is long. */
      readonly body: string;
      readonly tookMs: number;
    }
  /** `reason` is a sentence. */
  | { readonly kind: 'failed'; readonly reason: string; readonly tookMs: number };

/** Posts a request once, over a connection of its own, and follows nothing. Never rejects. */
export type LabSender = (request: RawRequest) => Promise<RawOutcome>;
