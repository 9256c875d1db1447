/**
 * Leaving in order: the core writes what it holds before the process ends, however quitting began.
 * @module
 */
import { app } from 'electron';
import type { Logger } from '../src/core/ports.ts';

/** The system must not have to wait for ever, in milliseconds. */
const patienceMs = 5_000;

/** @returns whether the app is on its way out, so that closing the window means closing it */
export function quitInOrder(close: () => Promise<void>, logger: Logger): () => boolean {
  let isQuitting = false;
  let isClosing = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => app.exit(0), patienceMs).unref();
    close()
      .catch((error: unknown) => logger.error('shell.not-closed', { error }))
      .finally(() => app.exit(0));
  });
  return () => isQuitting;
}
