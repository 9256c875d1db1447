/**
 * The desktop app once the system is ready: an ordered list of what is made and how it is wired. Every part has a file
 * of its own; the app's rules are in the core.
 * @module
 */
import { join } from 'node:path';
import process from 'node:process';
import { app, safeStorage, shell } from 'electron';
import { startApp } from '../src/app/start-app.ts';
import { systemClock } from '../src/app/system.ts';
import type { Navigate } from '../src/contract/state.ts';
import type { Logger } from '../src/core/ports.ts';
import { ok, type Result } from '../src/domain/result.ts';
import { usualReceiverPort } from '../src/host/arguments.ts';
import { createAnnouncing } from './announcing.ts';
import type { ShellArguments } from './arguments.ts';
import { askToStoreUnprotected } from './ask-unprotected.ts';
import { createClosing } from './closing.ts';
import { createCodeShortcut } from './code-shortcut.ts';
import { createCopyCode } from './copy-code.ts';
import { createFileAnswers } from './files.ts';
import { createFollower } from './follow.ts';
import { serveCalls, serveFiles } from './ipc.ts';
import { watchPower } from './power.ts';
import { servePages } from './protocol.ts';
import { quitInOrder } from './quit.ts';
import { openSecretsFile, secretsFileName } from './secrets-file.ts';
import { createShowing } from './showing.ts';
import { createSpeaking } from './speech.ts';
import { systemClipboard } from './system-clipboard.ts';
import { type AppTray, createTray } from './tray.ts';
import { createTrayActions } from './tray-actions.ts';
import { createVault } from './vault.ts';
import { createMainWindow } from './window.ts';

type Options = { readonly given: ShellArguments; readonly dataFolder: string; readonly logger: Logger };

/** Starts the core, then everything around it. Fails with a sentence when the data folder or the port cannot be used. */
export async function startShell({ given, dataFolder, logger }: Options): Promise<Result<void, { message: string }>> {
  const { platform } = process;
  const speaking = createSpeaking();
  const file = await openSecretsFile(join(dataFolder, secretsFileName), (path) => logger.error('vault.file-set-aside', { path }));
  const vault = createVault({
    storage: safeStorage,
    file,
    platform,
    mayStoreUnprotected: () => askToStoreUnprotected(speaking.now().words.unprotected),
    logger,
  });
  const started = await startApp({
    dataFolder,
    receiverPort: given.receiverPort ?? usualReceiverPort,
    otherPortIfTaken: given.receiverPort === undefined,
    publicUrl: given.publicUrl,
    vault,
    clipboard: systemClipboard,
    languages: speaking.languages,
    openOutside: async (path) => (await shell.openPath(path)) === '',
    host: { kind: 'electron', platform, version: app.getVersion(), canStartAtLogin: true },
    logger,
  });
  if (!started.ok) return started;
  const { inbox, files, media, close } = started.value;
  const { handlers, problems } = inbox;

  let tray: AppTray | undefined;
  const isQuitting = quitInOrder(close, logger);
  servePages(join(import.meta.dirname, '../renderer'), media);
  serveCalls({ handlers, logger });
  const window = createMainWindow({
    preload: join(import.meta.dirname, 'preload.cjs'),
    isQuitting,
    onClose: createClosing({ hasTray: () => tray !== undefined, handlers, words: () => speaking.now().words.closing, logger }),
    words: () => speaking.now().words.menu,
    logger,
  });
  serveFiles({ answer: createFileAnswers({ files, window: () => window.native }), logger });
  const open = (to?: Navigate['to']): void => {
    window.show();
    if (to !== undefined) window.send({ kind: 'navigate', to });
  };
  const copyCode = createCopyCode({ handlers, words: () => speaking.now().words.notices, logger });
  try {
    tray = createTray({ platform, onAction: createTrayActions({ handlers, copyLatestCode: copyCode.latest, open, logger }) });
  } catch (error) {
    logger.error('tray.unavailable', { error });
  }
  const startsHidden = given.hidden || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
  if (!startsHidden || tray === undefined) window.native.once('ready-to-show', () => window.show());

  const announcing = createAnnouncing({
    platform,
    inbox,
    window,
    open: (id) => open(id === undefined ? undefined : { page: 'conversation', id }),
    copyCode,
    words: () => speaking.now().words.notices,
    clock: systemClock,
    logger,
  });
  const show = createShowing({ platform, window, tray, speaking, handlers, open, dataFolder: given.dataFolder, logger });
  const setShortcut = createCodeShortcut({ problems, onPressed: copyCode.latest });
  const follower = createFollower({
    handlers,
    show(state) {
      show(state);
      setShortcut(state.settings.codes.globalShortcut);
      announcing.follow(state.settings);
    },
    clock: systemClock,
    logger,
  });
  inbox.subscribe((event) => {
    if (event.kind !== 'patch') return announcing.hear(event);
    follower.patch(event);
    window.send(event);
  });
  await follower.refresh();

  watchPower({ resumed: () => inbox.resumed(), shutdown: () => app.quit() });
  app.on('second-instance', (_event, argv) => {
    if (!argv.includes('--hidden')) window.show();
  });
  app.on('activate', () => window.show());
  return ok(undefined);
}
