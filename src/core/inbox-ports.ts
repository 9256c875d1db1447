/**
 * What the core is made with, and what it is for the host that made it.
 * @module
 */
import type { Handlers } from '../contract/methods.ts';
import type { HostInfo, InboxEvent } from '../contract/state.ts';
import type { Settings } from '../domain/settings.ts';
import type { AttachmentsDocument } from './attachments/document.ts';
import type { OpenOutside } from './attachments/opening.ts';
import type { LinesDocument } from './line-book.ts';
import type { ListDocuments } from './lists.ts';
import type {
  Clock,
  ContactCards,
  DeliveryLog,
  Doctor,
  Document,
  ExchangeFiles,
  HostClipboard,
  HttpClient,
  LabSender,
  Logger,
  MediaStore,
  MessageLog,
  ProviderRegistry,
  Random,
  Receiver,
  SearchIndex,
  SecretVault,
  TakeAlongFormats,
  TransferFormats,
  Tunnel,
} from './ports.ts';
import type { Problems } from './problems.ts';
import type { ReachabilityDocuments } from './reachability/reachability.ts';

export type InboxDependencies = {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly documents: ReachabilityDocuments &
    ListDocuments & {
      readonly lines: Document<LinesDocument>;
      readonly settings: Document<Settings>;
      readonly attachments: AttachmentsDocument;
    };
  readonly vault: SecretVault;
  readonly providers: ProviderRegistry;
  /** Says why a signature was refused; for the window only. */
  readonly doctor: Doctor;
  readonly tunnel: Tunnel;
  readonly http: HttpClient;
  /** Writes the replay lab's requests. */
  readonly labSender: LabSender;
  readonly files: ExchangeFiles;
  /** Files of contacts. */
  readonly cards: ContactCards;
  readonly media: MediaStore;
  /** The forms of files with texts. */
  readonly transferFormats: TransferFormats;
  /** The forms in which deliveries are taken along. */
  readonly takeAlong: TakeAlongFormats;
  /** Not given where the host has none: then whoever asks for a code puts it there. */
  readonly clipboard?: HostClipboard | undefined;
  /** The user's languages as BCP 47 tags, the best first, as the system knows them. */
  readonly languages?: readonly string[] | undefined;
  /** Opens a file with the system's program for it; not given where the host cannot. */
  readonly openOutside?: OpenOutside | undefined;
  readonly searchIndex: SearchIndex;
  /** Whether deliveries are kept; not given: yes. It is there to measure what keeping them costs. */
  readonly keepsDeliveries?: (() => boolean) | undefined;
  readonly host: HostInfo;
  /** Where the receiver listens: known once it does. */
  readonly receiverUrl: () => string;
  /** Largest webhook body in bytes where the provider sets none. */
  readonly bodyLimit: number;
};

export type Inbox = {
  readonly handlers: Handlers;
  readonly receiver: Receiver;
  readonly problems: Problems;
  subscribe(listener: (event: InboxEvent) => void): () => void;
  announce(event: Exclude<InboxEvent, { kind: 'patch' }>): void;
  /** Begins to work: the receiver listens now. */
  start(): Promise<void>;
  /** The computer woke up or its network changed: what waits is tried at once. */
  resumed(): void;
  close(): Promise<void>;
};
