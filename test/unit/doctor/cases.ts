/**
 * Valid deliveries of every provider, and how to make others of them. Everything is signed here by its own code, written
 * from the providers' documents: nothing of the doctor or of the providers' own signing is used.
 * @module
 */
import { type BinaryLike, createHmac } from 'node:crypto';
import type { Diagnosis } from '../../../src/contract/diagnosis.ts';
import type { Credentials, Evidence, OtherLine, Provider, ProviderRegistry } from '../../../src/core/ports.ts';
import { createDoctor } from '../../../src/doctor/doctor.ts';
import type { ProviderName } from '../../../src/domain/line.ts';
import { createProviderRegistry } from '../../../src/providers/registry.ts';

const random = { token: (bytes: number) => 'r'.repeat(bytes), fraction: () => 0.5 };
const clock = { now: () => Date.now(), monotonic: () => performance.now(), after: () => () => undefined };
export const providers: ProviderRegistry = createProviderRegistry({ clock, random });
const doctor = createDoctor({ clock, providers });

export const path = '/hooks/Ab-cdefgh_jklmnopqrsTU';
export const url = `https://texts.example.org${path}`;
export const formerUrl = `https://older.example.net${path}`;
export const localUrl = `http://127.0.0.1:47810${path}`;
export const arrivedAt = '2026-03-01T12:00:00.000Z';
export const spoken = 'Grüße / "Ärger" <b> & it\'s 1+1=2 ~*! 😀\nZeile 2';

export type SignedName = Exclude<ProviderName, 'cloudspire'>;

/** How a provider signs, from its documents. */
export type Kind = {
  readonly name: SignedName;
  readonly credential: string;
  readonly secret: string;
  readonly credentials: Credentials;
  readonly header: string;
  readonly prefix: string;
  readonly body: Buffer;
  readonly contentType: string;
  /** What is signed. */
  readonly canonical: (body: Buffer, signedUrl: string) => Buffer;
};

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const raw = (body: Buffer): Buffer => body;

/** Python's `quote_plus`. */
export function quotePlus(text: string): string {
  let quoted = '';
  for (const byte of Buffer.from(text)) {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9_.~-]/.test(character)) quoted += character;
    else quoted += character === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return quoted;
}

export const parameters: readonly (readonly [string, string])[] = [
  ['To', '+12025550100'],
  ['MessageSid', 'SM00000000000000000000000000000017'],
  ['From', '+12025550143'],
  ['Body', spoken],
  ['NumMedia', '0'],
  ['Note', ''],
];

export const formOf = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([key, value]) => `${quotePlus(key)}=${quotePlus(value)}`).join('&');

export const byKey = (pairs: readonly (readonly [string, string])[]): (readonly [string, string])[] =>
  [...pairs].sort(([one], [other]) => (one < other ? -1 : 1));

/** For bodies that `formOf` wrote: what is decoded from them is encoded again in the order of its keys. */
function formCanonical(body: Buffer, signedUrl: string): Buffer {
  const pairs = body
    .toString('latin1')
    .split('&')
    .map((pair) => pair.split('=') as [string, string]);
  return Buffer.from(
    signedUrl +
      byKey(pairs)
        .map((pair) => pair.join('='))
        .join('&'),
  );
}

