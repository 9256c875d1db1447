/**
 * What can be asked of the command, once its arguments are understood.
 * @module
 */
import type { ProviderName } from '../domain/line.ts';
import type { SampleName } from './samples.ts';

/** Where the secret is; it is read only when it is needed. */
export type SecretSource =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stdin' };

export type SendOptions = {
  readonly provider: ProviderName;
  /** Where it is sent, exactly as it was given. */
  readonly url: string;
  /** What is signed; the same unless something stands between. */
  readonly signUrl: string;
  readonly secret?: SecretSource;
  readonly from: string;
  readonly to: string;
  /** Instead of the sample's own. */
  readonly text?: string;
  readonly mediaUrls: readonly string[];
  readonly sample: SampleName;
  readonly count: number;
  /** A file with the exact body; `-` is stdin. */
  readonly bodyFile?: string;
  /** Added to what the provider sends, or in the place of it. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly json: boolean;
  readonly timeoutMs: number;
  /** The only status that counts as success; absent: any 2xx. */
  readonly expect?: number;
  readonly dryRun: boolean;
};

export type Command = { readonly kind: 'help' | 'version' | 'list' } | { readonly kind: 'send'; readonly options: SendOptions };
