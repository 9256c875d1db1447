/**
 * Opens a data folder: one process at a time, in the form this app writes, everything in it recovered.
 *
 *     lock, version.json
 *     documents/<name>.json (.bak)               settings, lines and the like
 *     messages/journal/<number>.log              operations that are not in segments yet
 *     messages/conversations/<shard>/c_….log     segments: the messages of one conversation, in order
 *     messages/conversations/<shard>/index.json  cache: the shard's conversations
 *     messages/keys/<number>.keys                what duplicates are known by
 *     messages/import/spool                      messages an import sorts; gone when it is over
 *     messages/manifest.json (.bak)              how far the last checkpoint came
 *     deliveries/<number>.log, index.json        raw deliveries within their retention
 *     unreadable/                                files that were set aside
 *
 * @module
 */
import { join } from 'node:path';
import type { z } from 'zod';
import { type Clock, type DeliveryLog, type Document, type Logger, type MessageLog, StoreUnavailable } from '../core/ports.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { openDeliveryLog } from './delivery-log.ts';
import { openDocument } from './document.ts';
import { codeOf, type Files, nodeFiles } from './files.ts';
import { type Lock, takeLock } from './lock.ts';
import { migrate, peekVersion } from './migrate.ts';
import { allMigrations } from './migrations/all.ts';
import { openMessageLog } from './open-message-log.ts';
import { openSetAside } from './set-aside.ts';

export type Store = {
  /** Its `health` covers the whole store: files that were set aside are named there, whatever they belonged to. */
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  /** Opens a document; each name once. `initial` is its value until something is written. */
  document<Value>(name: string, schema: z.ZodType<Value>, initial: Value): Promise<Document<Value>>;
  /** Writes what is still waiting and lets the folder go. Afterwards everything rejects with `StoreUnavailable`. */
  close(): Promise<void>;
};

/** Why a data folder cannot be used, with a sentence for people. */
export type OpenFailure =
  | { readonly kind: 'in-use'; readonly message: string; readonly pid: number }
  | { readonly kind: 'newer-data-folder'; readonly message: string; readonly found: number; readonly supported: number }
  | { readonly kind: 'unwritable'; readonly message: string; readonly code: string | undefined };

export type StoreOptions = {
  /** Made when it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly files?: Files;
  /** How many operations the journal takes at most before they are moved into segments. */
  readonly sealAfter?: number;
};

/** Opens the store in a folder. */
export async function openStore(options: StoreOptions): Promise<Result<Store, OpenFailure>> {
  const { folder, files = nodeFiles } = options;
  const supported = allMigrations.at(-1)?.version ?? 0;
  const found = await peekVersion(files, folder);
  if (found > supported) return failed(newer(folder, found, supported));
  let lock: Lock | undefined;
  try {
    await files.makeFolder(folder);
    const locked = await takeLock(files, folder);
    if (!locked.ok) return failed(inUse(folder, locked.error.pid));
    lock = locked.value;
    return ok(await openLocked({ sealAfter: 20_000, ...options, files }, lock));
  } catch (error) {
    await lock?.release().catch(() => undefined);
    const code = error instanceof StoreUnavailable ? codeOf(error.cause) : codeOf(error);
    if (code === undefined) throw error;
    options.logger.error('store.cannot-open', { error });
    return failed(unwritable(folder, code));
  }
}

async function openLocked({ folder, clock, logger, files, sealAfter }: Required<StoreOptions>, lock: Lock): Promise<Store> {
  const setAside = await openSetAside({ files, folder: join(folder, 'unreadable'), clock, logger });
  await migrate({ files, folder, logger, setAside, migrations: allMigrations });
  const messages = await openMessageLog({ files, folder: join(folder, 'messages'), setAside, clock, logger, sealAfter });
  const deliveries = await openDeliveryLog({ files, folder: join(folder, 'deliveries'), setAside, clock, logger }).catch(
    async (error: unknown) => {
      await messages.close();
      throw error;
    },
  );
  const names = new Set<string>();
  const writes = new Set<Promise<void>>();
  let closed = false;

  return {
    messages,
    deliveries,
    async document(name, schema, initial) {
      if (!/^[a-z][a-z0-9-]*$/.test(name) || names.has(name))
        throw new Error(`"${name}" cannot be the name of a document, or is open already`);
      names.add(name);
      const document = await openDocument({ files, path: join(folder, 'documents', `${name}.json`), setAside, schema, initial });
      return {
        get: document.get,
        async set(value) {
          if (closed) throw new StoreUnavailable('The store is closed');
          const write = document.set(value);
          writes.add(write);
          await write.finally(() => writes.delete(write));
        },
      };
    },
    async close() {
      if (closed) return;
      closed = true;
      await Promise.allSettled([...writes, messages.close(), deliveries.close()]);
      await lock.release();
    },
  };
}

function inUse(folder: string, pid: number): OpenFailure {
  return { kind: 'in-use', pid, message: `Texttray is already running with the data folder ${folder} (process ${pid}).` };
}

function newer(folder: string, found: number, supported: number): OpenFailure {
  const message = `The data folder ${folder} was written by a newer Texttray (format ${found}, this one knows ${supported}). Install the newer version; nothing was changed.`;
  return { kind: 'newer-data-folder', message, found, supported };
}

function unwritable(folder: string, code: string): OpenFailure {
  return {
    kind: 'unwritable',
    code,
    message: `The data folder ${folder} cannot be used (${code}). Check that it is writable and has space.`,
  };
}
