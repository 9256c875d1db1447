/**
 * The core: everything the app does, with no Electron, no window, no Express and no file system. What it needs comes in
 * as ports; what the window may ask comes out as handlers; what a provider may send comes in through the receiver.
 * @module
 */
import { refuse } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import type { HostInfo, InboxEvent } from '../contract/state.ts';
import type { Line } from '../domain/line.ts';
import type { Message } from '../domain/message.ts';
import { canBeAnswered } from '../domain/peer.ts';
import { ok } from '../domain/result.ts';
import type { Settings } from '../domain/settings.ts';
import { createConversationHandlers } from './conversations.ts';
import { createCredentialBook } from './credentials.ts';
import { createDeliveryHandlers } from './deliveries.ts';
import { watchHealth } from './health.ts';
import { createKeepText } from './keep-text.ts';
import { createLineBook, type LinesDocument } from './line-book.ts';
import { createLineViewer } from './line-view.ts';
import { createLineHandlers } from './lines.ts';
import { createMessageHandlers } from './messages.ts';
import { noticeFor } from './notices.ts';
import { createOutbox } from './outbox.ts';
import {
  type Appended,
  type Clock,
  type DeliveryLog,
  type Document,
  type HttpClient,
  type Logger,
  type MessageLog,
  type ProviderRegistry,
  type Random,
  type Receiver,
  type SecretVault,
  StoreUnavailable,
  type Tunnel,
} from './ports.ts';
import { addPracticeLine, createPracticeHandlers } from './practice.ts';
import { createProblems, type Problems } from './problems.ts';
import { createReachability, type ReachabilityDocuments } from './reachability/reachability.ts';
import { recoveredNotice } from './reachability/recovered.ts';
import { createReceive } from './receive.ts';
import { createRecorder } from './recorder.ts';
import { createSettingsHandlers } from './settings.ts';
import { createAnnouncer } from './state.ts';
import { createStatusReports } from './status-reports.ts';

