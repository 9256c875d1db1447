/**
 * One secret, sealed with AES-256-GCM: what was changed, or belongs to another name or key, does not open.
 * @module
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

export const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
const cipher = 'aes-256-gcm';

export const sealedSchema = z.object({ iv: z.base64(), tag: z.base64(), sealed: z.base64() });
export type Sealed = Readonly<z.infer<typeof sealedSchema>>;

/** A file of the vault is missing, damaged or does not belong to the other. It is left as it is. */
export class VaultUnreadable extends Error {
  override readonly name = 'VaultUnreadable';
}

/** Encrypts a secret; the name is authenticated with the value, so that two secrets cannot be exchanged. */
export function seal(key: Buffer, name: string, value: string): Sealed {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key, iv).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([sealing.update(value, 'utf8'), sealing.final()]);
  return { iv: iv.toString('base64'), tag: sealing.getAuthTag().toString('base64'), sealed: sealed.toString('base64') };
}

/** @throws VaultUnreadable */
export function unseal(key: Buffer, name: string, { iv, tag, sealed }: Sealed): string {
  try {
    const opening = createDecipheriv(cipher, key, Buffer.from(iv, 'base64'), { authTagLength: tagBytes })
      .setAAD(Buffer.from(name))
      .setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([opening.update(Buffer.from(sealed, 'base64')), opening.final()]).toString('utf8');
  } catch (error) {
    throw new VaultUnreadable('A kept key was changed, or the key file is another one. It was left as it is.', { cause: error });
  }
}
