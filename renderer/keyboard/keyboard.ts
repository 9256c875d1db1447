/**
 * Who answers which command now. The part of the window that came last is asked first; one that has nothing to do passes
 * it on to the one before.
 * @module
 */
import type { CommandName } from './table.ts';

/** Carries a command out; `false`: there was nothing to do here. `digit`: see `Meant`. */
export type CommandRunner = (digit: number) => unknown;

export type Keyboard = ReturnType<typeof createKeyboard>;

export function createKeyboard() {
  const runners = new Map<CommandName, CommandRunner[]>();
  return {
    /** `last`: asked after all others, whenever they come. The returned function takes it back. */
    answer(name: CommandName, run: CommandRunner, last = false): () => void {
      const known = runners.get(name) ?? [];
      runners.set(name, last ? [...known, run] : [run, ...known]);
      return () => {
        runners.set(
          name,
          (runners.get(name) ?? []).filter((each) => each !== run),
        );
      };
    },
    /** False when nobody had anything to do. */
    run: (name: CommandName, digit = 0): boolean => (runners.get(name) ?? []).some((run) => run(digit) !== false),
  };
}
