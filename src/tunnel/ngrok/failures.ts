/**
 * What ngrok's error codes mean to the user (https://ngrok.com/docs/errors). Its messages are never passed on: some
 * repeat the token.
 * @module
 */
import type { TunnelFailureCode } from '../../contract/tunnel-failures.ts';

const byCode: Readonly<Record<string, TunnelFailureCode>> = {
  ERR_NGROK_102: 'account-blocked',
  ERR_NGROK_103: 'account-blocked',
  ERR_NGROK_105: 'token-wrong',
  ERR_NGROK_106: 'token-wrong',
  ERR_NGROK_107: 'token-wrong',
  ERR_NGROK_108: 'too-many-sessions',
  ERR_NGROK_123: 'account-blocked',
  ERR_NGROK_319: 'domain-not-yours',
  ERR_NGROK_320: 'domain-not-yours',
  ERR_NGROK_324: 'too-many-sessions',
  ERR_NGROK_334: 'domain-taken',
  ERR_NGROK_348: 'too-many-sessions',
  ERR_NGROK_354: 'domain-not-yours',
  ERR_NGROK_382: 'account-blocked',
  ERR_NGROK_725: 'quota-reached',
  ERR_NGROK_726: 'quota-reached',
  ERR_NGROK_727: 'quota-reached',
  ERR_NGROK_734: 'quota-reached',
  ERR_NGROK_4018: 'token-wrong',
  ERR_NGROK_4027: 'quota-reached',
  ERR_NGROK_18009: 'domain-taken',
};

export type NgrokRefusal = {
  readonly code: TunnelFailureCode;
  /** ngrok's own code, for the log; `undefined` when it gave none. */
  readonly theirs: string | undefined;
};

/** Reads an error that ngrok's module threw. */
export function ngrokRefusal(error: unknown): NgrokRefusal {
  const text = error instanceof Error ? error.message : '';
  const given: unknown = error instanceof Error && 'errorCode' in error ? error.errorCode : undefined;
  const theirs = /^ERR_NGROK_\d{1,6}$/.exec(typeof given === 'string' ? given : '')?.[0] ?? /ERR_NGROK_\d{1,6}/.exec(text)?.[0];
  if (theirs !== undefined) return { code: byCode[theirs] ?? 'service-refused', theirs };
  if (/tcp connection/.test(text)) return { code: 'unreachable', theirs };
  if (/tls handshake/.test(text)) return { code: 'not-understood', theirs };
  return { code: 'connection-lost', theirs };
}