export const kinds: readonly Kind[] = [
  {
    name: 'cloudvno',
    credential: 'authToken',
    secret: 'f3b1c7d9e0a24b6c8d1e2f3a4b5c6d7e',
    credentials: { authToken: 'f3b1c7d9e0a24b6c8d1e2f3a4b5c6d7e', apiKey: 'key_live_ZYXWVUTSRQPONM' },
    header: 'X-CloudVNO-Signature',
    prefix: '',
    body: Buffer.from(formOf(parameters)),
    contentType: 'application/x-www-form-urlencoded',
    canonical: formCanonical,
  },
  {
    name: 'receivesms-ink',
    credential: 'webhookSecret',
    secret: 'c2VjcmV0LXdpdGgtYmFzZTY0LWxvb2tzIQ==',
    credentials: { webhookSecret: 'c2VjcmV0LXdpdGgtYmFzZTY0LWxvb2tzIQ==' },
    header: 'X-Webhook-Signature',
    prefix: 'sha256=',
    body: json({
      event: 'sms.received',
      version: '1',
      data: { messageId: 17, from: '+12025550143', to: '+12025550100', body: spoken, receivedAt: arrivedAt },
    }),
    contentType: 'application/json',
    canonical: raw,
  },
  {
    name: 'mobile-api-connect',
    credential: 'webhookSecret',
    secret: 'whsec_bXktdmVyeS1zZWNyZXQta2V5LW9mLXRleHRz',
    credentials: { webhookSecret: 'whsec_bXktdmVyeS1zZWNyZXQta2V5LW9mLXRleHRz', apiKey: 'sk_live_0123456789abcdef' },
    header: 'X-MAC-Signature',
    prefix: 'sha256=',
    body: json({
      event: 'message.received',
      from: '12025550143',
      to: '12025550100',
      text: spoken,
      ref: null,
      receivedAt: arrivedAt,
      deviceId: 'dev_1',
    }),
    contentType: 'application/json',
    canonical: raw,
  },
  {
    name: 'practice',
    credential: 'secret',
    secret: 'Zx4yQ-practice_secret-Zx4yQ-0000',
    credentials: { secret: 'Zx4yQ-practice_secret-Zx4yQ-0000' },
    header: 'X-Practice-Signature',
    prefix: 'sha256=',
    body: json({ event: 'practice.text', id: 'p1', from: '+12025550143', to: '+12025550100', text: spoken, sentAt: arrivedAt }),
    contentType: 'application/json',
    canonical: raw,
  },
];

export function hmac(key: BinaryLike, data: BinaryLike, algorithm = 'sha256'): Buffer {
  return createHmac(algorithm, key).update(data).digest();
}

/** What is different from the valid delivery. */
export type Changes = {
  readonly body?: Buffer | string;
  /** The value of the provider's header; `null`: there is none. */
  readonly signature?: string | null;
  readonly headers?: readonly (readonly [string, string])[];
  readonly query?: string;
  readonly credentials?: Credentials;
  readonly urls?: readonly string[];
  readonly formerBases?: readonly string[];
  readonly others?: readonly OtherLine[];
  readonly deliveries?: Evidence['deliveries'];
};

export function evidenceOf(kind: Kind, changes: Changes = {}): Evidence {
  const { signature = `${kind.prefix}${hmac(kind.secret, kind.canonical(kind.body, url)).toString('hex')}` } = changes;
  const headers: (readonly [string, string])[] = [
    ['Host', 'texts.example.org'],
    ['Content-Type', kind.contentType],
    ['User-Agent', 'sender/1.0'],
    ...(signature === null ? [] : [[kind.header, signature] as const]),
    ...(changes.headers ?? []),
  ];
  return {
    request: {
      method: 'POST',
      path,
      ...(changes.query !== undefined && { query: changes.query }),
      headers,
      body: Buffer.from(changes.body ?? kind.body),
      source: '203.0.113.5',
      arrivedAt,
    },
    provider: named(kind.name),
    credentials: changes.credentials ?? kind.credentials,
    number: '+12025550100',
    webhookPath: path,
    urls: changes.urls ?? [url, formerUrl, localUrl],
    formerBases: changes.formerBases ?? [],
    others: changes.others ?? [],
    deliveries: changes.deliveries ?? [],
  };
}

export function named(name: ProviderName): Provider {
  const found = providers.get(name);
  if (found === undefined) throw new Error(`There is no provider ${name}.`);
  return found;
}

export const examine = (evidence: Evidence) => doctor.diagnose(evidence);
export const diagnose = async (evidence: Evidence): Promise<Diagnosis> => (await examine(evidence)).diagnosis;

/** What the doctor names, in the order of the alphabet. */
export async function namedMistakes(evidence: Evidence): Promise<readonly string[]> {
  const { findings } = await diagnose(evidence);
  return [...(findings[0]?.mistakes ?? [])].sort();
}

export function isValid({ provider, request, credentials, urls }: Evidence): boolean {
  return provider.verify(request, { credentials, urls }).ok;
}
