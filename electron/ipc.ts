/**
 * The only place that touches `ipcMain`. Whatever comes in is `unknown` until the contract has parsed it, and is only
 * answered when it comes from the top frame of our own page.
 * @module
 */
import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { answerCall } from '../src/contract/call.ts';
import { type Answered, refuse } from '../src/contract/errors.ts';
import type { Handlers } from '../src/contract/methods.ts';
import type { InboxEvent } from '../src/contract/state.ts';
import type { Logger } from '../src/core/ports.ts';
import { callChannel, eventChannel, fileChannel } from './channels.ts';
import { isOwnUrl } from './origin.ts';

/** Answers the calls of the contract. */
export function serveCalls({ handlers, logger }: { handlers: Handlers; logger: Logger }): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    if (!isTrusted(event.senderFrame)) {
      logger.warn('ipc.untrusted-sender', { url: event.senderFrame?.url ?? 'a frame that is gone' });
      return refuse('not-permitted');
    }
    const method = String(name);
    return answerCall(handlers, method, input, (error) => logger.error('ipc.handler-failed', { method, error }));
  });
}

/** Answers what the window asks of files. */
export function serveFiles({ answer, logger }: { answer: (request: unknown) => Promise<Answered<unknown>>; logger: Logger }): void {
  ipcMain.handle(fileChannel, async (event, request: unknown) => {
    if (!isTrusted(event.senderFrame)) {
      logger.warn('ipc.untrusted-sender', { url: event.senderFrame?.url ?? 'a frame that is gone' });
      return refuse('not-permitted');
    }
    try {
      return await answer(request);
    } catch (error) {
      logger.error('ipc.files-failed', { error });
      return refuse('unexpected');
    }
  });
}

/** Announces something to the window. */
export function sendEvent(contents: WebContents, event: InboxEvent): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, event);
}

function isTrusted(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isOwnUrl(frame.url);
}
