/**
 * Which keys may have been used instead of the line's secret.
 * @module
 */
import type { MistakeCode } from '../contract/diagnosis.ts';
import type { Credentials, Evidence, Provider, Remedy } from '../core/ports.ts';
import { type SecretForm, secretForms } from './secret-forms.ts';
import type { Way } from './way.ts';

export type Key = Way<Uint8Array> & {
  /** What would make it the line's secret; absent: nothing here can. */
  readonly remedy?: Remedy;
  /** The line's own secret, maybe in another form. */
  readonly isOwn: boolean;
};

const mostOthers = 40;

/** A credential without blanks around it, as providers read theirs; '' when it is not set. */
export function secretOf(credentials: Credentials, field: string): string {
  return (Object.hasOwn(credentials, field) ? (credentials[field] ?? '') : '').trim();
}

/** Fields of a line that hold secrets. */
export function secretFields({ info }: Provider, credentials: Credentials): string[] {
  const open = new Set(info.fields.filter((field) => !field.secret).map(({ key }) => key));
  return Object.keys(credentials).filter((key) => !open.has(key) && secretOf(credentials, key) !== '');
}

/** The secret another field or line holds, as text. */
export type OtherSecret = Way<string> & { readonly remedy?: Remedy };

/** The secrets of the line's other fields, then those of other lines. */
export function otherSecrets(evidence: Evidence): OtherSecret[] {
  const { provider, credentials, others } = evidence;
  const { credential } = provider.wire;
  const own = secretOf(credentials, credential);
  const ofFields = secretFields(provider, credentials)
    .filter((field) => field !== credential)
    .map((field): OtherSecret => {
      const value = secretOf(credentials, field);
      const swapped = { ...credentials, [credential]: value, [field]: own };
      const remedy = isUsable(provider, swapped) ? { remedy: { fix: { kind: 'swap-fields' as const, field }, credentials: swapped } } : {};
      return { mistakes: ['secret-of-field'], value, about: { field }, ...remedy };
    });
  const ofLines = others.flatMap((other) =>
    secretFields(other.provider, other.credentials).map((field): OtherSecret => {
      const value = secretOf(other.credentials, field);
      const used = { ...credentials, [credential]: value };
      const about = {
        lineId: other.id,
        ...(other.provider.name !== provider.name && { provider: other.provider.name }),
        ...(field !== other.provider.wire.credential && { field }),
      };
      const isOurs = !isAddressedTo(evidence, other.number) && isUsable(provider, used);
      const remedy = isOurs ? { remedy: { fix: { kind: 'use-secret-of-line' as const, lineId: other.id }, credentials: used } } : {};
      return { mistakes: ['secret-of-line'], value, about, ...remedy };
    }),
  );
  return [...ofFields, ...ofLines.slice(0, mostOthers)];
}

/** The line's secret in other forms, each one mistake, in the order of their likelihood. */
export function* ownKeys({ provider, credentials }: Evidence): Generator<Key> {
  const { credential } = provider.wire;
  const secret = secretOf(credentials, credential);
  const raw = credentials[credential] ?? '';
  if (raw !== secret) yield { mistakes: ['secret-blanks'], value: Buffer.from(raw), isOwn: true };
  for (const form of secretForms(secret)) yield toKey(form, provider, credentials);
}

/** Other lines' and fields' secrets as they are. */
export function* otherKeys(evidence: Evidence): Generator<Key> {
  for (const { value, ...rest } of otherSecrets(evidence)) yield { ...rest, value: Buffer.from(value), isOwn: false };
}

/** Two mistakes with a secret: a form of a form of the line's own, and forms of the others. */
export function* doublyMistakenKeys(evidence: Evidence): Generator<Key> {
  const { provider, credentials } = evidence;
  for (const first of secretForms(secretOf(credentials, provider.wire.credential))) {
    if (first.text === undefined || !combines.has(first.mistake)) continue;
    for (const second of secretForms(first.text)) {
      if (second.mistake === first.mistake || !combines.has(second.mistake)) continue;
      const key = toKey(second, provider, credentials);
      yield { ...key, mistakes: [first.mistake, second.mistake] };
    }
  }
  for (const { value, mistakes, about } of otherSecrets(evidence)) {
    for (const form of secretForms(value)) {
      if (!combines.has(form.mistake)) continue;
      yield { mistakes: [...mistakes, form.mistake], value: form.bytes, isOwn: false, ...(about && { about }) };
    }
  }
}

const combines = new Set<MistakeCode>(['secret-prefix', 'secret-base64', 'secret-hex', 'secret-quoted', 'secret-blanks', 'secret-case']);

function toKey({ mistake, text, bytes }: SecretForm, provider: Provider, credentials: Credentials): Key {
  const corrected = text === undefined || text !== text.trim() ? undefined : { ...credentials, [provider.wire.credential]: text };
  const remedy =
    corrected !== undefined && isUsable(provider, corrected)
      ? { remedy: { fix: { kind: 'correct-secret' as const }, credentials: corrected } }
      : {};
  return { mistakes: [mistake], value: bytes, isOwn: true, ...remedy };
}

function isUsable(provider: Provider, credentials: Credentials): boolean {
  return Object.keys(provider.checkCredentials(credentials)).length === 0;
}

/** The text went to the other line's number: then the provider was given this line's URL for it, and the secret is right. */
function isAddressedTo({ request, number }: Evidence, other: string): boolean {
  const text = Buffer.from(request.body).toString('latin1').replace(/%2B/gi, '+');
  const digits = (value: string): string => value.replace(/\D/g, '');
  return digits(other).length >= 5 && digits(other) !== digits(number) && text.includes(digits(other)) && !text.includes(digits(number));
}
