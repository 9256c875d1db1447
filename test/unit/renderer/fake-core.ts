/**
 * A core for tests of the window's state: answers from functions the test gives, and notes what was asked.
 * @module
 */

import type { Bridge, BridgeListener, Call } from '../../../renderer/bridge.ts';
import { hostUnreachable } from '../../../renderer/carrier-failures.ts';
import type { MethodName } from '../../../src/contract/methods.ts';
import type { InboxEvent } from '../../../src/contract/state.ts';

type Answers = { [Name in MethodName]?: (input: never) => unknown };

export type FakeCore = {
  readonly bridge: Bridge;
  readonly asked: { readonly name: MethodName; readonly input: unknown }[];
  send(event: InboxEvent): void;
  connection(state: Parameters<BridgeListener['connection']>[0]): void;
};

/** A method without an answer is unreachable. */
export function fakeCore(answers: Answers): FakeCore {
  const listeners = new Set<BridgeListener>();
  const asked: FakeCore['asked'] = [];
  const call = async (name: MethodName, input: never): Promise<unknown> => {
    asked.push({ name, input });
    const answer = answers[name];
    return answer ? { ok: true, value: await answer(input) } : hostUnreachable();
  };
  return {
    asked,
    bridge: {
      host: 'browser',
      call: call as Call,
      chooseFile: async () => ({ ok: true, value: null }),
      takeFile: async () => hostUnreachable(),
      saveFile: async () => ({ ok: true, value: null }),
      releaseFile: async () => undefined,
      media: async () => 'missing',
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    send: (event) => {
      for (const listener of listeners) listener.event(event);
    },
    connection: (state) => {
      for (const listener of listeners) listener.connection(state);
    },
  };
}

/** Time that only passes when the test says so. */
export function manualTimers() {
  let now = 0;
  let tasks: { readonly at: number; readonly task: () => void }[] = [];
  return {
    after(milliseconds: number, task: () => void) {
      const entry = { at: now + milliseconds, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    /** Lets time pass and waits for what it set off. */
    async pass(milliseconds: number): Promise<void> {
      now += milliseconds;
      const due = tasks.filter(({ at }) => at <= now);
      tasks = tasks.filter(({ at }) => at > now);
      for (const { task } of due) task();
      await settled();
    },
  };
}

/** Waits until every promise that can be kept was kept. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
