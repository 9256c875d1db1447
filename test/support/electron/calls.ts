/**
 * Stands in for `ipcMain`: calls of the page, with the frame they came from.
 * @module
 */
import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import { createEvent } from './desktop.ts';

type Handler = Parameters<IpcMain['handle']>[1];
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

const handlers = new Map<string, Handler>();

export const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler(channel) {
    handlers.delete(channel);
  },
} satisfies Partial<IpcMain>);

export type Sender = { readonly url: string; readonly isMainFrame: boolean; readonly contents: WebContents };

/** Hands a call to the app; what the app throws comes back as its message only, as in Electron. */
export async function handleCall({ url, isMainFrame, contents }: Sender, channel: string, args: readonly unknown[]): Promise<Answer> {
  const handler = handlers.get(channel);
  if (handler === undefined) return { ok: false, message: `No handler registered for '${channel}'` };
  const top = { url: 'app://texttray/index.html', parent: null } satisfies Partial<WebFrameMain> as WebFrameMain;
  const senderFrame = { url, parent: isMainFrame ? null : top } satisfies Partial<WebFrameMain> as WebFrameMain;
  const event: IpcMainInvokeEvent = { ...createEvent({}), type: 'frame', frameId: 1, processId: 1, sender: contents, senderFrame };
  try {
    return { ok: true, value: structuredClone(await handler(event, ...args)) };
  } catch (error) {
    return { ok: false, message: String(error) };
  }
}
