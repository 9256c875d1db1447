/**
 * Reads the user's private key for one connection. The key is never written anywhere and never kept.
 * @module
 */
import { readFile } from 'node:fs/promises';
import ssh2 from 'ssh2';
import type { TunnelFailureCode } from '../../contract/tunnel-failures.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { expandHome } from '../expand-home.ts';

/** The key file's content, known to open with the passphrase. */
export async function readPrivateKey(path: string, passphrase: string | undefined): Promise<Result<Buffer, TunnelFailureCode>> {
  let content: Buffer;
  try {
    content = await readFile(expandHome(path));
  } catch {
    return failed('key-unreadable');
  }
  const parsed = ssh2.utils.parseKey(content, passphrase);
  if (parsed instanceof Error) return failed(complaint(parsed.message, passphrase));
  const [key] = Array.isArray(parsed) ? parsed : [parsed];
  return key?.isPrivateKey() === true ? ok(content) : failed('key-not-a-key');
}

/** ssh2 says it in words only. */
function complaint(message: string, passphrase: string | undefined): TunnelFailureCode {
  if (/no passphrase given|encrypted/i.test(message) && passphrase === undefined) return 'passphrase-missing';
  if (passphrase !== undefined && /passphrase|integrity|decrypt|authenticate/i.test(message)) return 'passphrase-wrong';
  return 'key-not-a-key';
}
