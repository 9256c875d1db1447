/**
 * The desktop app, before the system is ready. Electron emits `ready` only after this module has run to its end, so
 * what must come first is done here without waiting, and nothing here may await `ready`.
 * @module
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { app, dialog } from 'electron';
import { speechFor, type Words } from '../src/contract/texts/words.ts';
import { usualDataFolder } from '../src/host/places.ts';
import { createLogger } from '../src/logging/logger.ts';
import { readArguments, type ShellArguments } from './arguments.ts';
import { appUserModelId, productName, toastActivatorClassId } from './identity.ts';
import { openLogFile } from './log-file.ts';
import { declareScheme } from './protocol.ts';
import { startShell } from './shell.ts';

/** What is said before anything is known of the user: in the language of the system, as far as that is known already. */
function words(): Words['start'] {
  const locale = app.isReady() ? app.getLocale() : new Intl.DateTimeFormat().resolvedOptions().locale;
  return speechFor('system', [locale]).words.start;
}

/** Ends the app with a sentence. */
function giveUp(sentence: string): void {
  dialog.showErrorBox(words().impossible, sentence);
  app.exit(1);
}

function begin(given: ShellArguments): void {
  const dataFolder =
    given.dataFolder ?? usualDataFolder({ platform: process.platform, home: app.getPath('home'), environment: process.env });
  // Chromium's own files, and with them the single-instance lock, belong to the data folder: one app a folder.
  const chromiumFolder = join(dataFolder, 'electron');
  try {
    mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    giveUp(words().noFolder(dataFolder, error instanceof Error ? error.message : String(error)));
    return;
  }
  app.setPath('userData', chromiumFolder);

  if (process.platform === 'win32') {
    app.setAppUserModelId(appUserModelId);
    app.setToastActivatorCLSID(toastActivatorClassId);
  }
  declareScheme();
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }

  const toFile = openLogFile(join(dataFolder, 'logs'));
  const write = (line: string): void => {
    toFile(line);
    if (!app.isPackaged) process.stderr.write(line);
  };
  const logger = createLogger({ write, level: app.isPackaged ? 'info' : 'debug', now: () => Date.now() });

  app
    .whenReady()
    .then(() => startShell({ given, dataFolder, logger }))
    .then((started) => {
      if (!started.ok) giveUp(started.error.message);
    })
    .catch((error: unknown) => {
      logger.error('shell.not-started', { error });
      giveUp(words().unexpected(join(dataFolder, 'logs')));
    });
}

app.setName(productName);
const given = readArguments(process.argv.slice(app.isPackaged ? 1 : 2));
if (given.ok) begin(given.value);
else giveUp(given.error);
