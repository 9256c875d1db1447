/**
 * Stores for tests: opened in a folder of the test's own and closed when it ends.
 * @module
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/app/system.ts';
import type { Clock, HistoricMessage, MessageDraft, MessageLog, MessagePage } from '../../src/core/ports.ts';
import { codeOf } from '../../src/store/files.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.ts';
import { silentLogger } from './silent-logger.ts';

/** Opens a store that must open. */
export async function openTestStore(folder: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const opened = await openStore({ folder, clock: systemClock, logger: silentLogger, ...options });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  onTestFinished(() => store.close());
  return store;
}

/**
 * The folder as a process that was killed now would leave it. Copied in one go, so that nothing happens meanwhile but
 * the single step that each part of the store has under way.
 */
export function asAfterKill(folder: string, copy: string): string {
  for (;;) {
    try {
      rmSync(copy, { recursive: true, force: true });
      cpSync(folder, copy, { recursive: true });
      rmSync(join(copy, 'lock'), { force: true });
      return copy;
    } catch (error) {
      // A file was renamed or deleted by the step under way.
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
}

/** A clock on which waiting is a hundred times shorter, for what the store does by itself after a while. */
export const hastyClock: Clock = {
  now: () => systemClock.now(),
  monotonic: () => systemClock.monotonic() * 100,
  after: (milliseconds, task) => systemClock.after(milliseconds / 100, task),
};

/** A page of a conversation that must be there. */
export async function pageOf(messages: MessageLog, query: Parameters<MessageLog['page']>[0]): Promise<MessagePage> {
  const page = await messages.page(query);
  if (page === undefined) throw new Error(`There is no such page: ${JSON.stringify(query)}`);
  return page;
}

/** Messages of earlier times as an import takes them, some at a time. */
export async function* inBatches(
  messages: readonly HistoricMessage[],
  size = 100,
): AsyncGenerator<readonly HistoricMessage[], void, undefined> {
  for (let start = 0; start < messages.length; start += size) yield messages.slice(start, start + size);
}

/** A text that arrived. */
export function inboundDraft(overrides: Partial<MessageDraft> = {}): MessageDraft {
  return {
    lineId: 'l_1',
    peer: '+14155550100',
    direction: 'inbound',
    body: 'Are you there?',
    at: '2026-03-01T12:00:00.000Z',
    status: 'received',
    ...overrides,
  };
}

/** A text that waits to be sent. */
export function outboundDraft(overrides: Partial<MessageDraft> = {}): MessageDraft {
  return inboundDraft({ direction: 'outbound', status: 'queued', body: 'On my way', ...overrides });
}
