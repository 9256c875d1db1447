/**
 * Keeps the mirror true: asks for a snapshot, applies the numbered patches after it, and starts over when one is
 * missing or the host was away. Events that arrive while the snapshot is on its way wait for it.
 * @module
 */
import type { InboxEvent, Navigate, Notice, Patch } from '../../src/contract/state.ts';
import type { Bridge } from '../bridge.ts';
import { applyPatches, applySnapshot } from './apply.ts';
import type { WindowStore } from './store.ts';

export type SessionOptions = {
  readonly bridge: Bridge;
  readonly store: WindowStore;
  /** Runs once after the present burst of events: one rendering for many patches. */
  readonly soon: (task: () => void) => void;
  /** Runs after a pause: another attempt. */
  readonly later: (task: () => void) => void;
  /** The mirror was replaced: what screens loaded page by page must be asked for again. */
  readonly onSnapshot: () => void;
  readonly onNotice: (notice: Notice) => void;
  /** A conversation was read, here or elsewhere. */
  readonly onRead: (conversationId: string) => void;
  readonly onNavigate: (to: Navigate['to']) => void;
};

/** Starts following the core; the returned function stops. */
export function followCore({ bridge, store, soon, later, onSnapshot, onNotice, onRead, onNavigate }: SessionOptions): () => void {
  let waiting: Patch[] = [];
  let flushing = false;
  /** Counts the snapshots asked for: only the answer to the last one is taken. */
  let asked = 0;
  let current = false;

  async function refresh(): Promise<void> {
    asked += 1;
    const mine = asked;
    current = false;
    const answer = await bridge.call('state.snapshot', {});
    if (mine !== asked) return;
    if (!answer.ok) {
      const refused = answer.error.code === 'not-permitted';
      store.setState({ connection: refused ? 'refused' : 'lost' });
      if (!refused) later(() => void (mine === asked && refresh()));
      return;
    }
    current = true;
    store.setState((state) => applySnapshot(state, answer.value));
    onSnapshot();
    flush();
  }

  function flush(): void {
    flushing = false;
    if (!current) return;
    const patches = waiting;
    waiting = [];
    const next = applyPatches(store.getState(), patches);
    if (next) store.setState(next);
    else void refresh();
  }

  function takePatch(patch: Patch): void {
    waiting.push(patch);
    if (flushing) return;
    flushing = true;
    soon(flush);
  }

  function takeEvent(event: InboxEvent): void {
    if (event.kind === 'patch') takePatch(event);
    else if (event.kind === 'notice') onNotice(event);
    else if (event.kind === 'read') onRead(event.conversationId);
    else if (event.kind === 'navigate') onNavigate(event.to);
  }

  return bridge.subscribe({
    event: takeEvent,
    connection(state) {
      if (state === 'live') void refresh();
      else store.setState({ connection: state });
    },
  });
}
