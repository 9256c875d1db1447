/**
 * How one's own code tells that a request is authentic, for each provider: the same in every language people speak. Each
 * is run against a signed sample in the tests. Sources: those of the providers' `webhook.ts`.
 * @module
 */
import type { ProviderName } from '../../src/domain/line.ts';

export type SampleLanguage = 'python' | 'node';

export type Samples = Readonly<Record<SampleLanguage, string>>;

const bodySigned = (header: string): Samples => ({
  python: `import hashlib
import hmac


def is_authentic(secret: str, signature: str, body: bytes) -> bool:
    """signature: the header ${header}. body: the bytes as they arrived."""
    expected = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.encode())
`,
  node: `import { createHmac, timingSafeEqual } from 'node:crypto';

// signature: the header ${header}. body: a Buffer with the bytes as they arrived.
export function isAuthentic(secret, signature, body) {
  const expected = Buffer.from('sha256=' + createHmac('sha256', secret).update(body).digest('hex'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
`,
});

const cloudvno: Samples = {
  python: `import hashlib
import hmac
from urllib.parse import parse_qsl, urlencode


def is_authentic(auth_token: str, signature: str, url: str, body: bytes) -> bool:
    """signature: the header X-CloudVNO-Signature. url: exactly as CloudVNO was given it."""
    params = {}
    for key, value in parse_qsl(body.decode(), keep_blank_values=True):
        params.setdefault(key, value)  # a repeated one counts with its first value
    signed = url + urlencode(sorted(params.items()))
    expected = hmac.new(auth_token.encode(), signed.encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected.encode(), signature.encode())
`,
  node: `import { createHmac, timingSafeEqual } from 'node:crypto';

// Writes as Python's quote_plus does, which is neither encodeURIComponent nor URLSearchParams.
const quote = (text) =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (mark) => '%' + mark.charCodeAt(0).toString(16).toUpperCase())
    .replaceAll('%20', '+');

// signature: the header X-CloudVNO-Signature. url: exactly as CloudVNO was given it. body: a Buffer.
export function isAuthentic(authToken, signature, url, body) {
  const params = new Map();
  for (const [key, value] of new URLSearchParams(body.toString())) {
    if (!params.has(key)) params.set(key, value); // a repeated one counts with its first value
  }
  const sorted = [...params].sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  const signed = url + sorted.map((pair) => pair.map(quote).join('=')).join('&');
  const expected = Buffer.from(createHmac('sha256', authToken).update(signed).digest('hex'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
`,
};

const mobileApiConnect: Samples = {
  python: `import base64
import hashlib
import hmac


def possible_keys(secret: str) -> list[bytes]:
    """Which part of a whsec_ secret is the key is not documented."""
    rest = secret.removeprefix("whsec_")
    keys = [secret.encode(), rest.encode()]
    try:
        keys.append(base64.b64decode(rest, validate=True))
    except ValueError:
        pass
    return [key for key in keys if len(key) >= 16]


def is_authentic(secret: str, signature: str, body: bytes) -> bool:
    """signature: the header X-MAC-Signature. body: the bytes as they arrived."""
    given = signature.removeprefix("sha256=").encode()
    digests = [hmac.new(key, body, hashlib.sha256).hexdigest() for key in possible_keys(secret)]
    return any([hmac.compare_digest(digest.encode(), given) for digest in digests])
`,
  node: `import { createHmac, timingSafeEqual } from 'node:crypto';

// Which part of a whsec_ secret is the key is not documented.
function possibleKeys(secret) {
  const rest = secret.replace(/^whsec_/, '');
  return [Buffer.from(secret), Buffer.from(rest), Buffer.from(rest, 'base64')].filter((key) => key.length >= 16);
}

// signature: the header X-MAC-Signature. body: a Buffer with the bytes as they arrived.
export function isAuthentic(secret, signature, body) {
  const given = Buffer.from(signature.replace(/^sha256=/, ''));
  return possibleKeys(secret)
    .map((key) => Buffer.from(createHmac('sha256', key).update(body).digest('hex')))
    .map((expected) => given.length === expected.length && timingSafeEqual(given, expected))
    .includes(true);
}
`,
};

const cloudspire: Samples = {
  python: `import hmac


def is_authentic(auth_header: str, authorization: str) -> bool:
    """authorization: the header Authorization. It proves who sent this, and nothing about the body."""
    return hmac.compare_digest(auth_header.encode(), authorization.encode())
`,
  node: `import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text) => createHash('sha256').update(text).digest();

// authorization: the header Authorization. It proves who sent this, and nothing about the body.
export function isAuthentic(authHeader, authorization) {
  return timingSafeEqual(digest(authHeader), digest(authorization));
}
`,
};

/** None for the practice phone: it sends to nobody else. */
export const samples: Readonly<Record<ProviderName, Samples | undefined>> = {
  cloudvno,
  'receivesms-ink': bodySigned('X-Webhook-Signature'),
  'mobile-api-connect': mobileApiConnect,
  cloudspire,
  practice: undefined,
};
