/**
 * Keeps the secret out of everything that is printed, also where a receiver sends back what it got.
 * @module
 */
export const mask = '••••';

export type Redact = (text: string) => string;

/** Takes these secrets out of any text, in each way they may be written there. */
export function createRedact(secrets: readonly (string | undefined)[]): Redact {
  const forms = new Set(secrets.flatMap((secret) => (secret === undefined ? [] : formsOf(secret))));
  const longestFirst = [...forms].filter((form) => form !== '').sort((one, other) => other.length - one.length);
  return (text) => longestFirst.reduce((kept, form) => kept.replaceAll(form, mask), text);
}

function formsOf(secret: string): string[] {
  const trimmed = secret.trim();
  const encoded = encodeURIComponent(trimmed.toWellFormed());
  const bytes = Buffer.from(trimmed);
  return [
    secret,
    trimmed,
    JSON.stringify(trimmed).slice(1, -1),
    encoded,
    encoded.replaceAll('%20', '+'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
}

const secretName = /authorization|cookie|secret|token|password|api-?key/i;

/** Whether a header's value is nobody's business; a signature is no secret. */
export function isSecretHeader(name: string): boolean {
  return secretName.test(name);
}
