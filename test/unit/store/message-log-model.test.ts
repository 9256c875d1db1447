import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoricMessage, MessageDraft } from '../../../src/core/ports.ts';
import type { ConversationFlags } from '../../../src/domain/conversation.ts';
import { isInOutbox, type Message } from '../../../src/domain/message.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { createLogModel, everythingExpected, everythingIn, type LogModel } from '../../support/log-model.ts';
import { asAfterKill, inBatches, inboundDraft, openTestStore, outboundDraft, pageOf } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type Action =
  | { readonly kind: 'put'; readonly peer: number; readonly inbound: boolean; readonly body: string; readonly key: number }
  | { readonly kind: 'burst'; readonly peer: number; readonly count: number }
  | { readonly kind: 'patch'; readonly which: number; readonly status: 'sending' | 'sent' | 'delivered' | 'failed'; readonly key: number }
  | { readonly kind: 'remove'; readonly which: number }
  | { readonly kind: 'read'; readonly peer: number; readonly upTo: number }
  | { readonly kind: 'flag'; readonly peer: number; readonly changes: Partial<ConversationFlags> }
  | { readonly kind: 'together'; readonly peer: number; readonly count: number }
  | { readonly kind: 'import'; readonly texts: readonly Text[] }
  | { readonly kind: 'again' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'kill' };

/** A text of earlier times. Few moments and words, so that some are the same. */
type Text = { readonly peer: number; readonly inbound: boolean; readonly word: string; readonly moment: number; readonly keyed: boolean };

