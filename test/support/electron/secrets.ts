/**
 * Stands in for `safeStorage`, its asynchronous half: really encrypts, with a key that belongs to the stand-in.
 * @module
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SafeStorage } from 'electron';
import { options } from './desktop.ts';

let plainTextAllowed = false;

function keyOf(generation: number): Buffer {
  return createHash('sha256').update(`stand-in keychain ${generation}`).digest();
}

function isAvailable(): boolean {
  const { backend, locked } = options.secrets;
  return !locked && (backend !== 'basic_text' || plainTextAllowed);
}

export const safeStorage = {
  getSelectedStorageBackend: () => options.secrets.backend,
  setUsePlainTextEncryption(allowed) {
    plainTextAllowed = allowed;
  },
  isAsyncEncryptionAvailable: async () => isAvailable(),
  async encryptStringAsync(text) {
    if (!isAvailable()) throw new Error('Encryption is not available.');
    const { generation } = options.secrets;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', keyOf(generation), nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([generation]), nonce, cipher.getAuthTag(), body]);
  },
  async decryptStringAsync(encrypted) {
    if (!isAvailable()) throw new Error('Decryption is not available.');
    const [generation = 0] = encrypted;
    const decipher = createDecipheriv('aes-256-gcm', keyOf(generation), encrypted.subarray(1, 13));
    decipher.setAuthTag(encrypted.subarray(13, 29));
    const result = Buffer.concat([decipher.update(encrypted.subarray(29)), decipher.final()]).toString('utf8');
    return { result, shouldReEncrypt: generation !== options.secrets.generation };
  },
} satisfies Partial<SafeStorage>;
