/**
 * What the inspector works with besides what every feature has.
 * @module
 */
import type { CredentialBook } from '../credentials.ts';
import type { Ground } from '../ground.ts';
import type { DeliveryLog, ProviderRegistry } from '../ports.ts';

export type InspectorGround = {
  readonly deliveries: DeliveryLog;
  readonly credentials: CredentialBook;
  readonly providers: ProviderRegistry;
  /** Where the receiver listens on this computer. */
  readonly receiverUrl: () => string;
};

export type Inspecting = Ground & InspectorGround;
