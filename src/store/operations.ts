/**
 * What the journal holds: operations, not state. Each has a number that only grows; a message's sequence is the number
 * of the operation that put it.
 * @module
 */
import type { ConversationFlags } from '../domain/conversation.ts';
import type { Message, MessageChanges } from '../domain/message.ts';

export type Operation =
  | { readonly op: 'put'; readonly message: Message; readonly keys?: readonly string[] }
  | { readonly op: 'patch'; readonly n: number; readonly id: string; readonly changes: MessageChanges; readonly keys?: readonly string[] }
  | { readonly op: 'remove'; readonly n: number; readonly id: string }
  | { readonly op: 'flag'; readonly n: number; readonly conversationId: string; readonly changes: Partial<ConversationFlags> };

/** The operation's number. */
export function numberOf(operation: Operation): number {
  return operation.op === 'put' ? operation.message.sequence : operation.n;
}

/** About how many bytes an operation takes, without serializing it. */
export function sizeOf(operation: Operation): number {
  return operation.op === 'put' ? 300 + Buffer.byteLength(operation.message.body) : 200;
}

/** The message with the changes made; `failure: null` takes the failure away. */
export function withChanges(message: Message, changes: MessageChanges): Message {
  const { failure, ...others } = changes;
  const changed: Message = { ...message, ...definedOnly(others) };
  if (failure === undefined) return changed;
  if (failure !== null) return { ...changed, failure };
  const { failure: _gone, ...rest } = changed;
  return rest;
}

/** The later changes over the earlier ones. */
export function mergeChanges(earlier: MessageChanges | undefined, later: MessageChanges): MessageChanges {
  return { ...earlier, ...definedOnly(later) };
}

/** Without the members that are `undefined`: they mean "no change" and do not survive JSON. */
export function definedOnly<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<Value>;
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };
