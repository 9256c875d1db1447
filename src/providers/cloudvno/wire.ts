/**
 * CloudVNO's webhooks from the sender's side. Sources: seed 000 (inbound SMS), seed 001 (signature, "Retry Logic").
 * @module
 */
import type { CanonicalMistake, ProviderWire, SampleText } from '../../core/ports.ts';
import { signHmac } from '../wire.ts';
import { decodeForm, type Form, urlencodeSorted } from './form.ts';

const signed = {
  header: 'X-CloudVNO-Signature',
  credential: 'authToken',
  prefix: '' as const,
  canonical: (body: Uint8Array, url: string) => withUrl(url, sortedOf(body)),
};

export const wire: ProviderWire = {
  ...signed,
  contentType: 'application/x-www-form-urlencoded',
  scheme: 'hmac-sha256-hex',
  coversUrl: true,
  retries: { timeoutSeconds: 10, afterMinutes: [1, 5, 30] },
  sign: signHmac(signed),
  sample: (text) => Buffer.from(urlencodeSorted(new Map(Object.entries(parametersOf(text)))) ?? ''),
  carriesTime: false,
  unknownEvent: (text) => Buffer.from(`CallSid=CA${text.id}&CallStatus=ringing&Direction=inbound`),
  mistakes: [
    variant('encoding-space', (form) => percentEncoded(form).replaceAll('+', '%20')),
    // What JavaScript's URLSearchParams writes, and the older forms of quoting that escape the tilde.
    variant('encoding-marks', (form) => percentEncoded(form).replaceAll('%2A', '*').replaceAll('~', '%7E')),
    variant('encoding-marks', (form) => percentEncoded(form).replaceAll('%2A', '*')),
    variant('encoding-marks', (form) => percentEncoded(form).replaceAll('~', '%7E')),
    // encodeURIComponent leaves `!'()*` alone and writes %20.
    variant('encoding-marks', (form) => [...sorted(form)].map((pair) => pair.map(encodeURIComponent).join('=')).join('&')),
    // Escapes in lower case.
    variant('encoding-marks', (form) => percentEncoded(form).replace(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase())),
    // Nothing escaped at all.
    variant('encoding-marks', (form) => [...sorted(form)].map((pair) => pair.join('=')).join('&')),
    // As Twilio signs: keys and values directly after one another.
    variant('encoding-marks', (form) => [...sorted(form)].map((pair) => pair.join('')).join('')),
    variant('parameters-order', (form) => urlencodeUnsorted(form)),
    { code: 'parameters-repeated', canonical: (body, url) => withUrl(url, lastValues(body)) },
    { code: 'body-signed-raw', canonical: (body, url) => Buffer.concat([Buffer.from(url), body]) },
    { code: 'url-left-out', canonical: (body) => body },
    { code: 'url-left-out', canonical: (body) => withUrl('', sortedOf(body)) },
  ],
};

function parametersOf({ id, from, to, body, mediaUrls }: SampleText): Record<string, string> {
  return {
    MessageSid: `SM${String(id).padStart(32, '0')}`,
    From: from,
    To: to,
    Body: body,
    NumMedia: String(mediaUrls.length),
    ...Object.fromEntries(mediaUrls.map((url, index) => [`MediaUrl${index}`, url])),
  };
}

function sortedOf(body: Uint8Array): string | undefined {
  const form = decodeForm(body);
  return form && urlencodeSorted(form);
}

function withUrl(url: string, parameters: string | undefined): Uint8Array | undefined {
  return parameters === undefined ? undefined : Buffer.from(url + parameters);
}

function variant(code: CanonicalMistake['code'], write: (form: Form) => string): CanonicalMistake {
  return {
    code,
    canonical(body, url) {
      const form = decodeForm(body);
      if (form === undefined) return undefined;
      try {
        return Buffer.from(url + write(form));
      } catch {
        // A lone surrogate: nobody can have signed that.
        return undefined;
      }
    },
  };
}

const percentEncoded = (form: Form): string => urlencodeSorted(form) ?? '';
const urlencodeUnsorted = (form: Form): string => [...form].map((pair) => urlencodeSorted(new Map([pair])) ?? '').join('&');
const sorted = (form: Form): [string, string][] => [...form].sort(([one], [other]) => (one < other ? -1 : 1));

/** A repeated key with its last value instead of its first. */
function lastValues(body: Uint8Array): string | undefined {
  const reversed = Buffer.from(Buffer.from(body).toString('latin1').split('&').reverse().join('&'), 'latin1');
  return sortedOf(reversed);
}
