/**
 * Everything about being reached, put together: the tunnel and its proof, pause, the gap ledger, catch-up, and where
 * providers are pointed.
 * @module
 */
import { refuse } from '../../contract/errors.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { TunnelStatus } from '../../contract/views.ts';
import type { Line } from '../../domain/line.ts';
import type { Message } from '../../domain/message.ts';
import type { Gap, ReachState } from '../../domain/reachability.ts';
import { ok } from '../../domain/result.ts';
import type { Settings } from '../../domain/settings.ts';
import type { CredentialBook } from '../credentials.ts';
import type { KeepText } from '../keep-text.ts';
import type { LineBook } from '../line-book.ts';
import type { Clock, Document, HttpClient, Logger, Random, Tunnel, WebhookRequest } from '../ports.ts';
import type { Announcer } from '../state.ts';
import { type CatchUpDocument, createCatchUp } from './catch-up.ts';
import { gapView, reachHistory } from './history.ts';
import { type AliveDocument, createReachLedger, type ReachDocument } from './ledger.ts';
import type { PauseDocument } from './pause.ts';
import { createProber } from './probe.ts';
import { createReception, type Reception } from './reception.ts';
import { createRegistrations, type RegistrationDocument, type Registrations } from './registration.ts';
import { createTelling } from './telling.ts';

export type ReachabilityDocuments = {
  readonly pause: Document<PauseDocument>;
  readonly reach: Document<ReachDocument>;
  readonly alive: Document<AliveDocument>;
  readonly catchUp: Document<CatchUpDocument>;
  readonly registrations: Document<RegistrationDocument>;
};

type ReachabilityHandlers = Pick<
  Handlers,
  | 'tunnel.status'
  | 'tunnel.configure'
  | 'tunnel.start'
  | 'tunnel.stop'
  | 'tunnel.acceptHostKey'
  | 'reception.check'
  | 'reception.pause'
  | 'reception.resume'
  | 'reception.history'
  | 'lines.register'
  | 'lines.checkRegistration'
  | 'lines.restoreRegistration'
>;

export type Reachability = {
  readonly handlers: ReachabilityHandlers;
  readonly reception: Reception;
  readonly registrations: Registrations;
  isPaused(): boolean;
  answerProbe(path: string, nonce: string): string | undefined;
  /** A delivery for a line was verified: the way it took is proven. */
  delivered(line: Line, request: WebhookRequest): void;
  start(): Promise<void>;
  /** The computer woke up or its network changed. */
  resumed(): void;
  close(): Promise<void>;
};

type Dependencies = {
  readonly documents: ReachabilityDocuments;
  readonly settings: () => Settings;
  readonly tunnel: Tunnel;
  readonly lines: LineBook;
  readonly credentials: CredentialBook;
  readonly keepText: KeepText;
  readonly announcer: Announcer;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly receiverUrl: () => string;
  readonly onRecovered: (line: Line, messages: readonly Message[]) => void;
  /** What is shown of a line changed. */
  readonly onLine: (line: Line) => void;
};

/** How many of the latest gaps are looked at again at a start: a check may have been cut off. */
const recentGaps = 20;
/** How often providers are asked whether they still point here. */
const driftCheckMs = 6 * 3_600_000;
/** How long quitting waits for providers to be pointed back. */
const restorePatienceMs = 5_000;

