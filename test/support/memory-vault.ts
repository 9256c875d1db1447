import type { SecretVault } from '../../src/core/ports.ts';
import { ok } from '../../src/domain/result.ts';

/** A stand-in for the hosts' vaults: keeps secrets for as long as the object lives. */
export function memoryVault(): SecretVault {
  const secrets = new Map<string, string>();
  return {
    protection: 'system',
    get: async (key) => secrets.get(key),
    async set(key, value) {
      secrets.set(key, value);
      return ok(undefined);
    },
    async delete(key) {
      secrets.delete(key);
    },
  };
}
