/**
 * The composition root: opens the store, makes the core, puts the receiver on its port. The same for every host.
 * @module
 */
import { join } from 'node:path';
import type { HostInfo } from '../contract/state.ts';
import { attachmentsDocumentSchema, noAttachments } from '../core/attachments/document.ts';
import type { OpenOutside } from '../core/attachments/opening.ts';
import { collectionSchema } from '../core/collection.ts';
import { createInbox, type Inbox } from '../core/inbox.ts';
import { linesDocumentSchema } from '../core/line-book.ts';
import type { ListDocuments } from '../core/lists.ts';
import type { Clock, ExchangeDesk, HostClipboard, Logger, MediaStore, Random, SecretVault } from '../core/ports.ts';
import { catchUpDocumentSchema } from '../core/reachability/catch-up.ts';
import { aliveDocumentSchema, reachDocumentSchema } from '../core/reachability/ledger.ts';
import { pauseDocumentSchema } from '../core/reachability/pause.ts';
import type { ReachabilityDocuments } from '../core/reachability/reachability.ts';
import { registrationDocumentSchema } from '../core/reachability/registration.ts';
import { createDoctor } from '../doctor/doctor.ts';
import { contactSchema } from '../domain/contact.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { ruleSchema } from '../domain/rule.ts';
import { scheduledSchema } from '../domain/scheduled.ts';
import { settingsSchema } from '../domain/settings.ts';
import { templateSchema } from '../domain/template.ts';
import { takeAlongFormats } from '../exchange/deliveries/formats.ts';
import { openExchangeFiles } from '../exchange/exchange-files.ts';
import { createTransferFormats } from '../exchange/formats.ts';
import { contactCards } from '../exchange/vcard/contact-cards.ts';
import { createMediaStore, type MediaStoreOptions } from '../media/media-store.ts';
import { createHttpClient } from '../providers/http.ts';
import { createLabSender } from '../providers/lab-sender.ts';
import { createProviderRegistry } from '../providers/registry.ts';
import { createSearchIndex } from '../search/search-index.ts';
import type { Files } from '../store/files.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { noTunnel, tunnelDocumentSchema } from '../tunnel/document.ts';
import { createTunnel } from '../tunnel/tunnel.ts';
import { listen } from '../webhook/listen.ts';
import { createReceiverApp } from '../webhook/receiver-app.ts';
import { systemClock, systemRandom } from './system.ts';

export type AppOptions = {
  /** Everything is kept below it; made when it is missing. */
  readonly dataFolder: string;
  /** 0 = any free port. */
  readonly receiverPort: number;
  /** When the port is taken: use any other and tell the user, instead of not starting. */
  readonly otherPortIfTaken?: boolean;
  /** Under which URL the receiver is reachable; the remembered one when not given. */
  readonly publicUrl?: string | undefined;
  readonly vault: SecretVault;
  readonly host: Omit<HostInfo, 'dataFolder'>;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** The file system; the real one when not given. */
  readonly files?: Files;
  readonly random?: Random;
  /** Not given where the host has none. */
  readonly clipboard?: HostClipboard;
  /** The user's languages as BCP 47 tags, the best first; what the runtime says when not given. */
  readonly languages?: readonly string[];
  /** Opens a file with the system's program for it; not given where the host cannot. */
  readonly openOutside?: OpenOutside;
  /** The internet and the disk of attachments; the real ones when not given. Which addresses are asked is the same with every internet. */
  readonly media?: Pick<MediaStoreOptions, 'network' | 'disk'>;
  /** Whether deliveries are kept; not given: yes. It is there to measure what keeping them costs. */
  readonly keepsDeliveries?: () => boolean;
};

export type App = {
  readonly inbox: Inbox;
  /** Files the user brings and takes away. */
  readonly files: ExchangeDesk;
  /** Stored attachments, for the window. */
  readonly media: Pick<MediaStore, 'open'>;
  /** `http://127.0.0.1:<port>` */
  readonly receiverUrl: string;
  close(): Promise<void>;
};

/** Webhook bodies larger than this get 413, in bytes, where the provider sets no limit of its own. */
const bodyLimit = 256 * 1024;

