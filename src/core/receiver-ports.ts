/**
 * What the webhook room asks of the core, as an interface.
 * @module
 */
import type { DeliveryReason } from '../domain/delivery.ts';
import type { Answer, WebhookRequest } from './provider-ports.ts';

/** What the webhook room asks of the core. */
export type Receiver = {
  /** The body limit in bytes for a path; `undefined`: nothing answers there (404). */
  bodyLimitAt(path: string): number | undefined;
  /** Whether a request is the replay lab's own: what is refused of those counts in nobody's budget. */
  isFromLab(request: Omit<WebhookRequest, 'body'>): boolean;
  /**
   * Verifies, stores, answers. Never throws. With `record: false` a delivery that is refused is answered but not
   * recorded (forged traffic beyond its budget); one that verifies is stored and recorded as always.
   */
  receive(request: WebhookRequest, options?: { readonly record: boolean }): Promise<Answer>;
  /** Records a delivery that was refused before its body was whole. */
  refuse(request: Omit<WebhookRequest, 'body'>, reason: DeliveryReason, status: number): void;
  /** The answer to a reachability probe's nonce; `undefined` when the path is not the probe's. */
  answerProbe(path: string, nonce: string): string | undefined;
};

/** Where the receiver listens. */
export type ReceiverAddress = { /** `http://127.0.0.1:<port>` */ readonly url: string };
