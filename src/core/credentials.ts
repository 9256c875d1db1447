/**
 * The credentials of all lines: kept in the vault, held in memory while the app runs because every webhook needs them.
 * @module
 */
import { z } from 'zod';
import { type Failure, failure } from '../contract/errors.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Credentials, Logger, SecretVault } from './ports.ts';
import type { Problems } from './problems.ts';

const storedSchema = z.record(z.string(), z.string());
const keyOf = (lineId: string): string => `line:${lineId}`;

export type CredentialBook = {
  /** `undefined`: the vault could not be read, so nobody can say whether a signature is right. */
  of(lineId: string): Credentials | undefined;
  load(lineIds: readonly string[]): Promise<void>;
  /** Reads again what could not be read: the keychain may be open by now. */
  retry(): Promise<void>;
  save(lineId: string, credentials: Credentials): Promise<Result<void, Failure>>;
  forget(lineId: string): Promise<void>;
};

export function createCredentialBook({
  vault,
  logger,
  problems,
}: {
  vault: SecretVault;
  logger: Logger;
  problems: Problems;
}): CredentialBook {
  const known = new Map<string, Credentials>();
  const unreadable = new Set<string>();
  let retrying = false;

  const read = async (lineId: string): Promise<void> => {
    try {
      const stored = await vault.get(keyOf(lineId));
      known.set(lineId, stored === undefined ? {} : storedSchema.parse(JSON.parse(stored)));
      unreadable.delete(lineId);
    } catch (error) {
      unreadable.add(lineId);
      logger.error('vault.unreadable', { lineId, error });
    }
  };

  const load = async (lineIds: readonly string[]): Promise<void> => {
    await Promise.all(lineIds.map(read));
    if (unreadable.size === 0) return problems.clear('vault-unavailable');
    const { code, message, action } = failure('vault-unavailable');
    problems.raise({ id: code, code: 'vault-unavailable', message, ...(action !== undefined && { action }) });
  };

  return {
    of: (lineId) => known.get(lineId),
    load,
    async retry() {
      if (unreadable.size === 0 || retrying) return;
      retrying = true;
      await load([...unreadable]);
      retrying = false;
    },
    async save(lineId, credentials) {
      const saved = await vault.set(keyOf(lineId), JSON.stringify(credentials));
      if (!saved.ok) return saved;
      known.set(lineId, credentials);
      return ok(undefined);
    },
    async forget(lineId) {
      known.delete(lineId);
      await vault.delete(keyOf(lineId));
    },
  };
}
