/**
 * What is checked in the settings form of a line, and how a credential is read.
 * @module
 */
import type { CredentialField } from '../contract/views.ts';
import type { Credentials } from '../core/ports.ts';

/** A credential without the blanks that pasting adds around it; `undefined` when it is not set. */
export function credential(credentials: Credentials, key: string): string | undefined {
  return (Object.hasOwn(credentials, key) && credentials[key]?.trim()) || undefined;
}

/** The field for the address of a provider's API, the same in every form. */
export function apiBaseUrlField(usual: string): CredentialField {
  return {
    key: 'apiBaseUrl',
    label: 'API address',
    help: `Leave it empty to use ${usual}. Another https address, or http on this computer, is for tests and proxies.`,
    secret: false,
    required: false,
    placeholder: usual,
  };
}

type Check = (value: string) => string | undefined;

/**
 * What is wrong with a line's credentials, by field: required ones that are missing, an API address that must not be
 * used, and what the provider's own `checks` complain about.
 */
export function checkFields(
  fields: readonly CredentialField[],
  credentials: Credentials,
  checks: Readonly<Record<string, Check>> = {},
): Record<string, string> {
  const complaints: Record<string, string> = {};
  for (const { key, label, required } of fields) {
    const value = credential(credentials, key);
    const complaint = value === undefined ? required && `Enter the ${inSentence(label)}.` : checks[key]?.(value);
    if (complaint) complaints[key] = complaint;
  }
  const address = credential(credentials, 'apiBaseUrl');
  const complaint = address === undefined ? undefined : checkApiBaseUrl(address);
  if (complaint !== undefined) complaints.apiBaseUrl = complaint;
  return complaints;
}

/** `Auth token` → `auth token`; `API key` stays. */
function inSentence(label: string): string {
  return label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Secrets travel to this address: https anywhere, http only where it never leaves this computer. */
function checkApiBaseUrl(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['https:', 'http:'].includes(url.protocol)) return 'Enter a whole address, like https://api.example.com.';
  if (url.protocol === 'http:' && !loopback.has(url.hostname)) return 'Use https: keys would travel readable for everyone on the way.';
  if (url.username !== '' || url.password !== '') return 'Leave out the user name and password.';
  if (url.search !== '' || url.hash !== '') return 'Leave out everything from ? or # on.';
  return undefined;
}

/** A key that is sent in a header: printable ASCII without blanks. */
export const checkHeaderKey: Check = (value) =>
  /^[\x21-\x7e]+$/.test(value) ? undefined : 'This has blanks or characters no key has. Copy it again.';

/**
 * The address of an API method: `path` (starting with `/`) under the line's own API address or the usual one. An
 * address that was pasted with a slash or the version at its end works as well.
 */
export function apiUrl(credentials: Credentials, usual: string, path: string): string {
  const base = credential(credentials, 'apiBaseUrl') ?? usual;
  return base.replace(/\/+$/, '').replace(path.startsWith('/v1/') ? /\/v1$/ : /$^/, '') + path;
}
