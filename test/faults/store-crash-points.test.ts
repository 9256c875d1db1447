import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { faultyFiles, type Step } from '../support/faulty-files.ts';
import { everythingExpected, everythingIn, type LogModel } from '../support/log-model.ts';
import { playScenario } from '../support/log-scenario.ts';
import { asAfterKill, openTestStore } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What had been acknowledged at a moment. */
type Acknowledged = { readonly everything: unknown; readonly conversationIds: readonly string[] };
type Snapshot = { readonly folder: string; readonly step: Step; readonly moment: number };

const acknowledged = (model: LogModel): Acknowledged => ({
  everything: everythingExpected(model),
  conversationIds: model.conversationIds(),
});

it('a store that ends before any single step of its work comes back with all it acknowledged', async () => {
  const root = await temporaryFolder();
  const files = faultyFiles();
  const folder = join(root, 'data');
  const store = await openTestStore(folder, { files, sealAfter: 4 });
  const snapshots: Snapshot[] = [];
  const moments: Acknowledged[] = [];
  files.fault = (step) => {
    if (moments.length > 0 && step.path.includes('messages')) {
      snapshots.push({ folder: asAfterKill(folder, join(root, String(snapshots.length))), step, moment: moments.length - 1 });
    }
    return undefined;
  };
  await playScenario(store.messages, (model) => moments.push(acknowledged(model)));
  await store.close();
  expect(snapshots.length).toBeGreaterThan(150);

  for (const { folder: killed, step, moment } of snapshots) {
    const again = await openTestStore(killed);
    const isAsAt = async (expected: Acknowledged | undefined): Promise<boolean> =>
      expected !== undefined && isDeepStrictEqual(await everythingIn(again.messages, expected.conversationIds), expected.everything);
    // What was under way may have become durable without having been acknowledged.
    const isRight = (await isAsAt(moments[moment])) || (await isAsAt(moments[moment + 1]));
    const found = await everythingIn(again.messages, moments[moment]?.conversationIds ?? []);
    if (!isRight) expect(found, `before ${step.kind} ${step.path}`).toEqual(moments[moment]?.everything);
    expect(again.messages.health().setAside).toEqual([]);
    await again.close();
  }
});
