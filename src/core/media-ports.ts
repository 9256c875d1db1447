/**
 * What the core needs of the room that fetches and keeps attachments.
 * @module
 */
import type { MediaType } from '../domain/media-type.ts';
import type { Media, MediaReason } from '../domain/message.ts';
import type { Result } from '../domain/result.ts';

/** An attachment that is stored here. */
export type StoredMedia = Pick<Media, 'name' | 'width' | 'height'> & {
  readonly file: string;
  readonly type: MediaType;
  readonly bytes: number;
};

export type MediaFailure = {
  readonly reason: MediaReason;
  /** It may be over in a moment: worth another try. */
  readonly passing: boolean;
  /** How large the server says it is, where that is the reason. */
  readonly bytes?: number;
};

/** A stored attachment on its way to the window. */
export type MediaContent = {
  /** As its bytes say; never one that a browser would run. */
  readonly type: MediaType;
  readonly bytes: number;
  readonly chunks: AsyncIterable<Uint8Array>;
};

export type MediaStore = {
  /**
   * Downloads an attachment. Its address is the sender's to choose, so only the public internet is asked. Never rejects;
   * when `signal` says so it ends, and nothing is kept.
   */
  fetch(url: string, options: { readonly mostBytes: number; readonly signal: AbortSignal }): Promise<Result<StoredMedia, MediaFailure>>;
  /** Keeps bytes that came in another way, in an imported file for example. Rejects only when `chunks` do. */
  keep(
    chunks: AsyncIterable<Uint8Array>,
    options: { readonly mostBytes: number; readonly name?: string },
  ): Promise<Result<StoredMedia, MediaFailure>>;
  /** `undefined`: it is not here, or this is no name of ours. */
  open(file: string): Promise<MediaContent | undefined>;
  /** Where it is, for a program that shall open it; `undefined`: this is no name of ours. */
  pathOf(file: string): string | undefined;
  /** No failure when it is gone already. */
  remove(file: string): Promise<void>;
  /** Names of all stored attachments. Takes away first what a crash left unfinished. */
  list(): Promise<readonly string[]>;
};
