/**
 * Whether a header carries a secret of a line. Who mixes up the fields of a provider's form, or the header, sends the
 * secret itself where a signature or nothing belongs; it must not be written down any more than in the right place.
 * @module
 */
import type { CredentialBook } from './credentials.ts';
import type { LineBook } from './line-book.ts';

export type IsSecretValue = (value: string) => boolean;

/** What is shorter is as likely a usual word: hiding those would tell more than it hides. */
const shortest = 4;
/** What is longer is nobody's usual word: wherever it stands in a value, it is the secret. */
const unmistakable = 8;

export type SecretSources = { readonly lines: Pick<LineBook, 'all' | 'provider'>; readonly credentials: Pick<CredentialBook, 'of'> };

/** Answers the check for one moment, with the secrets that lines have at that moment. */
export function secretValuesNow({ lines, credentials }: SecretSources): IsSecretValue {
  const secrets = new Set<string>();
  for (const line of lines.all()) {
    const known = credentials.of(line.id) ?? {};
    for (const { key, secret } of lines.provider(line).info.fields) {
      if (secret) for (const spelling of spellingsOf(known[key] ?? '')) secrets.add(spelling);
    }
  }
  const long = [...secrets].filter(({ length }) => length >= unmistakable);
  return (value) => long.some((secret) => value.includes(secret)) || spellingsOf(value).some((spelling) => secrets.has(spelling));
}

/** As it is, and without what is put around it: blanks, quotes, `Bearer `, `sha256=`, `whsec_`, which may not be part of the key. */
function spellingsOf(value: string): string[] {
  const whole = value.trim();
  const bare = whole.replace(/^(?:[a-z][a-z0-9-]* +|[a-z0-9]+=)/i, '').trim();
  return [whole, bare, bare.replace(/^whsec_/, '')]
    .flatMap((text) => [text, text.replace(/^["']|["']$/g, '')])
    .filter(({ length }) => length >= shortest);
}