export function createReachability(dependencies: Dependencies): Reachability {
  const { documents, settings, tunnel, lines, credentials, keepText, announcer, http, clock, random, logger } = dependencies;
  const { receiverUrl, onRecovered, onLine } = dependencies;
  const isPaused = (): boolean => documents.pause.get().paused;
  const prober = createProber({ http, random, clock });
  const reception = createReception({ tunnel, prober, announcer, clock, isPaused, receiverUrl });
  const ledger = createReachLedger({ document: documents.reach, alive: documents.alive, clock, logger });
  const onOutcome = (gap: Gap): void => announcer.change({ kind: 'gap', gap: gapView(gap, catchUp) });
  const catchUp = createCatchUp({
    document: documents.catchUp,
    knownGaps: ledger.gaps,
    lines,
    credentials,
    keepText,
    http,
    clock,
    logger,
    onRecovered,
    onOutcome,
  });
  const publicUrl = (line: Line): string | undefined => {
    const base = tunnel.report().publicUrl;
    return base === null || line.provider === 'practice' ? undefined : `${base}${line.webhookPath}`;
  };
  const registrations = createRegistrations({
    document: documents.registrations,
    lines,
    credentials,
    http,
    clock,
    logger,
    publicUrl,
    onChanged: onLine,
  });

  const log = (event: string) => (error: unknown) => logger.error(event, { error });
  const telling = createTelling({ registrations, clock, logger });
  let hasStarted = false;
  let followedBase: string | null = null;
  let following: Promise<void> = Promise.resolve();
  /** The public address is every line's from now on, and providers are told. One at a time, in the order of the changes. */
  const follow = (): Promise<void> => {
    following = following
      .catch(() => undefined)
      .then(async () => {
        const base = tunnel.report().publicUrl;
        const isNew = base !== null && base !== followedBase;
        if (isNew) await lines.setPublicBase(base);
        for (const line of lines.all()) onLine(line);
        if (!isNew) return;
        followedBase = base;
        // While paused they point where they pointed before; resuming points them here.
        if (!isPaused() || !settings().registration.restoreOnPause) telling.tell().catch(log('registration.not-followed'));
      });
    return following;
  };

  const stops = [
    tunnel.onChange(() => void follow().catch(log('lines.public-url'))),
    reception.onConclusion((status) => {
      const state = reachStateOf(status);
      if (state !== undefined) ledger.note(state);
      // What could not be written down when the address changed is tried again with each proof.
      if (state === 'receiving' && status.publicUrl !== followedBase) void follow().catch(log('lines.public-url'));
    }),
    ledger.onGapClosed((gap) => void catchUp.run(gap).catch(log('catch-up.not-run'))),
    ledger.onWoke(() => resumed()),
  ];

  let takeBackDriftCheck: (() => void) | undefined;
  const checkDrift = (): void => {
    takeBackDriftCheck?.();
    takeBackDriftCheck = clock.after(driftCheckMs, checkDrift);
    registrations.checkAll().catch(log('registration.not-checked'));
  };

  const resumed = (): void => {
    tunnel.nudge();
    void reception.reconsider();
    checkDrift();
  };

  const pause = async (paused: boolean): Promise<TunnelStatus> => {
    await documents.pause.set({ paused });
    if (settings().registration.restoreOnPause) {
      telling.stop();
      const act = paused ? restoreAll() : telling.tell();
      act.catch(log('registration.not-followed'));
    }
    return reception.reconsider();
  };

  const restoreAll = async (): Promise<void> => {
    await Promise.all(
      lines
        .all()
        .filter((line) => line.removedAt === undefined)
        .map((line) => registrations.restore(line)),
    );
  };

  const forLine = async (id: string, act: (line: Line) => ReturnType<Registrations['check']>) => {
    const line = lines.active(id);
    return line === undefined ? refuse('line-not-found') : ok(await act(line));
  };

  const handlers: ReachabilityHandlers = {
    'tunnel.status': async () => ok(reception.status()),
    'tunnel.configure': async (input) => {
      const configured = await tunnel.configure(input);
      if (!configured.ok) return configured;
      await follow();
      return ok(reception.status());
    },
    'tunnel.start': async () => {
      await tunnel.start();
      return ok(reception.status());
    },
    'tunnel.stop': async () => {
      await tunnel.stop();
      return ok(reception.status());
    },
    'tunnel.acceptHostKey': async ({ fingerprint }) => {
      const accepted = await tunnel.acceptHostKey(fingerprint);
      return accepted.ok ? ok(reception.status()) : accepted;
    },
    'reception.check': async () => ok(await reception.check()),
    'reception.pause': async () => ok(await pause(true)),
    'reception.resume': async () => ok(await pause(false)),
    'reception.history': async ({ days }) => ok(reachHistory(days, { ledger, catchUp, clock })),
    'lines.register': ({ id }) => forLine(id, registrations.register),
    'lines.checkRegistration': ({ id }) => forLine(id, registrations.check),
    'lines.restoreRegistration': ({ id }) => forLine(id, registrations.leave),
  };

  return {
    handlers,
    reception,
    registrations,
    isPaused,
    answerProbe: (path, nonce) => prober.answer(path, nonce),
    delivered: (line, request) => registrations.delivered(line, publicHostOf(request)),
    async start() {
      hasStarted = true;
      // A store that cannot write must not keep the app from starting: what is stored can still be read.
      await follow().catch(log('lines.public-url'));
      await ledger.start();
      void reception.reconsider();
      checkDrift();
      const closedGaps = ledger.gaps().filter((gap) => gap.to !== null);
      for (const gap of closedGaps.slice(-recentGaps)) catchUp.run(gap).catch(log('catch-up.not-run'));
    },
    resumed,
    async close() {
      telling.stop();
      // An app that never got to work (its port is taken) must not undo what another one told the providers.
      if (hasStarted && settings().registration.restoreOnQuit) {
        const patience = new Promise<void>((resolve) => void clock.after(restorePatienceMs, resolve));
        await Promise.race([restoreAll().catch(log('registration.not-restored')), patience]);
      }
      for (const stop of stops) stop();
      takeBackDriftCheck?.();
      catchUp.close();
      reception.close();
      await ledger.close();
    },
  };
}

function reachStateOf({ reception }: TunnelStatus): Exclude<ReachState, 'closed' | 'asleep'> | undefined {
  switch (reception) {
    case 'receiving':
    case 'degraded':
      return 'receiving';
    case 'paused':
    case 'not-reachable':
      return reception;
    default:
      return undefined;
  }
}

/** The host the sender addressed, as the tunnel's other end passed it on. It proves nothing; it only tells ways apart. */
function publicHostOf({ headers }: WebhookRequest): string | undefined {
  const value = (wanted: string): string | undefined => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  return value('x-forwarded-host') ?? value('host');
}
