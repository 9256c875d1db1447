import { onTestFinished } from 'vitest';
import type { HttpClient, LineContext, Provider } from '../../src/core/ports.ts';
import type { ProviderName } from '../../src/domain/line.ts';
import { createHttpClient } from '../../src/providers/http.ts';
import { manualClock } from './manual-clock.ts';
import { provider } from './providers.ts';
import { type RecordingServer, recordingServer } from './recording-server.ts';

export type Asking = {
  readonly api: RecordingServer;
  readonly provider: Provider;
  /** What the provider acts with; `others` replace credentials. */
  context(others?: Readonly<Record<string, string>>): LineContext;
};

/** When the provider's clock stands still. */
export const askingAt = Date.parse('2026-03-06T18:00:00.000Z');

/** A provider whose API is a recording server, asked through the real HTTP client. */
export async function asking(name: ProviderName, number: string, credentials: Readonly<Record<string, string>>): Promise<Asking> {
  const api = await recordingServer();
  onTestFinished(() => api.close());
  const http: HttpClient = createHttpClient({ timeoutMs: 5_000 });
  return {
    api,
    provider: provider(name, manualClock(askingAt)),
    context: (others = {}) => ({ credentials: { apiBaseUrl: api.url, ...credentials, ...others }, http, number }),
  };
}
