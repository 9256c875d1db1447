/**
 * Stands in for `safeStorage`, its asynchronous half: really encrypts, with a key that belongs to the stand-in.
 * @module
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SafeStorage } from 'electron';
import type { StandInOptions } from './options.ts';

function keyOf(generation: number): Buffer {
  return createHash('sha256').update(`stand-in keychain ${generation}`).digest();
}

/** @param system how the keychain behaves; looked at in every call, so that a test can lock it */
export function createSafeStorage(system: StandInOptions['secrets']) {
  let plainTextAllowed = false;
  const isAvailable = (): boolean => !system.locked && (system.backend !== 'basic_text' || plainTextAllowed);
  return {
    getSelectedStorageBackend: () => system.backend,
    setUsePlainTextEncryption(allowed) {
      plainTextAllowed = allowed;
    },
    isAsyncEncryptionAvailable: async () => isAvailable(),
    async encryptStringAsync(text) {
      if (!isAvailable()) throw new Error('Encryption is not available.');
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(system.generation), nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([system.generation]), nonce, cipher.getAuthTag(), body]);
    },
    async decryptStringAsync(encrypted) {
      if (!isAvailable()) throw new Error('Decryption is not available.');
      const [generation = 0] = encrypted;
      const decipher = createDecipheriv('aes-256-gcm', keyOf(generation), encrypted.subarray(1, 13));
      decipher.setAuthTag(encrypted.subarray(13, 29));
      const result = Buffer.concat([decipher.update(encrypted.subarray(29)), decipher.final()]).toString('utf8');
      return { result, shouldReEncrypt: generation !== system.generation };
    },
  } satisfies Partial<SafeStorage>;
}
