/**
 * The core: everything the app does, with no Electron, no window, no Express and no file system. What it needs comes in
 * as ports; what the window may ask comes out as handlers; what a provider may send comes in through the receiver.
 * @module
 */
import type { Handlers } from '../contract/methods.ts';
import { type Words, wordsIn } from '../contract/texts/words.ts';
import type { Line } from '../domain/line.ts';
import type { Message } from '../domain/message.ts';
import type { Settings } from '../domain/settings.ts';
import { createAfterText } from './after-text.ts';
import { createAdmitMedia } from './attachments/admit.ts';
import { createNames } from './contacts.ts';
import { createSetFlags } from './conversation-flags.ts';
import { createConversationHandlers } from './conversations.ts';
import { createCredentialBook } from './credentials.ts';
import { createFeatures } from './features.ts';
import { watchHealth } from './health.ts';
import type { Inbox, InboxDependencies } from './inbox-ports.ts';
import { publicBaseOf } from './inspector/lab/ground.ts';
import { createLabVisits } from './inspector/lab/visits.ts';
import { createWithheldHeaders } from './inspector/withheld.ts';
import { createJobs } from './jobs.ts';
import { createKeepText } from './keep-text.ts';
import { createKnownPeers } from './known-peers.ts';
import { createLanes } from './lanes.ts';
import { createLineBook } from './line-book.ts';
import { createLineViewer } from './line-view.ts';
import { createLineHandlers } from './lines.ts';
import { createLists } from './lists.ts';
import { createMessageHandlers } from './messages.ts';
import { createNotifier } from './notify/notifier.ts';
import { createUnmute } from './notify/unmute.ts';
import { createOutbox } from './outbox.ts';
import { addPracticeLine, createPracticeHandlers } from './practice.ts';
import { createProblems } from './problems.ts';
import { createReachability } from './reachability/reachability.ts';
import { createReceive } from './receive.ts';
import { createReceiver } from './receiver.ts';
import { createRecorder } from './recorder.ts';
import { createIndexing } from './searching/indexing.ts';
import { createSend } from './send.ts';
import { createSettingsHandlers } from './settings.ts';
import { createSnapshotHandler } from './snapshot.ts';
import { createAnnouncer } from './state.ts';
import { createStatusReports } from './status-reports.ts';
import { saidWhenStoreFails } from './store-failures.ts';
import { createTellingWindow } from './telling-window.ts';
import { watchedMessages } from './watched-messages.ts';

export type { Inbox, InboxDependencies } from './inbox-ports.ts';

