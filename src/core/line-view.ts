/**
 * A line as the window is shown it: never with a secret in it.
 * @module
 */
import type { RegistrationView } from '../contract/reachability.ts';
import type { LineView } from '../contract/views.ts';
import type { DeliverySummary } from '../domain/delivery.ts';
import type { Line } from '../domain/line.ts';
import type { CredentialBook } from './credentials.ts';
import type { LineBook } from './line-book.ts';
import type { Tunnel } from './ports.ts';

export type LineViewer = (line: Line) => LineView;

type Dependencies = {
  readonly lines: LineBook;
  readonly credentials: CredentialBook;
  readonly tunnel: Tunnel;
  readonly registration: (line: Line) => RegistrationView;
  readonly latestDelivery: (lineId: string) => DeliverySummary | undefined;
};

export function createLineViewer({ lines, credentials, tunnel, latestDelivery, registration }: Dependencies): LineViewer {
  return (line) => {
    const provider = lines.provider(line);
    const base = line.provider === 'practice' ? null : tunnel.report().publicUrl;
    const known = credentials.of(line.id) ?? {};
    const latest = latestDelivery(line.id);
    return {
      ...line,
      webhookUrl: base === null ? lines.localUrl(line) : `${base}${line.webhookPath}`,
      webhookUrlIsPublic: base !== null,
      canSend: provider.send !== undefined && line.removedAt === undefined,
      storedSecrets: Object.fromEntries(
        provider.info.fields.filter((field) => field.secret).map((field) => [field.key, Boolean(known[field.key])]),
      ),
      openCredentials: Object.fromEntries(
        provider.info.fields.filter((field) => !field.secret && known[field.key]).map((field) => [field.key, known[field.key] ?? '']),
      ),
      registration: line.provider === 'practice' || line.removedAt !== undefined ? null : registration(line),
      lastDelivery: latest
        ? { at: latest.receivedAt, verdict: latest.verdict, ...(latest.reason !== undefined && { reason: latest.reason }) }
        : null,
    };
  };
}
