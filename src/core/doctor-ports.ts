/**
 * What the core needs of the signature doctor, as interfaces.
 * @module
 */
import type { Diagnosis, Fix } from '../contract/diagnosis.ts';
import type { Credentials, Provider, WebhookRequest } from './provider-ports.ts';

/** Everything a diagnosis may look at. */
export type Evidence = {
  /** With what was withheld from the record put back, as far as it is still known. */
  readonly request: WebhookRequest;
  readonly provider: Provider;
  readonly credentials: Credentials;
  readonly number: string;
  readonly webhookPath: string;
  /** Every URL a signature of the line is accepted for, newest first, this computer's own last. */
  readonly urls: readonly string[];
  /** Addresses this app or the line had at some time, without the line's path; the likeliest first. */
  readonly formerBases: readonly string[];
  /** Other lines, as far as their secrets are known. */
  readonly others: readonly OtherLine[];
  /** Other deliveries of the line: one of their bodies may be the one that was signed. */
  readonly deliveries: readonly { readonly id: string; readonly body: Uint8Array }[];
};

export type OtherLine = {
  readonly id: string;
  readonly provider: Provider;
  readonly credentials: Credentials;
  readonly number: string;
  readonly webhookPath: string;
};

/** What a fix changes; stays inside the core, because there are secrets in it. */
export type Remedy = { readonly fix: Fix; readonly url?: string; readonly credentials?: Credentials };

export type Examination = { readonly diagnosis: Diagnosis; readonly remedies: readonly Remedy[] };

export type Doctor = {
  /** Works in slices, so that texts can arrive meanwhile. Never throws, whatever the bytes. */
  diagnose(evidence: Evidence): Promise<Examination>;
};
