/**
 * What the core needs of the room that writes deliveries for other tools.
 * @module
 */
import type { Delivery } from '../domain/delivery.ts';
import type { ProviderName } from '../domain/line.ts';
import type { ReservedFile } from './ports.ts';

/** A delivery, and where it is to be sent when it is sent again. */
export type TakenDelivery = {
  readonly delivery: Delivery;
  readonly provider: ProviderName;
  /** The line's webhook URL without the recorded query. */
  readonly url: string;
};

/**
 * Writes invented numbers, codes and webhook paths over the real ones; what is the same stays the same in everything that is
 * masked by one of these. All that will be masked has to be learned first, so that nothing invented is somebody's.
 */
export type DeliveryMasking = {
  /** @param region whose numbers are written without a country code, ISO 3166-1 alpha-2; '' when it is not known */
  learn(taken: TakenDelivery, region: string): void;
  /** Signatures are left out, because they fit no longer; `brokeSignature` says that there was one. */
  mask(taken: TakenDelivery): { readonly taken: TakenDelivery; readonly brokeSignature: boolean };
};

/** Rejects when the file cannot be written. */
export type DeliveryWriter = {
  delivery(taken: TakenDelivery): Promise<void>;
  end(): Promise<void>;
};

export type TakeAlongFormats = {
  createMasking(): DeliveryMasking;
  /** `variables`: those of the shell that stand for secrets that are not in the command. */
  curl(taken: TakenDelivery): { readonly command: string; readonly variables: readonly string[] };
  /** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/). */
  writeHar(file: ReservedFile, options: { readonly version: string }): DeliveryWriter;
  /** A zip of one folder: a JSON file for each delivery and a script that posts them all. */
  writeFixtures(file: ReservedFile, options: { readonly now: number; readonly masked: boolean }): DeliveryWriter;
};
