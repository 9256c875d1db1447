/**
 * Secrets, encrypted by the operating system (Keychain, DPAPI, libsecret or KWallet through Electron's `safeStorage`).
 * On a Linux desktop with no keyring Electron only obscures them (`basic_text`): that counts as unprotected, and nothing
 * is stored until the user has said yes.
 * @module
 */
import type { SafeStorage } from 'electron';
import { refuse } from '../src/contract/errors.ts';
import { type Logger, type SecretVault, StoreUnavailable } from '../src/core/ports.ts';
import { ok } from '../src/domain/result.ts';
import type { SecretsFile } from './secrets-file.ts';

type Storage = Pick<
  SafeStorage,
  'decryptStringAsync' | 'encryptStringAsync' | 'getSelectedStorageBackend' | 'isAsyncEncryptionAvailable' | 'setUsePlainTextEncryption'
>;

type Options = {
  readonly storage: Storage;
  readonly file: SecretsFile;
  readonly platform: NodeJS.Platform;
  /** Asks the user whether secrets may be kept unprotected. */
  readonly mayStoreUnprotected: () => Promise<boolean>;
  readonly logger: Logger;
};

/** Call it after the app is ready: before that no backend is selected. */
export function createVault({ storage, file, platform, mayStoreUnprotected, logger }: Options): SecretVault {
  const protection = platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text' ? 'unprotected' : 'system';
  const allowed = (): boolean => protection === 'system' || file.get().unprotectedAllowed;
  const allow = (): void => {
    if (protection === 'unprotected') storage.setUsePlainTextEncryption(true);
  };
  if (allowed()) allow();
  let question: Promise<boolean> | undefined;

  /** One question at a time, however many secrets wait for its answer. */
  const ask = async (): Promise<boolean> => {
    question ??= mayStoreUnprotected().finally(() => {
      question = undefined;
    });
    if (!(await question)) return false;
    if (!file.get().unprotectedAllowed) {
      allow();
      await file.change((secrets) => ({ ...secrets, unprotectedAllowed: true }));
    }
    return true;
  };

  const store = async (key: string, value: string): Promise<void> => {
    const encrypted = (await storage.encryptStringAsync(value)).toString('base64');
    await file.change((secrets) => ({ ...secrets, secrets: { ...secrets.secrets, [key]: encrypted } }));
  };

  return {
    protection,
    /** Rejects when the system cannot decrypt it now: the keychain is locked, or the file came from another computer. */
    async get(key) {
      const encrypted = file.get().secrets[key];
      if (encrypted === undefined) return undefined;
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(encrypted, 'base64'));
      if (shouldReEncrypt) await store(key, result).catch((error: unknown) => logger.warn('vault.not-re-encrypted', { error }));
      return result;
    },
    async set(key, value) {
      try {
        if (!allowed() && !(await ask())) return refuse('vault-unprotected');
        if (!(await storage.isAsyncEncryptionAvailable())) return refuse('vault-unavailable');
        await store(key, value);
        return ok(undefined);
      } catch (error) {
        logger.error('vault.not-stored', { error });
        return refuse(error instanceof StoreUnavailable ? 'store-unavailable' : 'vault-unavailable');
      }
    },
    async delete(key) {
      if (file.get().secrets[key] === undefined) return;
      await file.change((secrets) => {
        const { [key]: _removed, ...kept } = secrets.secrets;
        return { ...secrets, secrets: kept };
      });
    },
  };
}