export type InboxDependencies = {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly documents: ReachabilityDocuments & { readonly lines: Document<LinesDocument>; readonly settings: Document<Settings> };
  readonly vault: SecretVault;
  readonly providers: ProviderRegistry;
  readonly tunnel: Tunnel;
  readonly http: HttpClient;
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

/** How many conversations a snapshot holds. */
const snapshotPage = 100;

/** Makes the core. Reads the credentials of all lines before it resolves, so that the first webhook can be verified. */
export async function createInbox(dependencies: InboxDependencies): Promise<Inbox> {
  const { clock, random, logger, messages, deliveries, documents, vault, providers, tunnel, http, host, receiverUrl, bodyLimit } =
    dependencies;
  const announcer = createAnnouncer({ clock, logger });
  const problems = createProblems({ announcer, clock });
  const credentials = createCredentialBook({ vault, logger, problems });
  const lines = createLineBook({ document: documents.lines, credentials, providers, clock, random, receiverUrl });
  const latest = new Map(deliveries.latest());
  const view = createLineViewer({
    lines,
    credentials,
    tunnel,
    latestDelivery: (lineId) => latest.get(lineId),
    registration: (line) => reachability.registrations.view(line),
  });
  const showLine = (line: Line): void =>
    announcer.later(`line ${line.id}`, () => {
      const present = lines.any(line.id);
      return present && { kind: 'line', line: view(present) };
    });

  const onChanged = (message: Message): void => {
    const { conversationId } = message;
    announcer.change({ kind: 'message', message });
    announcer.later('totals', () => ({ kind: 'totals', totals: messages.totals() }));
    announcer.later(`conversation ${conversationId}`, () => {
      const conversation = messages.conversation(conversationId);
      return conversation && { kind: 'conversation', conversation };
    });
  };

  /** Shows a text that came in. A conversation that was put away comes back, unless it is muted. */
  const showText = async (message: Message): Promise<void> => {
    onChanged(message);
    const conversation = messages.conversation(message.conversationId);
    if (conversation?.archived !== true || conversation.muted) return;
    await messages.flag(message.conversationId, { archived: false });
    onChanged(message);
  };
  const onTextFailed = (error: unknown): void => logger.error('inbox.after-text', { error });

  const onText = async ({ message }: Appended): Promise<void> => {
    await showText(message).catch(onTextFailed);
    const conversation = messages.conversation(message.conversationId);
    const line = lines.active(message.lineId);
    const { notifications } = documents.settings.get();
    if (line === undefined || conversation?.muted === true || !notifications.enabled || !announcer.isHeard()) return;
    const canReply = lines.provider(line).send !== undefined && canBeAnswered(message.peer);
    announcer.announce(noticeFor(message, line, notifications.content, canReply));
  };

  const recorder = createRecorder({
    deliveries,
    announcer,
    clock,
    random,
    logger,
    onRecorded(delivery) {
      latest.set(delivery.lineId, delivery);
      const line = lines.any(delivery.lineId);
      if (line !== undefined) showLine(line);
    },
  });
  const statusReports = createStatusReports({ messages, clock, onChanged });
  const keepText = createKeepText(messages);
  const reachability = createReachability({
    documents,
    settings: () => documents.settings.get(),
    tunnel,
    lines,
    credentials,
    keepText,
    announcer,
    http,
    clock,
    random,
    logger,
    receiverUrl,
    onLine: showLine,
    onRecovered(line, recovered) {
      for (const message of recovered) showText(message).catch(onTextFailed);
      const notice = recoveredNotice(line, recovered);
      if (notice !== undefined && documents.settings.get().notifications.enabled) announcer.announce(notice);
    },
  });
  const receive = createReceive({
    lines,
    keepText,
    recorder,
    statusReports,
    isPaused: reachability.isPaused,
    onLocked: () => void credentials.retry(),
    onVerified: reachability.delivered,
    clock,
    logger,
    onText: (appended) => void onText(appended).catch(onTextFailed),
  });
  const outbox = createOutbox({ lines, credentials, messages, statusReports, tunnel, http, clock, random, logger, onChanged });

  const stopWatching = watchHealth({ messages, vault, problems });

  const applySettings = (settings: Settings): void => {
    deliveries.setRetention(settings.deliveries);
    announcer.change({ kind: 'settings', settings });
  };

  const handlers: Handlers = {
    'state.snapshot': async () => {
      announcer.flush();
      return ok({
        revision: announcer.revision(),
        host,
        lines: lines.all().map(view),
        conversations: messages.conversations({ archived: false, limit: snapshotPage }),
        totals: messages.totals(),
        tunnel: reachability.reception.status(),
        settings: documents.settings.get(),
        problems: [...problems.list()],
      });
    },
    ...createLineHandlers({ lines, credentials, providers, view, reachability, tunnel, announcer, clock, random, logger }),
    ...createConversationHandlers({ messages, lines, announcer, clock }),
    ...createMessageHandlers({ messages, lines, outbox, announcer, clock, onChanged }),
    ...createDeliveryHandlers({ deliveries }),
    ...createSettingsHandlers({ document: documents.settings, onChanged: applySettings }),
    ...createPracticeHandlers({ lines, credentials, messages, http, logger }),
    ...reachability.handlers,
  };

  await credentials.load(
    lines
      .all()
      .filter((line) => line.removedAt === undefined)
      .map((line) => line.id),
  );

  return {
    handlers: saidWhenStoreFails(handlers),
    problems,
    receiver: {
      bodyLimitAt(path) {
        const endpoint = lines.endpointAt(path);
        return endpoint === undefined ? undefined : (endpoint.provider.bodyLimit ?? bodyLimit);
      },
      receive,
      refuse(request, reason, status) {
        const endpoint = lines.endpointAt(request.path);
        if (endpoint === undefined) return;
        const passage = recorder.begin({ ...request, body: new Uint8Array() }, endpoint.line.id);
        recorder.record(passage, { verdict: 'rejected', reason, status });
      },
      answerProbe: reachability.answerProbe,
    },
    subscribe: announcer.subscribe,
    announce: announcer.announce,
    async start() {
      deliveries.setRetention(documents.settings.get().deliveries);
      await addPracticeLine({ lines, providers, random });
      await reachability.start();
      // Not waited for: a store that cannot write right now must not keep the window from opening.
      outbox.resume().catch((error: unknown) => logger.error('outbox.not-resumed', { error }));
    },
    resumed() {
      outbox.hurry();
      void credentials.retry();
      reachability.resumed();
    },
    async close() {
      stopWatching();
      await reachability.close();
      await outbox.close();
      announcer.flush();
    },
  };
}

/** A store that cannot write is an expected failure of any method, not a bug. */
function saidWhenStoreFails(handlers: Handlers): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (input: never) => {
      try {
        return await handler(input);
      } catch (error) {
        if (error instanceof StoreUnavailable) return refuse('store-unavailable');
        throw error;
      }
    },
  ]);
  return Object.fromEntries(guarded) as Handlers;
}
