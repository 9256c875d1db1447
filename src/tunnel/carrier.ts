/**
 * What every kind of tunnel is to the supervisor: something that can be opened, says what becomes of it, and can be closed.
 * @module
 */
import type { TunnelFailure } from '../contract/tunnel-failures.ts';
import type { Result } from '../domain/result.ts';

/** What an open tunnel says of itself. All may be called at any time after `open`; after `ended` nothing counts. */
export type CarrierEvents = {
  /** A plain sentence for the log, with no secret in it. */
  note(text: string): void;
  /** It is there, but requests may not come through. */
  degraded(failure: TunnelFailure): void;
  recovered(): void;
  /** The service has given it another address. */
  moved(publicUrl: string): void;
  ended(failure: TunnelFailure): void;
};

export type CarrierSession = {
  /** Without a trailing slash. */
  readonly publicUrl: string;
  /** Finds out soon whether it is still alive; `ended` says when it is not. */
  check?(): void;
  /** Resolves when its address is free again, or after at most two seconds. Never rejects, and `ended` is not called for it. */
  close(): Promise<void>;
};

export type Opened = Result<CarrierSession, TunnelFailure>;

export type OpenRequest = {
  /** Aborted when the tunnel is not wanted any more: `open` then resolves soon and leaves nothing behind. */
  readonly signal: AbortSignal;
  readonly events: CarrierEvents;
  /** The receiver's port on 127.0.0.1: the only place a tunnel ever leads to. */
  readonly receiverPort: number;
};

/** One kind of tunnel with its settings. `open` never throws and never rejects for what can go wrong in the world. */
export type Carrier = {
  /** Where it leads, for the log: a host or a program. */
  readonly name: string;
  /** Whether closing and opening it again can mend it when nothing comes through. */
  readonly restartable: boolean;
  open(request: OpenRequest): Opened | Promise<Opened>;
};
