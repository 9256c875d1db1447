/**
 * What the inspector works with besides what every feature has.
 * @module
 */
import type { Line } from '../../domain/line.ts';
import type { CredentialBook } from '../credentials.ts';
import type { Ground } from '../ground.ts';
import type { DeliveryLog, Doctor, ProviderRegistry, TakeAlongFormats } from '../ports.ts';
import type { Withheld } from './withheld.ts';

export type InspectorGround = {
  readonly deliveries: DeliveryLog;
  readonly credentials: CredentialBook;
  readonly providers: ProviderRegistry;
  /** The forms in which deliveries are taken along. */
  readonly takeAlong: TakeAlongFormats;
  /** The app's own, for files that say what made them. */
  readonly version: string;
  /** Where the receiver listens on this computer. */
  readonly receiverUrl: () => string;
  /** What a refused delivery carried and is never written down. For the doctor; never for the window or a log. */
  readonly withheld: Withheld;
  readonly doctor: Doctor;
  /** A line's URLs or, with `newSecrets`, its secrets were changed: the window is shown it, and its provider may be told. */
  readonly reconnected: (line: Line, newSecrets: boolean) => void;
};

export type Inspecting = Ground & InspectorGround;
