/**
 * What an error of ssh2 or of its socket means to the user.
 * @module
 */
import type { TunnelFailureCode } from '../../contract/tunnel-failures.ts';
import { networkFailure } from '../network-failure.ts';

/** Node's and ssh2's errors: `code` is the system's name or the number of an SSH disconnect reason, `level` is ssh2's. */
export type SshError = Error & { readonly code?: unknown; readonly level?: string };

/** `heard`: whether the other side has sent anything at all. */
export function sshFailure(error: SshError, heard: boolean): TunnelFailureCode {
  if (error.level === 'client-authentication' || /authentication failures|permission denied/i.test(error.message)) return 'key-refused';
  if (error.level === 'client-timeout') return 'silent-server';
  const known = networkFailure(error);
  if (known !== undefined) return known;
  if (/lost before handshake/.test(error.message)) return heard ? 'not-understood' : 'connection-lost';
  // A disconnect message carries a reason's number: what sent it does speak SSH.
  if (typeof error.code === 'number') return 'ended-by-service';
  return error.level === 'protocol' || error.level === 'handshake' || error.level === undefined ? 'not-understood' : 'connection-lost';
}
