/**
 * Brings the state to where the journal ends. Replaying an operation that is in the segments or counted already changes
 * nothing, so it does not matter at which point of a checkpoint the app ended.
 * @module
 */
import type { ConversationFlags } from '../domain/conversation.ts';
import type { KeyIndex } from './key-index.ts';
import { countFlags, countPatch, countPut, countRemove, type LogState, rowFor, shardWith } from './log-state.ts';
import { placeOf } from './message-ids.ts';
import { definedOnly, numberOf, type Operation } from './operations.ts';
import type { Reader } from './reader.ts';
import { type Row, sealedUpTo } from './row.ts';
import { addToTail } from './tail.ts';

type Dependencies = { readonly state: LogState; readonly keys: KeyIndex; readonly reader: Reader };

export async function replay(operations: readonly Operation[], dependencies: Dependencies): Promise<void> {
  const { state, keys } = dependencies;
  for (const operation of operations) {
    const n = numberOf(operation);
    // A file that was set aside half-way may leave an operation in two files.
    if (n <= state.applied) continue;
    if ((operation.op === 'put' || operation.op === 'patch') && operation.keys !== undefined && n > keys.sealed) {
      const id = operation.op === 'put' ? operation.message.id : operation.id;
      keys.add(operation.keys, id);
      for (const key of operation.keys) state.active.keys.push({ key, id, n });
    }
    await replayOne(operation, n, dependencies);
    state.applied = n;
  }
}

async function replayOne(operation: Operation, n: number, { state, reader }: Dependencies): Promise<void> {
  const conversationId = conversationOf(operation);
  if (conversationId === undefined) return;
  const shard = shardWith(state, conversationId);
  if (n <= shard.sealed) return;
  const isCounted = n <= shard.applied;
  if (operation.op === 'put') {
    const row = rowFor(state, operation.message);
    if (operation.message.sequence <= sealedUpTo(row)) return;
    addToTail(state.active, operation);
    if (!isCounted) countPut(state, row, operation.message);
    return;
  }
  const row = state.catalog.get(conversationId);
  if (row === undefined) return;
  if (operation.op === 'flag') {
    addToTail(state.active, operation);
    if (!isCounted) await replayFlags(state, reader, row, { ...row.flags, ...definedOnly(operation.changes) });
  } else if (operation.op === 'patch') {
    await replayPatch(state, reader, row, operation, isCounted);
  } else {
    await replayRemove(state, reader, row, operation, isCounted);
  }
}

async function replayFlags(state: LogState, reader: Reader, row: Row, flags: ConversationFlags): Promise<void> {
  countFlags(state, row, flags, flags.readUpTo === row.flags.readUpTo ? row.unread : await reader.countUnread(row, flags));
}

async function replayPatch(
  state: LogState,
  reader: Reader,
  row: Row,
  operation: Operation & { op: 'patch' },
  isCounted: boolean,
): Promise<void> {
  addToTail(state.active, operation);
  if (isCounted) return;
  const message = await reader.find(row, placeOf(operation.id)?.sequence ?? -1);
  if (message !== undefined) countPatch(state, row, message);
}

async function replayRemove(
  state: LogState,
  reader: Reader,
  row: Row,
  operation: Operation & { op: 'remove' },
  isCounted: boolean,
): Promise<void> {
  const sequence = placeOf(operation.id)?.sequence ?? -1;
  const message = isCounted ? undefined : await reader.find(row, sequence);
  const previous = message === undefined ? undefined : (await reader.walk(row, { before: sequence }).next()).value;
  addToTail(state.active, operation);
  if (message !== undefined) countRemove(state, row, message, previous ?? undefined);
}

function conversationOf(operation: Operation): string | undefined {
  if (operation.op === 'put') return operation.message.conversationId;
  return operation.op === 'flag' ? operation.conversationId : placeOf(operation.id)?.conversationId;
}
