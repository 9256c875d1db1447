/**
 * The system-wide shortcut that copies the latest code. Another program may have it already: then the settings say so.
 * @module
 */
import { globalShortcut } from 'electron';
import type { Problem } from '../src/contract/views.ts';
import type { Problems } from '../src/core/problems.ts';

type Options = { readonly problems: Pick<Problems, 'raise' | 'clear'>; readonly onPressed: () => void };

const problem = {
  id: 'shortcut',
  code: 'shortcut-taken',
  message: 'The shortcut for codes cannot be used: another program has it, or this system does not allow it.',
  action: 'Choose another one in the settings',
} as const satisfies Omit<Problem, 'since'>;

/** @returns takes over the shortcut that is set, as Electron writes it; '' = none */
export function createCodeShortcut({ problems, onPressed }: Options): (accelerator: string) => void {
  let present = '';
  return (accelerator) => {
    if (accelerator === present) return;
    if (present !== '' && globalShortcut.isRegistered(present)) globalShortcut.unregister(present);
    present = accelerator;
    if (accelerator === '' || isOurs(accelerator, onPressed)) {
      problems.clear(problem.id);
      return;
    }
    problems.raise(problem);
  };
}

/** Whether the system gave it to us. What is no accelerator throws. */
function isOurs(accelerator: string, onPressed: () => void): boolean {
  try {
    return globalShortcut.register(accelerator, onPressed);
  } catch {
    return false;
  }
}
