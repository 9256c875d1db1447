/**
 * Deliveries as an HTTP Archive, version 1.2 (http://www.softwareishard.com/blog/har-12-spec/). What the format has no place
 * for stands in fields that begin with an underscore, as it demands.
 * @module
 */
import { STATUS_CODES } from 'node:http';
import type { TakeAlongFormats, TakenDelivery } from '../../core/ports.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { bufferText } from '../buffered.ts';
import { contentTypeOf, shownHeaders } from './headers.ts';
import { decodeUtf8 } from './shell.ts';

/** Sizes and times that are not known. */
const unknown = -1;

export const writeHar: TakeAlongFormats['writeHar'] = (file, { version }) => {
  const out = bufferText(file);
  const creator = { name: 'Texttray', version };
  void out.write(`{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[`);
  let written = 0;
  return {
    async delivery(taken) {
      await out.write(`${written === 0 ? '' : ','}\n${JSON.stringify(entryOf(taken))}`);
      written += 1;
    },
    async end() {
      await out.write('\n]}}\n');
      await out.flush();
    },
  };
};

function entryOf({ delivery, provider, url }: TakenDelivery) {
  const { id, receivedAt, verdict, reason, timings } = delivery;
  return {
    startedDateTime: receivedAt,
    time: timings.answered,
    request: requestOf(delivery, url),
    response: responseOf(delivery),
    cache: {},
    timings: { send: 0, wait: timings.answered, receive: 0 },
    _id: id,
    _provider: provider,
    _verdict: verdict,
    ...(reason !== undefined && { _reason: reason }),
  };
}

function requestOf(delivery: Delivery, url: string) {
  const { method, query = '', headers, body, bytes } = delivery;
  const text = decodeUtf8(Buffer.from(body, 'base64'));
  return {
    method,
    url: `${url}${query}`,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: namesAndValues(shownHeaders(headers)),
    queryString: namesAndValues(parametersOf(query)),
    ...(bytes > 0 && {
      postData: {
        mimeType: contentTypeOf(headers),
        // The format has text only: bytes that are none are marked as browsers mark them in answers.
        ...(text === undefined ? { text: body, _encoding: 'base64', comment: 'The text is base64.' } : { text }),
      },
    }),
    headersSize: unknown,
    bodySize: bytes,
  };
}

function responseOf({ status, answer }: Delivery) {
  const text = answer?.body ?? '';
  const mimeType = answer?.contentType ?? '';
  const size = Buffer.byteLength(text);
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: mimeType === '' ? [] : [{ name: 'Content-Type', value: mimeType }],
    content: { size, mimeType: mimeType === '' ? 'x-unknown' : mimeType, ...(text !== '' && { text }) },
    redirectURL: '',
    headersSize: unknown,
    bodySize: size,
  };
}

function namesAndValues(pairs: Iterable<readonly [string, string]>) {
  return Array.from(pairs, ([name, value]) => ({ name, value }));
}

function parametersOf(query: string): Iterable<readonly [string, string]> {
  return new URLSearchParams(query);
}
