/**
 * Puts the window's server on a port of this computer.
 * @module
 */
import { ok, type Result } from '../domain/result.ts';
import { type ListenFailure, listen } from '../webhook/listen.ts';
import { usualUiPort } from './arguments.ts';
import { createUiApp, type UiAppOptions } from './ui-app.ts';

export type UiServer = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  close(): Promise<void>;
};

/** How long answers may still take when the server closes. */
const closingMs = 1_000;

/** How long a file may take to arrive. Nobody but the window's own page is listened to for longer than its headers. */
const uploadMs = 60 * 60_000;

/** @param options.port 0 = any free port; `undefined`: the usual one, or any when that is taken */
export async function startUiServer(
  options: UiAppOptions & { readonly port: number | undefined },
): Promise<Result<UiServer, ListenFailure>> {
  const { app, close } = createUiApp(options);
  const limits = { closingMs, requestMs: uploadMs };
  const first = await listen({ app, port: options.port ?? usualUiPort, limits });
  const listening = first.ok || options.port !== undefined ? first : await listen({ app, port: 0, limits });
  if (!listening.ok) {
    close();
    return listening;
  }
  return ok({
    url: listening.value.url,
    async close() {
      close();
      await listening.value.close();
    },
  });
}