/** Starts everything but a window. Fails with a sentence when the data folder or the port cannot be used. */
export async function startApp(options: AppOptions): Promise<Result<App, { message: string }>> {
  const { dataFolder, receiverPort, publicUrl, vault, host, logger, clock = systemClock, random = systemRandom } = options;
  const opened = await openStore({ folder: join(dataFolder, 'store'), clock, logger, ...(options.files && { files: options.files }) });
  if (!opened.ok) return failed({ message: opened.error.message });
  const store = opened.value;

  const [lines, settings, attachments, tunnelDocument, reachability, collections] = await Promise.all([
    store.document('lines', linesDocumentSchema, { lines: [] }),
    store.document('settings', settingsSchema, settingsSchema.parse({})),
    store.document('attachments', attachmentsDocumentSchema, noAttachments),
    store.document('tunnel', tunnelDocumentSchema, noTunnel),
    openReachabilityDocuments(store),
    openLists(store),
  ]);
  const files = await openExchangeFiles({ folder: join(dataFolder, 'exchange'), random });
  const media = createMediaStore({ folder: join(dataFolder, 'media'), random, logger, ...options.media });
  let receiverUrl = '';
  const tunnel = createTunnel({ document: tunnelDocument, clock, random, vault, logger, receiverUrl: () => receiverUrl });
  if (publicUrl !== undefined) {
    const configured = await tunnel.configure({ kind: 'own-url', publicUrl });
    if (!configured.ok) {
      await store.close();
      return failed({ message: `The public URL cannot be used. ${configured.error.fields?.publicUrl ?? configured.error.message}` });
    }
  }

  const providers = createProviderRegistry({ clock, random });
  const inbox = await createInbox({
    clock,
    random,
    logger,
    messages: store.messages,
    deliveries: store.deliveries,
    documents: { lines, settings, attachments, ...reachability, ...collections },
    vault,
    providers,
    doctor: createDoctor({ clock, providers }),
    tunnel,
    http: createHttpClient(),
    labSender: createLabSender({ clock }),
    files,
    transferFormats: createTransferFormats({ clock }),
    takeAlong: takeAlongFormats,
    cards: contactCards,
    media,
    openOutside: options.openOutside,
    clipboard: options.clipboard,
    languages: options.languages ?? [Intl.DateTimeFormat().resolvedOptions().locale],
    searchIndex: createSearchIndex({ folder: join(dataFolder, 'search'), clock, logger }),
    keepsDeliveries: options.keepsDeliveries,
    host: { ...host, dataFolder },
    receiverUrl: () => receiverUrl,
    bodyLimit,
  });
  const receiver = createReceiverApp({ receiver: inbox.receiver, logger, clock });
  let listening = await listen({ app: receiver, port: receiverPort });
  if (!listening.ok && options.otherPortIfTaken === true) {
    const { message } = listening.error;
    listening = await listen({ app: receiver, port: 0 });
    if (listening.ok) inbox.problems.raise(portChanged(message, listening.value.url));
  }
  if (!listening.ok) {
    await inbox.close();
    await store.close();
    return failed({ message: listening.error.message });
  }
  receiverUrl = listening.value.url;
  tunnel.begin();
  await inbox.start();
  logger.info('app.started', { receiver: receiverUrl });

  const listener = listening.value;
  return ok({
    inbox,
    files,
    media,
    receiverUrl,
    async close() {
      await listener.close();
      await inbox.close();
      await tunnel.close();
      await files.close();
      await store.close();
      logger.info('app.closed');
    },
  });
}

async function openReachabilityDocuments(store: Store): Promise<ReachabilityDocuments> {
  const [pause, reach, alive, catchUp, registrations] = await Promise.all([
    store.document('pause', pauseDocumentSchema, { paused: false }),
    store.document('reachability', reachDocumentSchema, { changes: [] }),
    store.document('alive', aliveDocumentSchema, { at: null }),
    store.document('catch-up', catchUpDocumentSchema, { outcomes: {} }),
    store.document('registrations', registrationDocumentSchema, { lines: {} }),
  ]);
  return { pause, reach, alive, catchUp, registrations };
}

async function openLists(store: Store): Promise<ListDocuments> {
  const [contacts, templates, rules, scheduled] = await Promise.all([
    store.document('contacts', collectionSchema(contactSchema), { items: [] }),
    store.document('templates', collectionSchema(templateSchema), { items: [] }),
    store.document('rules', collectionSchema(ruleSchema), { items: [] }),
    store.document('scheduled', collectionSchema(scheduledSchema), { items: [] }),
  ]);
  return { contacts, templates, rules, scheduled };
}

function portChanged(reason: string, url: string): Parameters<Inbox['problems']['raise']>[0] {
  return {
    id: 'receiver-port',
    code: 'receiver-port-changed',
    message: `${reason} Texttray listens at ${url} instead, so a proxy that forwards to the usual port does not reach it.`,
    action: 'Close the other program and start Texttray again',
  };
}
