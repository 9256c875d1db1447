import { onTestFinished } from 'vitest';
import type { OutboundText, SendOutcome } from '../../src/core/ports.ts';
import type { ProviderName } from '../../src/domain/line.ts';
import { createHttpClient } from '../../src/providers/http.ts';
import { manualClock } from './manual-clock.ts';
import { provider } from './providers.ts';
import { type RecordingServer, recordingServer } from './recording-server.ts';

export type Sending = {
  readonly api: RecordingServer;
  /** Hands a text over through the real HTTP client; `changes` to the usual text and credentials. */
  send(changes?: Partial<OutboundText>, credentials?: Readonly<Record<string, string>>): Promise<SendOutcome>;
};

/** When the provider's clock stands still. */
export const sendingAt = Date.parse('2026-03-06T10:00:00.000Z');

/** A provider that sends to a recording server. */
export async function sending(name: ProviderName, credentials: Readonly<Record<string, string>>): Promise<Sending> {
  const api = await recordingServer();
  onTestFinished(() => api.close());
  const http = createHttpClient({ timeoutMs: 5_000 });
  const text = { from: '+14155551234', to: '+12125559876', body: 'Hello!', mediaUrls: [], clientId: 'client-1' };
  const { send } = provider(name, manualClock(sendingAt));
  if (send === undefined) throw new Error(`${name} does not send.`);
  return {
    api,
    send: (changes = {}, others = {}) =>
      send(
        { ...text, ...changes },
        { credentials: { apiBaseUrl: api.url, ...credentials, ...others }, http, localWebhookUrl: 'http://127.0.0.1:1/' },
      ),
  };
}
