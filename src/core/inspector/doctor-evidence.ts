/**
 * Everything a diagnosis may look at, gathered for one delivery.
 * @module
 */
import type { Delivery } from '../../domain/delivery.ts';
import type { Line } from '../../domain/line.ts';
import type { Evidence, OtherLine, WebhookRequest } from '../ports.ts';
import type { Inspecting } from './ground.ts';

/** How many other deliveries of the line are looked at, and how large their bodies may be together. */
const mostDeliveries = 40;
const mostBytes = 1024 * 1024;

/** `undefined`: the line was removed or its secrets cannot be read. */
export async function collectEvidence(ground: Inspecting, delivery: Delivery): Promise<Evidence | undefined> {
  const { lines, credentials, withheld } = ground;
  const line = lines.active(delivery.lineId);
  const endpoint = line && lines.endpointAt(line.webhookPath);
  if (line === undefined || endpoint?.credentials === undefined) return undefined;
  const neighbours = await neighboursOf(ground, delivery);
  return {
    request: requestOf(delivery, withheld(delivery.id)),
    provider: endpoint.provider,
    credentials: endpoint.credentials,
    number: line.number,
    webhookPath: line.webhookPath,
    urls: endpoint.urls,
    formerBases: formerBases(lines.all(), neighbours),
    others: lines.all().flatMap((other): OtherLine[] => {
      const secrets = other.id === line.id ? undefined : credentials.of(other.id);
      const { id, number, webhookPath } = other;
      return secrets === undefined ? [] : [{ id, number, webhookPath, provider: lines.provider(other), credentials: secrets }];
    }),
    deliveries: neighbours.map(({ id, body }) => ({ id, body: Buffer.from(body, 'base64') })),
  };
}

/** How many of a line's latest deliveries are looked at for one that its present secret proves. */
const mostProofs = 10;

/** When the provider last sent something that the line's present secret proves; `undefined`: nothing of late. */
export async function lastProven(
  ground: Inspecting,
  { provider, credentials, urls }: Evidence,
  lineId: string,
): Promise<string | undefined> {
  const { items } = await ground.deliveries.list({ lineId, verdicts: ['accepted', 'duplicate'], limit: mostProofs });
  for (const { id, origin } of items) {
    const delivery = origin === 'lab' ? undefined : await ground.deliveries.get(id);
    if (delivery === undefined) continue;
    // A header that is a secret is never written down: that it was taken has to do.
    const isProven = provider.wire.scheme === 'static' || provider.verify(requestOf(delivery, []), { credentials, urls }).ok;
    if (isProven) return delivery.receivedAt;
  }
  return undefined;
}

/** The request as it arrived, with what the record has only dots for. */
function requestOf(delivery: Delivery, withheld: WebhookRequest['headers']): WebhookRequest {
  const left = [...withheld];
  const headers = delivery.headers.map(([name, value]): readonly [string, string] => {
    const index = left.findIndex(([each]) => each.toLowerCase() === name.toLowerCase());
    return index < 0 ? [name, value] : (left.splice(index, 1)[0] ?? [name, value]);
  });
  const { method, path, query, source, receivedAt } = delivery;
  return {
    method,
    path,
    ...(query !== undefined && { query }),
    headers,
    body: Buffer.from(delivery.body, 'base64'),
    source,
    arrivedAt: receivedAt,
  };
}

/** Other deliveries of the line, accepted ones first: those show how its bodies really look. */
async function neighboursOf({ deliveries }: Inspecting, { id, lineId }: Delivery): Promise<Delivery[]> {
  const found: Delivery[] = [];
  let bytes = 0;
  const { items } = await deliveries.list({ lineId, limit: 2 * mostDeliveries });
  const sorted = items.filter((each) => each.id !== id).sort((one, other) => Number(isTaken(other)) - Number(isTaken(one)));
  for (const summary of sorted.slice(0, mostDeliveries)) {
    bytes += summary.bytes;
    if (bytes > mostBytes) break;
    const delivery = await deliveries.get(summary.id);
    if (delivery !== undefined) found.push(delivery);
  }
  return found;
}

function isTaken({ verdict }: Pick<Delivery, 'verdict'>): boolean {
  return verdict === 'accepted' || verdict === 'duplicate';
}

/** Addresses any line had, and the hosts that deliveries were taken at. */
function formerBases(lines: readonly Line[], neighbours: readonly Delivery[]): string[] {
  const ofLines = lines.flatMap(({ publicUrls, webhookPath }) =>
    publicUrls.filter(({ url }) => url.endsWith(webhookPath)).map(({ url }) => url.slice(0, -webhookPath.length)),
  );
  const hosts = neighbours.filter(isTaken).flatMap(({ headers }) => headers.filter(([name]) => name.toLowerCase() === 'host'));
  const isLocal = (host: string): boolean => /^(?:127\.|localhost|\[)/.test(host);
  return [...new Set([...ofLines, ...hosts.filter(([, host]) => !isLocal(host)).map(([, host]) => `https://${host}`)])];
}