const peer = fc.integer({ min: 0, max: 4 });
const text: fc.Arbitrary<Text> = fc.record({
  peer: fc.integer({ min: 0, max: 6 }),
  inbound: fc.boolean(),
  word: fc.constantFrom('yes', 'no', 'number 1'),
  moment: fc.oneof(
    fc.integer({ min: 0, max: 12 }).map((step) => step * 250),
    fc.integer({ min: 0, max: 3_000_000 }),
  ),
  keyed: fc.boolean(),
});
const which = fc.nat(10_000);
const key = fc.integer({ min: 0, max: 40 });
const flagChanges: fc.Arbitrary<Partial<ConversationFlags>> = fc.record(
  {
    pinned: fc.boolean(),
    muted: fc.boolean(),
    blocked: fc.boolean(),
    draft: fc.constantFrom('', 'Hm'),
    mutedUntil: fc.constantFrom(null, '2026-03-02T08:00:00.000Z'),
    tags: fc.constantFrom([], ['Clients']),
    known: fc.boolean(),
    noticeContent: fc.constantFrom(null, 'name-only' as const),
  },
  { requiredKeys: [] },
);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      peer,
      inbound: fc.boolean(),
      body: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('yes', 'no')),
      key,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('burst' as const), peer, count: fc.integer({ min: 200, max: 300 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('patch' as const),
      which,
      status: fc.constantFrom('sending' as const, 'sent' as const, 'delivered' as const, 'failed' as const),
      key,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('remove' as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('read' as const), peer, upTo: fc.integer({ min: -1, max: 400 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('flag' as const), peer, changes: flagChanges }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('together' as const), peer, count: fc.integer({ min: 2, max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('import' as const), texts: fc.array(text, { maxLength: 30 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('import' as const), texts: fc.array(text, { minLength: 300, maxLength: 600, size: 'max' }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill' as const) }) },
);

const peerOf = (number: number): string => `+1415555010${number}`;
const pick = (model: LogModel, index: number): string | undefined => [...model.messages.keys()][index % Math.max(1, model.messages.size)];

async function append(store: Store, model: LogModel, draft: ReturnType<typeof inboundDraft>, keys: readonly string[]): Promise<void> {
  const known = keys.map((one) => model.keys.get(one)).find((id) => id !== undefined);
  const { kind, message } = await store.messages.append(draft, keys);
  expect(kind).toBe(known === undefined ? 'stored' : 'duplicate');
  if (known === undefined) model.stored(message, draft, keys);
  else expect(message.id).toBe(known);
}

async function act(store: Store, model: LogModel, step: Exclude<Action, { kind: 'restart' | 'kill' }>): Promise<void> {
  const { messages } = store;
  switch (step.kind) {
    case 'put': {
      const keyed = step.key % 3 === 0 && { providerId: `key ${step.key}` };
      const draft = (step.inbound ? inboundDraft : outboundDraft)({ peer: peerOf(step.peer), body: step.body, ...keyed });
      return append(store, model, draft, [`key ${step.key}`]);
    }
    case 'burst':
    case 'together': {
      const drafts = Array.from({ length: step.count }, (_, index) => inboundDraft({ peer: peerOf(step.peer), body: `number ${index}` }));
      const appended = await Promise.all(drafts.map((draft) => messages.append(draft, [])));
      for (const [index, draft] of drafts.entries()) {
        const message = appended[index]?.message;
        if (message !== undefined) model.stored(message, draft, []);
      }
      return;
    }
    case 'patch': {
      const id = pick(model, step.which);
      if (id === undefined) return;
      const changes = {
        status: step.status,
        attempts: step.which,
        failure: step.status === 'failed' ? { code: 'busy', message: 'The line was busy' } : null,
      };
      const keys = step.key > 20 && !model.keys.has(`key ${step.key}`) ? [`key ${step.key}`] : [];
      await messages.patch(id, changes, keys);
      model.patched(id, changes);
      for (const each of keys) (model.keys as Map<string, string>).set(each, id);
      return;
    }
    case 'remove': {
      const id = pick(model, step.which);
      if (id === undefined) return;
      expect((await messages.remove(id))?.id).toBe(id);
      model.removed(id);
      expect(await messages.remove(id)).toBeUndefined();
      return;
    }
    case 'import':
      return importInto(store, model, step.texts.map(historicOf));
    case 'again': {
      const everything = [...model.messages.values()].filter((message) => !isInOutbox(message));
      return importInto(
        store,
        model,
        everything.map(({ id, sequence: _sequence, conversationId: _conversation, ...draft }) => ({ ...draft, sourceId: id })),
      );
    }
    case 'read':
    case 'flag': {
      const conversationId = messages.conversationId('l_1', peerOf(step.peer));
      const changes = step.kind === 'read' ? { readUpTo: step.upTo } : step.changes;
      const flagged = await messages.flag(conversationId, changes);
      if (model.conversation(conversationId) === undefined) expect(flagged).toBeUndefined();
      else model.flagged(conversationId, changes);
    }
  }
}

const began = Date.parse('2026-03-01T11:59:59.000Z');

function historicOf({ peer: number, inbound, word, moment, keyed }: Text): HistoricMessage {
  const draft = inbound ? inboundDraft() : { ...outboundDraft(), status: 'delivered' as const };
  const at = new Date(began + moment).toISOString();
  return { ...draft, peer: peerOf(number), body: word, at, ...(keyed && { providerId: `${number} ${word} ${moment}` }) };
}

/** Imports, and takes from the store where it put what is new: that must be in the order of time, behind what was there. */
async function importInto(store: Store, model: LogModel, historic: readonly HistoricMessage[]): Promise<void> {
  const { messages } = store;
  const expected = model.notYetThere(historic);
  const foreseen = await messages.importHistory(inBatches(historic), { dryRun: true });
  const outcome = await messages.importHistory(inBatches(historic));
  expect(foreseen).toEqual(outcome);
  expect(outcome).toMatchObject({ imported: expected.length, duplicates: historic.length - expected.length, finished: true });
  const found: Message[] = [];
  for (const { id, imported } of outcome.conversations) {
    const { items } = await pageOf(messages, { conversationId: id, limit: 100_000 });
    const fresh = items.filter((message) => !model.messages.has(message.id));
    expect(fresh).toHaveLength(imported);
    found.push(...fresh);
  }
  const byTime = (one: MessageDraft, other: MessageDraft): number => (one.at < other.at ? -1 : 1);
  const inOrder = (drafts: readonly MessageDraft[], id: string): MessageDraft[] =>
    drafts.filter((draft) => messages.conversationId(draft.lineId, draft.peer) === id).sort(byTime);
  for (const { id: conversationId } of outcome.conversations) {
    const own = found.filter((message) => message.conversationId === conversationId);
    expect(own.map(({ id: _id, sequence: _sequence, conversationId: _conversation, ...draft }) => draft)).toEqual(
      inOrder(expected, conversationId),
    );
    for (const { sequence } of own) expect(sequence).toBeLessThan(-1);
  }
  for (const { id, sequence, conversationId, ...draft } of found) model.stored({ ...draft, id, sequence, conversationId }, draft, []);
}

async function mustAgree(store: Store, model: LogModel): Promise<void> {
  expect(await everythingIn(store.messages, model.conversationIds())).toEqual(everythingExpected(model));
  for (const [known, id] of model.keys) expect(store.messages.idOf(known)).toBe(id);
}

describe('the message log', () => {
  it('agrees with a plain model whatever happens to it, through restarts, kills and checkpoints', async () => {
    const root = await temporaryFolder();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 60 }), fc.integer({ min: 1, max: 60 }), async (actions, sealAfter) => {
        round += 1;
        let folder = join(root, String(round));
        let store = await openTestStore(folder, { sealAfter });
        const model = createLogModel();
        for (const [index, step] of actions.entries()) {
          if (step.kind === 'restart') {
            await store.close();
            store = await openTestStore(folder, { sealAfter });
            await mustAgree(store, model);
          } else if (step.kind === 'kill') {
            folder = asAfterKill(folder, join(root, `${round}-${index}`));
            await store.close();
            store = await openTestStore(folder, { sealAfter });
            await mustAgree(store, model);
          } else await act(store, model, step);
        }
        await mustAgree(store, model);
        await store.close();
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
