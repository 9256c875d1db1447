/**
 * From the headers as they are shown to those that are sent. What a delivery carried stays visible in the lab, but some
 * of it belongs to the connection it came over or to those who passed it on, and would be wrong on another way:
 * - `Content-Length` is counted anew, in its place. `Transfer-Encoding`, `Expect`, `Upgrade`, `TE`, `Trailer`,
 *   `Keep-Alive` and proxies' own are left out: the body goes in one piece. `Connection` stays where it says `close` or
 *   `keep-alive` and nothing else.
 * - `Host` stays on the way straight to the receiver, as a tunnel would pass it on; through the public address it is that
 *   address.
 * - What a tunnel or proxy adds about where a request came from (`X-Forwarded-…`, `Forwarded`, `Via`, `X-Real-IP`,
 *   `CF-…`, `CDN-Loop`, `traceparent`, …) stays on the way straight to the receiver. Through the public address it is left
 *   out: they add their own, and some refuse a request that has them already.
 * - The lab's own header of an earlier run is left out.
 * @module
 */
import { labHeader } from './visits.ts';

export type Headers = readonly (readonly [name: string, value: string])[];

/** The mark that shown values are masked with. No header can hold it: it is no byte. */
export const mask = '•';

const ofOneConnection = /^(?:transfer-encoding|expect|upgrade|te|trailer|keep-alive|proxy-connection|proxy-authorization|http2-settings)$/i;
const ofThoseBetween =
  /^(?:x-forwarded-.+|forwarded|via|x-real-ip|x-client-ip|true-client-ip|cf-.+|cdn-loop|ngrok-.+|x-amzn-trace-id|x-cloud-trace-context|traceparent|tracestate)$/i;

/** What is wrong with a header that somebody typed; `undefined`: nothing. */
export function objectionToHeader([name, value]: readonly [string, string]): string | undefined {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return 'This is no name of a header.';
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return 'A header cannot hold these characters.';
  return undefined;
}

export type Way = {
  readonly via: 'loopback' | 'public';
  /** Of the address it goes to. */
  readonly host: string;
  /** Length of the body. */
  readonly bytes: number;
};

/** What is written for the headers of a request, see above. */
export function headersToSend(headers: Headers, way: Way): Headers {
  const once = new Set<string>();
  const sent = headers.flatMap(([name, value]): Headers => {
    const key = name.toLowerCase();
    const fitting = isLeftOut(key, value, way) ? undefined : ownValue(key, value, way);
    if (fitting === undefined) return [];
    if (transport.has(key)) {
      if (once.has(key)) return [];
      once.add(key);
    }
    return [[name, fitting]];
  });
  return [
    ...(once.has('host') ? [] : [['Host', way.host] as const]),
    ...sent,
    ...(once.has('content-length') ? [] : [['Content-Length', String(way.bytes)] as const]),
    ...(once.has('connection') ? [] : [['Connection', 'close'] as const]),
  ];
}

/** Each of these is sent once. */
const transport: ReadonlySet<string> = new Set(['host', 'content-length', 'connection']);

function isLeftOut(key: string, value: string, { via }: Way): boolean {
  if (key === labHeader.toLowerCase() || ofOneConnection.test(key)) return true;
  if (key === 'connection') return !/^(?:close|keep-alive)$/i.test(value);
  return via === 'public' && ofThoseBetween.test(key);
}

function ownValue(key: string, value: string, { via, host, bytes }: Way): string {
  if (key === 'content-length') return String(bytes);
  return key === 'host' && via === 'public' ? host : value;
}

/** The header takes the place of the one that is there, and comes last where there is none. */
export function withHeader(headers: Headers, [name, value]: readonly [string, string]): Headers {
  const key = name.toLowerCase();
  const place = headers.findIndex(([each]) => each.toLowerCase() === key);
  if (place < 0) return [...headers, [name, value]];
  return headers.flatMap((header, index) => {
    if (index === place) return [[header[0], value] as const];
    return header[0].toLowerCase() === key ? [] : [header];
  });
}

/**
 * Puts the values of a captured delivery where they are masked: the first masked one of a name stands for the first that
 * was captured, and so on.
 * @param lost the value of a header that was not kept even then; `undefined`: there is none
 * @returns the headers, or the place of the first one whose value nobody knows
 */
export function unmasked(
  headers: Headers,
  captured: Headers,
  lost: (name: string) => string | undefined,
): { readonly headers: Headers } | { readonly unknown: number } {
  const seen = new Map<string, number>();
  const full: (readonly [string, string])[] = [];
  for (const [index, [name, value]] of headers.entries()) {
    const key = name.toLowerCase();
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    if (!value.includes(mask)) {
      full.push([name, value]);
      continue;
    }
    const kept = captured.filter(([each]) => each.toLowerCase() === key)[count]?.[1];
    const real = kept === undefined || kept.includes(mask) ? lost(key) : kept;
    if (real === undefined) return { unknown: index };
    full.push([name, real]);
  }
  return { headers: full };
}
