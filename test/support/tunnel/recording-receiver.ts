/**
 * The real HTTP receiver in front of a core that takes everything and remembers it: what a tunnel leads to.
 * @module
 */
import { createHash } from 'node:crypto';
import type { Receiver } from '../../../src/core/ports.ts';
import { listen } from '../../../src/webhook/listen.ts';
import { createReceiverApp } from '../../../src/webhook/receiver-app.ts';
import { silentLogger } from '../silent-logger.ts';

export const hookPath = '/hooks/AAAAAAAAAAAAAAAAAAAAAA';

export type RecordingReceiver = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  /** The bodies, as they arrived. */
  readonly bodies: Uint8Array[];
  close(): Promise<void>;
};

/** Answers every delivery with the SHA-256 of its body. `port`: 0 = any. */
export async function startRecordingReceiver({ port = 0, record = true } = {}): Promise<RecordingReceiver> {
  const bodies: Uint8Array[] = [];
  const receiver: Receiver = {
    bodyLimitAt: (path) => (path === hookPath ? 64 * 1024 * 1024 : undefined),
    isFromLab: () => false,
    async receive({ body }) {
      if (record) bodies.push(body);
      return { status: 200, contentType: 'text/plain', body: createHash('sha256').update(body).digest('hex') };
    },
    refuse: () => undefined,
    answerProbe: () => undefined,
  };
  const plenty = { burst: 1_000_000, perMinute: 1_000_000 };
  const app = createReceiverApp({ receiver, logger: silentLogger, limits: { perSource: plenty, perLine: plenty } });
  const listening = await listen({ app, port });
  if (!listening.ok) throw new Error(listening.error.message);
  const listener = listening.value;
  return { url: listener.url, port: listener.port, bodies, close: () => listener.close() };
}

/** Posts a body through a tunnel's public side on this machine; the answer is the SHA-256 the receiver saw. */
export async function postThrough(publicUrl: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const response = await fetch(`${publicUrl}${hookPath}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });
  if (response.status !== 200) throw new Error(`The receiver answered ${response.status}`);
  return response.text();
}

export function digest(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
