/**
 * The contract's `deliveries.learn`: what a provider's webhook looks like, worked through with a line's own secret, and what
 * the receiver's code says of it. Nothing is sent or stored, and the secret does not leave this file whole.
 * @module
 */
import { refuse } from '../../contract/errors.ts';
import type { Lesson } from '../../contract/methods/learn.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { Line, ProviderName } from '../../domain/line.ts';
import { ok } from '../../domain/result.ts';
import type { Credentials, Provider, WebhookRequest } from '../ports.ts';
import type { Inspecting } from './ground.ts';

/** Somebody without a line learns with these. */
const sampleUrl = 'https://texts.example.com/hooks/SamplePathOfNoLine-000';
const sampleSecret = 'sample-secret-of-no-line';
const sampleNumber = '+12025550100';

/** Both numbers are of the range that is nobody's. */
const sampleText = { id: 1_001, from: '+12025550143', body: 'Your table for two is booked: 7 pm. See you!', mediaUrls: [] };

type Student = {
  readonly provider: Provider;
  readonly line: Line | undefined;
  readonly url: string;
  readonly number: string;
  /** `undefined`: the vault could not be read. */
  readonly credentials: Credentials | undefined;
};

export function createLearn({ lines, providers, credentials, clock }: Inspecting): Pick<Handlers, 'deliveries.learn'> {
  const lineFor = (name: ProviderName, lineId: string | undefined): Line | undefined => {
    const ofProvider = lines.all().filter((line) => line.provider === name && line.removedAt === undefined);
    return lineId === undefined ? ofProvider[0] : ofProvider.find(({ id }) => id === lineId);
  };

  return {
    'deliveries.learn': async ({ provider: name, lineId }) => {
      const provider = providers.get(name);
      if (provider === undefined) return refuse('not-found');
      const line = lineFor(name, lineId);
      if (line === undefined && lineId !== undefined) return refuse('line-not-found');
      const at = new Date(clock.now()).toISOString();
      if (line === undefined) {
        const made = { [provider.wire.credential]: sampleSecret };
        return ok(lessonOf({ provider, line, url: sampleUrl, number: sampleNumber, credentials: made }, at));
      }
      const newest = line.provider === 'practice' ? undefined : line.publicUrls[0]?.url;
      const url = newest ?? lines.localUrl(line);
      return ok(lessonOf({ provider, line, url, number: line.number, credentials: credentials.of(line.id) }, at));
    },
  };
}

function lessonOf(student: Student, at: string): Lesson {
  const { provider, line, url, number, credentials } = student;
  const { wire } = provider;
  const body = wire.sample({ ...sampleText, to: number, at });
  const secret = credentials?.[wire.credential]?.trim() || undefined;
  const proof = credentials && wire.sign({ body, url, credentials });
  const canonical = wire.canonical(body, url);
  const headers: [string, string][] = [
    ['Content-Type', wire.contentType],
    ...(proof === undefined ? [] : [[proof[0], proof[1]] as [string, string]]),
  ];
  const isStatic = wire.scheme === 'static';
  return {
    provider: provider.name,
    lineId: line?.id ?? null,
    method: 'POST',
    url,
    // The static header is the secret itself.
    headers: headers.map(([name, value]) => [name, isStatic && name === wire.header ? masked(value) : value]),
    payload: Buffer.from(body).toString(),
    proof: {
      scheme: wire.scheme,
      header: wire.header,
      prefix: wire.prefix,
      coversUrl: wire.coversUrl,
      credential: wire.credential,
      maskedSecret: secret === undefined ? null : masked(secret),
      canonical: canonical === undefined ? null : Buffer.from(canonical).toString(),
      digest: isStatic || proof === undefined ? null : proof[1].slice(wire.prefix.length),
    },
    retries: {
      ...(wire.retries.timeoutSeconds !== undefined && { timeoutSeconds: wire.retries.timeoutSeconds }),
      ...(wire.retries.afterMinutes !== undefined && { afterMinutes: [...wire.retries.afterMinutes] }),
    },
    judged: judged(student, { method: 'POST', path: new URL(url).pathname, headers, body, source: '127.0.0.1', arrivedAt: at }),
  };
}

/** As the receiver decides, up to where something would be stored. */
function judged({ provider, credentials, url }: Student, request: WebhookRequest): Lesson['judged'] {
  if (credentials === undefined) return { verdict: 'rejected', reason: 'secret-missing', status: 503 };
  const verification = provider.verify(request, { credentials, urls: [url] });
  if (!verification.ok) return { verdict: 'rejected', reason: verification.reason, status: 401 };
  const parsed = provider.parse(request);
  const { status } = provider.answer();
  if (parsed.kind === 'not-understood') return { verdict: 'not-understood', reason: parsed.reason, status };
  if (parsed.kind === 'status') return { verdict: 'accepted', status };
  const { from, body, mediaUrls, key } = parsed.text;
  return { verdict: 'accepted', status, text: { from, body, media: mediaUrls.length, key } };
}

/** The first two and last two characters of a secret that is long enough to stay one. */
function masked(secret: string): string {
  const dots = '•'.repeat(8);
  return secret.length < 12 ? dots : `${secret.slice(0, 2)}${dots}${secret.slice(-2)}`;
}
