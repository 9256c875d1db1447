/**
 * Reads the user's private key. It is never written anywhere; opened, it stays in memory while its tunnel is wanted,
 * because opening a locked one takes most of a second each time.
 * @module
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import ssh2, { type ParsedKey } from 'ssh2';
import type { TunnelFailureCode } from '../../contract/tunnel-failures.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { expandHome } from '../expand-home.ts';

export type PrivateKeyReader = (path: string, passphrase: string | undefined) => Promise<Result<ParsedKey, TunnelFailureCode>>;

/** Reads the file each time; opens the key only when the file or the passphrase is another one than before. */
export function createPrivateKeyReader(): PrivateKeyReader {
  let opened: { readonly from: string; readonly key: ParsedKey } | undefined;
  return async (path, passphrase) => {
    let content: Buffer;
    try {
      content = await readFile(expandHome(path));
    } catch {
      return failed('key-unreadable');
    }
    const from = createHash('sha256')
      .update(content)
      .update('\0')
      .update(passphrase ?? '')
      .digest('base64');
    if (opened?.from === from) return ok(opened.key);
    const parsed = ssh2.utils.parseKey(content, passphrase);
    if (parsed instanceof Error) return failed(complaint(parsed.message, passphrase));
    const [key] = Array.isArray(parsed) ? parsed : [parsed];
    if (key?.isPrivateKey() !== true) return failed('key-not-a-key');
    opened = { from, key };
    return ok(key);
  };
}

/** ssh2 says it in words only. */
function complaint(message: string, passphrase: string | undefined): TunnelFailureCode {
  if (/no passphrase given|encrypted/i.test(message) && passphrase === undefined) return 'passphrase-missing';
  if (passphrase !== undefined && /passphrase|integrity|decrypt|authenticate/i.test(message)) return 'passphrase-wrong';
  return 'key-not-a-key';
}
