/**
 * Reads cloudflared's own log, which is its only way of saying anything. Strictly: its lines hold other addresses too.
 * @module
 */
import type { TunnelFailureCode } from '../../contract/tunnel-failures.ts';

export type LogLine =
  /** The box in which a quick tunnel's address is shown. */
  | { readonly kind: 'address'; readonly publicUrl: string }
  /** One of its connections (it holds four) to Cloudflare is there, or gone. */
  | { readonly kind: 'connected' | 'disconnected'; readonly connection: string }
  /** It says why it cannot do its work. */
  | { readonly kind: 'failure'; readonly code: TunnelFailureCode }
  | { readonly kind: 'other' };

const address = /\|\s+(https:\/\/[a-z0-9]+(?:-[a-z0-9]+)*\.trycloudflare\.com)\s+\|\s*$/;
const connected = /Registered tunnel connection\b.*?\bconnIndex=(\d+)|\bConnection \S+ registered\b.*?\bconnIndex=(\d+)/;
const disconnected =
  /(?:Unregistered tunnel connection|Lost connection with the edge|Serve tunnel error|Connection terminated|Retrying connection in up to)\b.*?\bconnIndex=(\d+)/;

const failures: readonly (readonly [RegExp, TunnelFailureCode])[] = [
  [/Provided Tunnel token is not valid|Invalid tunnel secret|Unauthorized: (?:Tunnel not found|Failed to get tunnel)/i, 'token-wrong'],
  [/429 Too Many Requests|error code: 1015/i, 'quota-reached'],
  [/no such host|server misbehaving|lookup \S+.*?(?:i\/o timeout|refused)/i, 'no-dns'],
  [/network is unreachable|no route to host/i, 'unreachable'],
  [/failed to (?:request|unmarshal) quick Tunnel/i, 'service-refused'],
];

/** Whether a line is in the form of cloudflared's log at all: a time, a level, a text. */
export function isLogLine(line: string): boolean {
  return /^\d{4}-\d\d-\d\dT\S+ (?:TRC|DBG|INF|WRN|ERR|FTL|PNC) /.test(line) || /^(?:Provided|Incorrect Usage)/.test(line);
}

/** What one line of the log says. */
export function readLogLine(line: string): LogLine {
  const publicUrl = address.exec(line)?.[1];
  if (publicUrl !== undefined) return { kind: 'address', publicUrl };
  const up = connected.exec(line);
  if (up !== null) return { kind: 'connected', connection: up[1] ?? up[2] ?? '0' };
  for (const [pattern, code] of failures) if (pattern.test(line)) return { kind: 'failure', code };
  const down = disconnected.exec(line);
  if (down !== null) return { kind: 'disconnected', connection: down[1] ?? '0' };
  return { kind: 'other' };
}
