import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type StoreHealth, StoreUnavailable } from '../../src/core/ports.ts';
import type { Store } from '../../src/store/open-store.ts';
import { eventually } from '../support/eventually.ts';
import { faultyFiles, type Step } from '../support/faulty-files.ts';
import { everythingExpected, everythingIn, type LogModel } from '../support/log-model.ts';
import { playScenario } from '../support/log-scenario.ts';
import { asAfterKill, hastyClock, inboundDraft, openTestStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function mustAgree(store: Store, model: LogModel): Promise<void> {
  expect(await everythingIn(store.messages, model.conversationIds())).toEqual(everythingExpected(model));
}

/** Plays the scenario with a fault at the `at`-th step; answers whether there was such a step. */
async function playWithFaultAt(root: string, at: number, code: string): Promise<boolean> {
  const folder = join(root, `${code}-${at}`);
  const files = faultyFiles();
  const store = await openTestStore(folder, { files, clock: hastyClock, sealAfter: 4 });
  let step = -1;
  let hit: Step | undefined;
  files.fault = (present) => {
    if (!present.path.includes('messages')) return undefined;
    step += 1;
    if (step !== at) return undefined;
    hit = present;
    return code;
  };
  const { model, rejected } = await playScenario(store.messages);
  expect(rejected, `at ${hit?.kind} ${hit?.path}`).toBeLessThanOrEqual(1);
  files.fault = () => undefined;
  // The store goes on as if nothing had been.
  const draft = inboundDraft({ body: 'after the fault' });
  const { message } = await store.messages.append(draft, ['after']);
  model.stored(message, draft, ['after']);
  await mustAgree(store, model);
  const killed = await openTestStore(asAfterKill(folder, `${folder}-killed`));
  await mustAgree(killed, model);
  await killed.close();
  await store.close();
  const again = await openTestStore(folder);
  await mustAgree(again, model);
  expect(again.messages.health().setAside).toEqual([]);
  await again.close();
  return hit !== undefined;
}

describe('a store whose disk fails', () => {
  it.each([
    ['ENOSPC', 0],
    ['EIO', 1],
  ])('once, with %s, at any single step, loses nothing it acknowledged and keeps nothing it refused', async (code, start) => {
    const root = await temporaryFolder();
    let at = start;
    while (await playWithFaultAt(root, at, code)) at += 3;
    expect(at).toBeGreaterThan(150);
  });

  it('refuses while the disk is full, says so, goes on reading, and recovers by itself', async () => {
    const folder = await temporaryFolder();
    const files = faultyFiles();
    const store = await openTestStore(folder, { files, clock: hastyClock });
    const told: StoreHealth[] = [];
    store.messages.onHealth((health) => told.push(health));
    const { message } = await store.messages.append(inboundDraft(), ['one']);
    files.fault = ({ kind }) => (kind === 'write' ? 'ENOSPC' : undefined);

    const refused = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => store.messages.append(inboundDraft(), [`full ${index}`])),
    );
    for (const each of refused) expect(each).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    await expect(store.messages.patch(message.id, { status: 'received' })).rejects.toThrow(StoreUnavailable);
    expect(store.messages.health()).toMatchObject({ writable: false });
    expect(told.at(-1)).toMatchObject({ writable: false });
    expect(await store.messages.get(message.id)).toEqual(message);
    expect(store.messages.totals().messages).toBe(1);

    files.fault = () => undefined;
    await eventually('the store is writable again, with nobody writing', () => store.messages.health().writable);
    expect(told.at(-1)).toMatchObject({ writable: true });
    const retried = await store.messages.append(inboundDraft({ body: 'again' }), ['full 0']);
    expect(retried.kind).toBe('stored');
    expect(retried.message.sequence).toBeGreaterThan(message.sequence);
    await store.close();
    const again = await openTestStore(folder);
    expect(again.messages.totals().messages).toBe(2);
  });

  it('refuses everyone who waited for the same commit, also a repetition of the same text, and takes it later', async () => {
    const files = faultyFiles();
    const store = await openTestStore(await temporaryFolder(), { files, clock: hastyClock });
    files.fault = ({ kind }) => (kind === 'datasync' ? 'EIO' : undefined);
    const both = await Promise.allSettled([
      store.messages.append(inboundDraft(), ['same']),
      store.messages.append(inboundDraft(), ['same']),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    files.fault = () => undefined;
    expect((await store.messages.append(inboundDraft(), ['same'])).kind).toBe('stored');
    expect(store.messages.totals().messages).toBe(1);
  });

  it('keeps the tail of a checkpoint that fails for long, and finishes it when it can', async () => {
    const folder = await temporaryFolder();
    const files = faultyFiles();
    const store = await openTestStore(folder, { files, clock: hastyClock, sealAfter: 4 });
    files.fault = ({ kind, path }) => (kind === 'write' && path.includes('conversations') ? 'ENOSPC' : undefined);
    const { model, rejected } = await playScenario(store.messages);
    expect(rejected).toBe(0);
    await mustAgree(store, model);
    const killed = await openTestStore(asAfterKill(folder, `${folder}-killed`));
    await mustAgree(killed, model);
    await killed.close();
    files.fault = () => undefined;
    await store.close();
    await mustAgree(await openTestStore(folder), model);
  });
});