/** Makes the core. Reads the credentials of all lines before it resolves, so that the first webhook can be verified. */
export async function createInbox(dependencies: InboxDependencies): Promise<Inbox> {
  const { clock, random, logger, deliveries, documents, vault, providers, tunnel, http, host, receiverUrl, bodyLimit } = dependencies;
  const announcer = createAnnouncer({ clock, logger });
  const problems = createProblems({ announcer, clock });
  const credentials = createCredentialBook({ vault, logger, problems });
  const lines = createLineBook({ document: documents.lines, credentials, providers, clock, random, receiverUrl });
  const latest = new Map(deliveries.latest());
  const labVisits = createLabVisits({ random });
  const view = createLineViewer({
    lines,
    credentials,
    tunnel,
    latestDelivery: (lineId) => latest.get(lineId),
    registration: (line) => reachability.registrations.view(line),
  });
  const jobs = createJobs({ announcer, clock, random });
  const indexing = createIndexing({ index: dependencies.searchIndex, messages: dependencies.messages, jobs, clock, logger });
  const messages = watchedMessages(indexing.watch(dependencies.messages), {
    onChange: () => lanes.changed(),
    onRemoved: (message) => features.removed(message),
    onFlags: (id, changes) => unmute.flagged(id, changes),
  });
  const lists = createLists({ documents, announcer, onContacts: () => lanes.changed() });
  const lanes = createLanes({
    messages,
    lines,
    settings: () => documents.settings.get(),
    isContact: (address) => lists.contactOf(address) !== undefined,
    announcer,
    clock,
  });
  const setFlags = createSetFlags({ messages, announcer });
  const becomesKnown = createKnownPeers({ messages, setFlags, logger });
  const unmute = createUnmute({ messages, setFlags, clock, logger });
  const tellWindow = createTellingWindow({ announcer, lines, view, messages });
  const showLine = tellWindow.ofLine;

  const restoreLine = async (line: Line): Promise<void> => {
    await lines.restore(line);
    await credentials.load([line.id]);
    const { publicUrl } = tunnel.report();
    if (publicUrl !== null) await lines.setPublicBase(publicUrl);
    showLine(line);
  };

  const onChanged = (message: Message): void => {
    becomesKnown(message);
    tellWindow.ofMessage(message);
  };

  const statusReports = createStatusReports({ messages, clock, onChanged });
  const outbox = createOutbox({ lines, credentials, messages, statusReports, tunnel, http, clock, random, logger, onChanged });
  const send = createSend({ messages, lines, outbox, clock, onChanged });
  const settings = (): Settings => documents.settings.get();
  const names = createNames({ lists, lines, settings });
  const words = (): Words['notices'] => wordsIn(settings().reading.language, dependencies.languages ?? []).notices;
  const withheldHeaders = createWithheldHeaders();
  const features = createFeatures({
    clock,
    random,
    logger,
    http,
    messages,
    files: dependencies.files,
    media: dependencies.media,
    attachments: documents.attachments,
    openOutside: dependencies.openOutside,
    clipboard: dependencies.clipboard,
    cards: dependencies.cards,
    exchange: { formats: dependencies.transferFormats, deliveries, restoreLine, version: host.version },
    inspecting: {
      deliveries,
      credentials,
      providers,
      receiverUrl,
      withheld: withheldHeaders.withheld,
      doctor: dependencies.doctor,
      reconnected(line, newSecrets) {
        if (newSecrets && reachability.registrations.view(line).can === 'register') {
          reachability.registrations
            .register(line)
            .catch((error: unknown) => logger.error('registration.failed', { lineId: line.id, error }));
        }
        showLine(line);
      },
      takeAlong: dependencies.takeAlong,
      version: host.version,
    },
    lab: { visits: labVisits, labSender: dependencies.labSender, publicBase: publicBaseOf(tunnel), bodyLimit },
    lines,
    lists,
    names,
    lanes,
    jobs,
    indexing,
    announcer,
    settings,
    words,
    send,
    onChanged,
    problems,
  });
  const notifier = createNotifier({ messages, lines, names, settings, announcer, clock, words });
  const afterText = createAfterText({ messages, onChanged, followUps: features.followUps, notify: notifier.arrived, logger });

  const records = createRecorder({
    ...dependencies,
    announcer,
    problems,
    secrets: { lines, credentials },
    isOn: dependencies.keepsDeliveries ?? (() => true),
    onRefused: withheldHeaders.keep,
    onRecorded(delivery) {
      // What the lab sends says nothing about the provider.
      if (delivery.origin !== 'lab') latest.set(delivery.lineId, delivery);
      const line = lines.any(delivery.lineId);
      if (line !== undefined) showLine(line);
    },
  });
  const recorder = labVisits.watch(records);
  const keepText = createKeepText(messages, createAdmitMedia({ messages, lists, settings }));
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
      afterText.recovered(recovered, () => notifier.recovered(line, recovered));
    },
  });
  const receive = createReceive({
    lines,
    keepText,
    recorder,
    statusReports,
    isPaused: reachability.isPaused,
    onLocked: () => void credentials.retry(),
    // What the lab sends proves nothing about the way a provider's texts take.
    onVerified: (line, request) => (labVisits.isVisit(request) ? undefined : reachability.delivered(line, request)),
    inlineAnswer: features.inlineAnswer,
    clock,
    logger,
    onText: ({ message }, passage) => afterText.arrived(message, () => recorder.notified(passage)),
  });

  const stopWatching = watchHealth({ messages, vault, problems });

  const applySettings = (settings: Settings): void => {
    deliveries.setRetention(settings.deliveries);
    announcer.change({ kind: 'settings', settings });
    features.settled(settings);
    notifier.settled();
    lanes.changed();
  };

  const handlers: Handlers = {
    ...createSnapshotHandler({
      announcer,
      host,
      lines,
      view,
      messages,
      lanes,
      reception: reachability.reception,
      settings,
      problems,
      lists,
      jobs,
    }),
    ...createLineHandlers({
      lines,
      credentials,
      providers,
      view,
      reachability,
      tunnel,
      announcer,
      clock,
      random,
      logger,
      onUpdated: () => lanes.changed(),
    }),
    ...createConversationHandlers({ messages, lanes, announcer }),
    ...createMessageHandlers({ messages, lines, outbox, send, announcer, clock, onChanged }),
    ...createSettingsHandlers({ document: documents.settings, onChanged: applySettings }),
    ...createPracticeHandlers({ lines, credentials, messages, http, logger }),
    ...reachability.handlers,
    ...features.handlers,
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
    receiver: createReceiver({ lines, receive, recorder, lab: labVisits, answerProbe: reachability.answerProbe, bodyLimit }),
    subscribe: announcer.subscribe,
    announce: announcer.announce,
    async start() {
      deliveries.setRetention(documents.settings.get().deliveries);
      await addPracticeLine({ lines, providers, random, label: words().practiceLine });
      await reachability.start();
      await features.start();
      unmute.start();
      notifier.start().catch((error: unknown) => logger.error('notifier.not-started', { error }));
      // Not waited for: a store that cannot write right now must not keep the window from opening.
      outbox.resume().catch((error: unknown) => logger.error('outbox.not-resumed', { error }));
    },
    resumed() {
      outbox.hurry();
      void credentials.retry();
      reachability.resumed();
      features.resumed();
      unmute.resumed();
      notifier.resumed();
      lanes.resumed();
    },
    async close() {
      stopWatching();
      unmute.close();
      notifier.close();
      jobs.close();
      lanes.close();
      await features.close();
      await reachability.close();
      await outbox.close();
      recorder.flush();
      announcer.flush();
    },
  };
}
