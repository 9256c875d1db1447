/**
 * Follows the core: keeps the shell's state and shows it, at most a few times a second, because tray and badge are slow
 * and a burst of texts would change them sixty times.
 * @module
 */
import type { Handlers } from '../src/contract/methods.ts';
import type { Patch } from '../src/contract/state.ts';
import type { Clock, Logger } from '../src/core/ports.ts';
import { fromSnapshot, type ShellState, withPatch } from './shell-state.ts';

type Options = {
  readonly handlers: Pick<Handlers, 'state.snapshot'>;
  readonly show: (state: ShellState) => void;
  readonly clock: Pick<Clock, 'after'>;
  readonly logger: Logger;
};

/** Least time between two showings, in milliseconds. */
const showEveryMs = 200;

export type Follower = {
  patch(patch: Patch): void;
  /** Asks for the whole state; also after a gap. */
  refresh(): Promise<void>;
};

export function createFollower({ handlers, show, clock, logger }: Options): Follower {
  let state: ShellState | undefined;
  let isResting = false;
  let isStale = false;
  let asking = false;
  let meanwhile: Patch[] = [];

  const tell = (): void => {
    isStale = true;
    if (isResting) return;
    isResting = true;
    isStale = false;
    if (state !== undefined) show(state);
    clock.after(showEveryMs, () => {
      isResting = false;
      if (isStale) tell();
    });
  };

  const refresh = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    meanwhile = [];
    try {
      const answer = await handlers['state.snapshot']({});
      if (answer.ok) {
        state = meanwhile.reduce<ShellState>((known, patch) => withPatch(known, patch) ?? known, fromSnapshot(answer.value));
        tell();
      } else logger.warn('shell.no-snapshot', { code: answer.error.code });
    } finally {
      asking = false;
    }
  };

  return {
    refresh,
    patch(patch) {
      if (asking) meanwhile.push(patch);
      if (asking || state === undefined) return;
      const next = withPatch(state, patch);
      if (next === undefined) {
        refresh().catch((error: unknown) => logger.error('shell.refresh-failed', { error }));
        return;
      }
      state = next;
      tell();
    },
  };
}
